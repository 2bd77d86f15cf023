// SPDX-License-Identifier: MIT
// Random Markdown through kramdown itself and through us: 500 texts, more with GALLEY_LONG; GALLEY_SEED picks others.
#include "htmltree.h"
#include "kramdownserver.h"
#include "markdown/document.h"
#include "markdownmaker.h"

#include <QTest>
#include <cstdio>

using namespace galley;

class KramdownTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void randomTexts_becomeKramdownsHtml()
    {
        test::KramdownServer kramdown;
        if (!kramdown.isRunning())
            QSKIP("ruby with kramdown and kramdown-parser-gfm is not installed");
        const auto options = markdown::optionsFromConfig({});
        const auto differs = [&](const std::string& text) {
            const auto theirs = kramdown.html(text);
            return theirs && theirs->rfind("kramdown failed", 0) != 0
                && !test::compareHtml(markdown::toHtml(text, options).html, *theirs).equal;
        };
        const int count = qEnvironmentVariableIsSet("GALLEY_LONG") ? 5000 : 500;
        const int seed = qEnvironmentVariableIsSet("GALLEY_SEED") ? qEnvironmentVariableIntValue("GALLEY_SEED") : 4;
        test::MarkdownMaker maker(static_cast<unsigned>(seed));
        int different = 0;
        for (int i = 0; i < count; ++i) {
            const std::string text = maker.next();
            if (!differs(text))
                continue;
            ++different;
            if (different > 40)
                continue;
            const std::string small = test::shrink(text, differs);
            std::printf("=== %d: %s\n--- ours\n%s\n--- kramdown\n%s\n", i, QByteArray::fromStdString(small).toPercentEncoding(" *_`<>[]()!\"'#-=|:{}.~^$&/\\+,;?").constData(),
                markdown::toHtml(small, options).html.c_str(), kramdown.html(small).value_or("").c_str());
        }
        std::printf("%d of %d equal\n", count - different, count);
        // The generator looks for rare meetings of constructs on purpose; real posts hold next to none of them.
        QVERIFY2(different * 100 <= count * toleratedPercent, "more texts differ than the known rare meetings account for");
    }

private:
    static constexpr int toleratedPercent = 0;
};

QTEST_GUILESS_MAIN(KramdownTest)
#include "tst_kramdown.moc"
