// SPDX-License-Identifier: MIT
#include "script/lexerfile.h"

#include "script/scriptengine.h"

namespace galley::script
{

namespace
{
// A pattern that goes astray on hostile code stops here; the rule then does not match.
constexpr QLatin1String matchLimit("(*LIMIT_MATCH=50000)");

bool isRemembering(const QString& pattern)
{
    return pattern.contains(QLatin1String("{{@"));
}
} // namespace

QRegularExpression lexerPattern(const QString& source, bool ignoresCase)
{
    QRegularExpression::PatternOptions options =
        QRegularExpression::MultilineOption | QRegularExpression::UseUnicodePropertiesOption;
    if (ignoresCase)
        options |= QRegularExpression::CaseInsensitiveOption;
    QRegularExpression pattern(matchLimit + source, options);
    pattern.optimize();
    return pattern;
}

void LexerFile::fail(const std::string& why)
{
    if (m_error.empty())
        m_error = "line " + std::to_string(m_line) + ": " + why;
}

std::shared_ptr<const Lexer> LexerFile::read()
{
    m_lexer = std::make_shared<Lexer>();
    (void)stateIndex(QStringLiteral("root"));
    read(m_text);
    for (std::size_t i = 0; i < m_defined.size(); ++i) {
        if (!m_defined[i])
            fail("no state " + m_lexer->m_names.key(static_cast<int>(i)).toStdString());
    }
    return m_error.empty() ? m_lexer : nullptr;
}

void LexerFile::read(const QString& text)
{
    for (const QString& one : text.split(u'\n')) {
        ++m_line;
        line(one);
    }
}

void LexerFile::extend(const QString& name)
{
    const QByteArray file = resource("lexers/" + name.toStdString() + ".lexer");
    if (file.isEmpty())
        return fail("no lexer " + name.toStdString());
    const int here = m_line;
    read(QString::fromUtf8(file));
    m_line = here;
    m_state = -1;
}

void LexerFile::line(const QString& text)
{
    const QString content = text.trimmed();
    if (content.isEmpty() || content.startsWith(u'#'))
        return;
    const QStringList parts = content.split(u' ', Qt::SkipEmptyParts);
    const QString& first = parts.front();
    if (first == QLatin1String("option")) {
        m_lexer->m_ignoresCase |= parts.value(1) == QLatin1String("ignorecase");
        m_lexer->m_lowersWords = true;
    } else if (first == QLatin1String("let")) {
        m_macros.insert(parts.value(1), expanded(content.section(u' ', 2, -1, QString::SectionSkipEmpty)));
    } else if (first == QLatin1String("words") || first.startsWith(QLatin1String("words["))) {
        words(parts);
    } else if (first == QLatin1String("extend")) {
        extend(parts.value(1));
    } else if (first == QLatin1String("start")) {
        for (const QString& name : parts.sliced(1))
            m_lexer->m_start.push_back(stateIndex(name));
    } else if (first == QLatin1String("state") || first == QLatin1String("prepend")) {
        m_state = stateIndex(parts.value(1));
        m_defined[static_cast<std::size_t>(m_state)] = true;
        m_prepended.reset();
        if (first == QLatin1String("prepend"))
            m_prepended = 0;
        else
            m_lexer->m_states[static_cast<std::size_t>(m_state)].clear();
    } else if (m_state < 0) {
        fail("a rule outside of a state");
    } else if (first == QLatin1String("include")) {
        Lexer::Rule rule;
        rule.included = stateIndex(parts.value(1));
        add(rule);
    } else {
        rule(content);
    }
}

void LexerFile::words(const QStringList& parts)
{
    const QString table = parts[0].mid(6).chopped(parts[0].endsWith(u']') ? 1 : 0);
    const QByteArray name = parts.value(1) == QLatin1String(".") ? QByteArray() : parts.value(1).toUtf8();
    for (const QString& part : parts.mid(2)) {
        const QString word = table + u' ' + (m_lexer->m_lowersWords ? part.toLower() : part);
        if (!m_lexer->m_words.contains(word))
            m_lexer->m_words.insert(word, name);
    }
}

int LexerFile::stateIndex(const QString& name)
{
    const auto known = m_lexer->m_names.constFind(name);
    if (known != m_lexer->m_names.constEnd())
        return *known;
    const int index = static_cast<int>(m_lexer->m_states.size());
    m_lexer->m_names.insert(name, index);
    m_lexer->m_states.emplace_back();
    m_defined.push_back(false);
    return index;
}

QString LexerFile::expanded(QString pattern) const
{
    for (auto macro = m_macros.begin(); macro != m_macros.end(); ++macro)
        pattern.replace(QLatin1String("{{") + macro.key() + QLatin1String("}}"), macro.value());
    return pattern;
}

void LexerFile::rule(const QString& text)
{
    const qsizetype colon = text.indexOf(QLatin1String(" : "));
    if (colon < 0)
        return fail("a rule without \" : \"");
    QStringList head = text.first(colon).split(u' ', Qt::SkipEmptyParts);
    Lexer::Rule rule;
    for (const QString& name : head.takeFirst().split(u','))
        rule.classes.push_back(name == QLatin1String(".") ? QByteArray() : name.toUtf8());
    const QString pattern = expanded(text.sliced(colon + 3).trimmed());
    rule.atLineStart = pattern.startsWith(u'^');
    rule.actions.assign(head.begin(), head.end());
    checkActions(rule);
    if (isRemembering(pattern)) {
        rule.source = pattern;
    } else {
        rule.pattern = lexerPattern(pattern, m_lexer->m_ignoresCase);
        if (!rule.pattern.isValid())
            fail(rule.pattern.errorString().toStdString() + " in " + pattern.toStdString());
        else if (rule.classes.size() > 1 && rule.pattern.captureCount() < static_cast<int>(rule.classes.size()))
            fail("more classes than groups");
    }
    add(rule);
}

void LexerFile::add(const Lexer::Rule& rule)
{
    Lexer::State& state = m_lexer->m_states[static_cast<std::size_t>(m_state)];
    const std::size_t at = m_prepended ? (*m_prepended)++ : state.size();
    state.insert(state.begin() + static_cast<std::ptrdiff_t>(at), rule);
}

void LexerFile::checkActions(const Lexer::Rule& rule)
{
    for (const QString& action : rule.actions) {
        const QChar kind = action[0];
        if (kind == u'>' || kind == u'=')
            (void)stateIndex(action.sliced(1));
        else if (!QStringView(u"<^@~!+").contains(kind))
            fail("an action " + action.toStdString());
    }
}

} // namespace galley::script
