// SPDX-License-Identifier: MIT
#include "longpost.h"

#include "testpaths.h"

#include <QFile>

namespace galley::test
{

std::string writeup()
{
    QFile file(QString::fromStdString(sourcePath("samples/writeup.md").string()));
    return file.open(QIODevice::ReadOnly) ? file.readAll().toStdString() : std::string();
}

namespace
{
/// What a long post has besides paragraphs; {n} is a running number, so that no two blocks are equal.
const std::string extras = R"(
## Section {n}

* one item *with stress*
* another with `code` and [a link](https://example.org/{n})

> quoted, with "marks" -- and dashes...

| left | right |
|------|------:|
| a{n} | {n}   |

```ruby
def f{n}(a) = a + {n}
```

)";

} // namespace

std::string longPost(std::size_t bytes)
{
    const std::string text = writeup();
    const std::size_t body = text.find("---\n", 4) + 4;
    std::string out = text.substr(0, body);
    for (int n = 0; out.size() < bytes; ++n) {
        QString more = QString::fromStdString(extras);
        more.replace(QStringLiteral("{n}"), QString::number(n));
        out += text.substr(body) + more.toStdString();
    }
    return out;
}

} // namespace galley::test
