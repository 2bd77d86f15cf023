// SPDX-License-Identifier: MIT
// galley-cli: the same engine as the desktop program's, without a display. It links core only.
#include "base/outermost.h"
#include "cli/commands.h"

#include <QCoreApplication>
#include <QLoggingCategory>

#include <cstdio>

int main(int argc, char** argv)
{
    // The script engine wants an application; its compiler's remarks on KaTeX's source are nobody's business.
    QLoggingCategory::setFilterRules(QStringLiteral("qt.qml.compiler.warning=false"));
    const QCoreApplication application(argc, argv);
    int code = 1;
    if (const auto why = galley::thrownBy([&] { code = galley::cli::run({argv + 1, argv + argc}); }))
        std::fprintf(stderr, "galley-cli: error: %s\n", why->c_str());
    return code;
}
