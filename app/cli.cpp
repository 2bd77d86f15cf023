// SPDX-License-Identifier: MIT
// galley-cli: the same engine as the desktop program's, without a display. It links core only.
#include "cli/commands.h"

#include <QCoreApplication>
#include <QLoggingCategory>

int main(int argc, char** argv)
{
    // The script engine wants an application; its compiler's remarks on KaTeX's source are nobody's business.
    QLoggingCategory::setFilterRules(QStringLiteral("qt.qml.compiler.warning=false"));
    const QCoreApplication application(argc, argv);
    return galley::cli::run({argv + 1, argv + argc});
}
