// SPDX-License-Identifier: MIT
// lexcode LANGUAGE [FILE.lexer] <code: the HTML that highlight() makes of it, or this lexer. tests/parity/lexerdiff.rb
// compares it with Rouge's.
#include "script/highlight.h"
#include "script/lexer.h"

#include <QCoreApplication>
#include <QFile>

#include <iostream>
#include <iterator>

using namespace galley;

namespace
{
std::optional<std::string> byFile(const char* name, const std::string& code)
{
    QFile file(QString::fromLocal8Bit(name));
    std::string error = "cannot be opened";
    if (file.open(QIODevice::ReadOnly)) {
        if (const auto lexer = script::Lexer::parse(QString::fromUtf8(file.readAll()), &error))
            return script::htmlOf(script::lex(lexer, QString::fromStdString(code)));
    }
    std::cerr << name << ": " << error << "\n";
    return std::nullopt;
}
} // namespace

int main(int argc, char** argv)
{
    const QCoreApplication application(argc, argv);
    const std::string code{std::istreambuf_iterator<char>(std::cin), {}};
    const auto html = argc > 2 ? byFile(argv[2], code) : script::highlight(code, argc > 1 ? argv[1] : "");
    std::cout << html.value_or("");
    return html ? 0 : 1;
}
