// SPDX-License-Identifier: MIT
#include "script/lexer.h"

#include "base/htmlescape.h"
#include "script/indentation.h"
#include "script/languages.h"
#include "script/lexerfile.h"
#include "script/scriptengine.h"

#include <map>
#include <mutex>
#include <unordered_map>

namespace galley::script
{

namespace
{
// Rouge gives up a state after five rules in a row that match nothing.
constexpr int mostEmptyMatches = 5;
constexpr int mostDelegations = 8;
constexpr int mostLosses = 20;

QString closing(const QString& bracket)
{
    static const QString pairs = QStringLiteral("()[]{}<>");
    const qsizetype at = bracket.size() == 1 ? pairs.indexOf(bracket[0]) : -1;
    return at >= 0 && at % 2 == 0 ? QString(pairs[at + 1]) : bracket;
}

class Run
{
public:
    Run(std::shared_ptr<const Lexer> lexer, int depth) : m_lexer(std::move(lexer)), m_depth(depth)
    {
        m_stack.push_back(m_lexer->stateNamed(QStringLiteral("root")));
        m_stack.insert(m_stack.end(), m_lexer->start().begin(), m_lexer->start().end());
    }

    void go(const QString& code, std::vector<Lexeme>& out)
    {
        m_code = code;
        m_out = &out;
        m_at = 0;
        m_empty = 0;
        while (m_at < m_code.size()) {
            if (!step(m_lexer->state(m_stack.back())))
                unknownCharacter();
        }
    }

private:
    void unknownCharacter()
    {
        const bool isPair = m_code[m_at].isHighSurrogate() && m_at + 1 < m_code.size();
        emitText("err", m_code.mid(m_at, isPair ? 2 : 1));
        m_at += isPair ? 2 : 1;
    }

    bool step(const Lexer::State& state)
    {
        for (const Lexer::Rule& rule : state) {
            if (rule.included >= 0) {
                if (step(m_lexer->state(rule.included)))
                    return true;
                continue;
            }
            const QRegularExpression& pattern = rule.source.isEmpty() ? rule.pattern : remembering(rule.source);
            if (isLost(rule))
                continue;
            if (rule.atLineStart && m_at > 0 && m_code[m_at - 1] != u'\n')
                continue;
            // As Ruby's StringScanner does, a pattern sees nothing of what stands before: no \b or (?<=…) looks back.
            const QString rest = QString::fromRawData(m_code.constData() + m_at, m_code.size() - m_at);
            // Without the option every match would walk the whole rest first; it comes from valid UTF-8.
            const QRegularExpressionMatch match = pattern.match(
                rest, 0, QRegularExpression::NormalMatch,
                QRegularExpression::AnchorAtOffsetMatchOption | QRegularExpression::DontCheckSubjectStringMatchOption);
            if (match.hasMatch())
                return apply(rule, match);
            if (!match.isValid()) // the pattern's own limit ended it
                ++m_lost[&rule];
        }
        return false;
    }

    // A rule that went astray many times is left out: hostile code must not cost seconds.
    bool isLost(const Lexer::Rule& rule) const
    {
        if (m_lost.empty())
            return false;
        const auto found = m_lost.find(&rule);
        return found != m_lost.end() && found->second > mostLosses;
    }

    bool apply(const Lexer::Rule& rule, const QRegularExpressionMatch& match)
    {
        if (rule.classes.size() == 1) {
            give(rule.classes[0], match.captured(), match);
        } else {
            for (std::size_t group = 0; group < rule.classes.size(); ++group)
                give(rule.classes[group], match.captured(static_cast<int>(group) + 1), match);
        }
        m_at += match.capturedEnd();
        for (const QString& action : rule.actions)
            act(action, match);
        m_empty = match.capturedLength() == 0 ? m_empty + 1 : 0;
        if (m_empty <= mostEmptyMatches)
            return true;
        m_empty = 0;
        return false;
    }

    void act(const QString& action, const QRegularExpressionMatch& match)
    {
        const QChar kind = action[0];
        const QString rest = action.sliced(1);
        if (kind == u'^')
            m_stack.resize(1);
        if (kind == u'<' || kind == u'=') {
            for (int count = kind == u'<' ? std::max(1, rest.toInt()) : 1; count > 0 && m_stack.size() > 1; --count)
                m_stack.pop_back();
        }
        if (kind == u'>' || kind == u'=')
            m_stack.push_back(m_lexer->stateNamed(rest));
        else if (kind == u'!')
            m_delegates.erase(rest.toUtf8());
        else if (kind == u'+')
            indent(rest, static_cast<int>(match.capturedLength()));
        else if (kind == u'@' && rest.startsWith(u'-'))
            m_remembered.insert(m_remembered.begin(), match.captured(rest.sliced(1).toInt()));
        else if (kind == u'@')
            m_remembered.push_back(match.captured(rest.toInt()));
        else if (kind == u'~' && !m_remembered.empty())
            m_remembered.pop_back();
    }

    void indent(const QString& what, int length)
    {
        if (what == QLatin1String("reset"))
            m_indentation.reset();
        else if (what == QLatin1String("line"))
            m_indentation.beginLine(length);
        else if (what == QLatin1String("skip"))
            m_indentation.skip(length);
        else if (what == QLatin1String("key"))
            m_indentation.beginCollection();
        else if (what == QLatin1String("scalar"))
            m_indentation.beginScalar();
        else if (what == QLatin1String("inscalar") && m_indentation.endsScalar(length))
            endText(1, length);
        else if (what == QLatin1String("inplain"))
            m_indentation.endsPlain(length) ? endText(2, length) : m_stack.pop_back();
    }

    // A dedent ends a scalar: the line it stands in is read anew.
    void endText(int levels, int length)
    {
        m_stack.resize(m_stack.size() - std::min<std::size_t>(m_stack.size() - 1, static_cast<std::size_t>(levels)));
        m_indentation.beginLine(length);
        m_stack.push_back(m_lexer->stateNamed(QStringLiteral("indentation")));
    }

    const QRegularExpression& remembering(QString source)
    {
        const QString text = m_remembered.empty() ? QString() : m_remembered.back();
        source.replace(QLatin1String("{{@none}}"), QLatin1String(m_remembered.empty() ? "(?:)" : "(?!)"));
        source.replace(QLatin1String("{{@}}"), QRegularExpression::escape(text));
        source.replace(QLatin1String("{{@close}}"), QRegularExpression::escape(closing(text)));
        const auto known = m_patterns.constFind(source);
        return known != m_patterns.constEnd() ? *known : *m_patterns.insert(source, lexerPattern(source, false));
    }

    void give(const QByteArray& name, const QString& text, const QRegularExpressionMatch& match)
    {
        if (text.isEmpty())
            return;
        if (name.startsWith('*')) {
            const qsizetype slash = name.indexOf('/');
            const QByteArray other = name.sliced(slash < 0 ? 1 : slash + 1);
            const QByteArray table = slash < 0 ? QByteArray() : name.sliced(1, slash - 1);
            emitText(m_lexer->classOf(text, table, other == "." ? QByteArray() : other), text);
        } else if (name.startsWith('%')) {
            delegate(name, text, match);
        } else {
            emitText(name, text);
        }
    }

    void delegate(const QByteArray& name, const QString& text, const QRegularExpressionMatch& match)
    {
        const bool isFresh = name.startsWith("%%");
        QByteArray tag = name.sliced(isFresh ? 2 : 1);
        if (const int group = tag.toInt(); group > 0) {
            const QString language = match.captured(group).trimmed();
            const auto known = findLanguage(language.toStdString());
            if (!known && !language.isEmpty())
                return emitText("sb", text);
            tag = known ? QByteArray::fromStdString(known->tag) : QByteArray();
        }
        const std::shared_ptr<const Lexer> lexer = tag == "self" ? m_lexer : lexerFor(tag.toStdString());
        if (!lexer || m_depth >= mostDelegations)
            return emitText({}, text);
        if (isFresh)
            return Run(lexer, m_depth + 1).go(text, *m_out);
        std::unique_ptr<Run>& run = m_delegates[tag];
        if (!run)
            run = std::make_unique<Run>(lexer, m_depth + 1);
        run->go(text, *m_out);
    }

    void emitText(const QByteArray& name, const QString& text)
    {
        if (!m_out->empty() && m_out->back().name == name)
            m_out->back().text += text;
        else
            m_out->push_back({name, text});
    }

    std::shared_ptr<const Lexer> m_lexer;
    int m_depth = 0;
    std::vector<int> m_stack;
    std::vector<QString> m_remembered;
    QHash<QString, QRegularExpression> m_patterns; ///< those with a remembered text in them
    std::map<QByteArray, std::unique_ptr<Run>> m_delegates;
    Indentation m_indentation;
    std::unordered_map<const Lexer::Rule*, int> m_lost;
    QString m_code;
    std::vector<Lexeme>* m_out = nullptr;
    qsizetype m_at = 0;
    int m_empty = 0;
};
} // namespace

std::shared_ptr<const Lexer> Lexer::parse(const QString& file, std::string* error)
{
    LexerFile reader(file);
    std::shared_ptr<const Lexer> lexer = reader.read();
    if (error)
        *error = reader.error();
    return lexer;
}

QByteArray Lexer::classOf(const QString& word, const QByteArray& table, const QByteArray& other) const
{
    return m_words.value(QString::fromUtf8(table) + u' ' + (m_lowersWords ? word.toLower() : word), other);
}

std::shared_ptr<const Lexer> lexerFor(std::string_view tag)
{
    static std::mutex mutex;
    static std::map<std::string, std::shared_ptr<const Lexer>, std::less<>> lexers;
    const std::lock_guard lock(mutex);
    if (const auto known = lexers.find(tag); known != lexers.end())
        return known->second;
    const QByteArray file = resource("lexers/" + std::string(tag) + ".lexer");
    std::shared_ptr<const Lexer> lexer = file.isEmpty() ? nullptr : Lexer::parse(QString::fromUtf8(file));
    lexers.emplace(tag, lexer);
    return lexer;
}

std::vector<Lexeme> lex(const std::shared_ptr<const Lexer>& lexer, const QString& code)
{
    std::vector<Lexeme> out;
    Run(lexer, 0).go(code, out);
    return out;
}

std::string htmlOf(const std::vector<Lexeme>& lexemes)
{
    std::string out;
    for (const Lexeme& lexeme : lexemes) {
        const std::string text = escapedCode(lexeme.text.toStdString());
        out += lexeme.name.isEmpty() ? text : "<span class=\"" + lexeme.name.toStdString() + "\">" + text + "</span>";
    }
    return out;
}

} // namespace galley::script
