// SPDX-License-Identifier: MIT
// LexerFile: reads the description of a lexer.
#pragma once

#include "script/lexer.h"

#include <optional>

namespace galley::script
{

class LexerFile
{
public:
    explicit LexerFile(const QString& text) : m_text(text) {}

    std::shared_ptr<const Lexer> read();
    const std::string& error() const { return m_error; }

private:
    void line(const QString& text);
    void rule(const QString& text);
    void add(const Lexer::Rule& rule);
    void words(const QStringList& parts);
    void read(const QString& text);
    void extend(const QString& name);
    int stateIndex(const QString& name);
    QString expanded(QString pattern) const;
    QRegularExpression compiled(const QString& pattern);
    void checkActions(const Lexer::Rule& rule);
    void fail(const std::string& why);

    QString m_text;
    int m_line = 0;
    std::string m_error;
    std::shared_ptr<Lexer> m_lexer;
    QHash<QString, QString> m_macros;
    std::vector<bool> m_defined;
    int m_state = -1;
    std::optional<std::size_t> m_prepended; ///< where the next rule goes in a state that is added to
};

/// `source` compiled as every pattern of a lexer is.
QRegularExpression lexerPattern(const QString& source, bool ignoresCase);

} // namespace galley::script
