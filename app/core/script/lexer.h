// SPDX-License-Identifier: MIT
// Lexer: a stack of states with regular expressions, which names the pieces of code as Rouge names them.
#pragma once

#include <QHash>
#include <QRegularExpression>
#include <QString>

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace galley::script
{

/// One piece of code with Rouge's short class; text without a class has an empty one.
struct Lexeme {
    QByteArray name;
    QString text;
};

/// A language as lexers/NAME.lexer describes it. Immutable: any thread may use it.
///
/// The file has one statement a line; `#` begins a comment at a line's start:
///     option ignorecase          words and patterns ignore case
///     option lowerwords          words do, patterns do not
///     let NAME PATTERN           {{NAME}} in a pattern below stands for it
///     extend NAME                all of another lexer's file; words given before it come before its own
///     words[TABLE] CLASS WORD…   the class that `*` gives these words; the first line that has a word counts
///     start STATE…               states that lie on `root` at the beginning
///     state NAME                 rules follow; in place of those that the extended lexer has there
///     prepend NAME               rules that come before those of the extended lexer
///       include STATE            its rules, here
///       CLASSES ACTION… : PATTERN
/// CLASSES: one for the whole match, or one for each of its groups, parted by commas; the groups must follow each other
/// without gaps. "." is text without a class, "*f" looks the text up in `words` and is "f" for others, "*t/f" in the
/// table t, "%css" hands it to another lexer, which goes on where it stopped, "%%css" to one that begins anew, "%%self"
/// to this one, "%%3" to that of the language named in group 3. PATTERN is matched at the place that was reached and
/// sees nothing of the code before it, but for a ^ at its beginning. ACTIONS: "!css" forgets where the lexer css
/// stopped, "+…" are those of Indentation (yaml.lexer), and ">a" pushes state a, "<" pops one, "<2" two, "=a" pops one
/// and pushes a, "^" pops all but root, "@2" remembers the text of group 2,
/// "@-2" puts it below what is remembered already, "~" forgets what was remembered last. {{@}} in a pattern is the text
/// that was remembered last, {{@close}} the bracket that closes it; {{@none}} matches, nothing, when nothing is
/// remembered.
class Lexer
{
public:
    /// Null when the file has an error, which `error` then names with its line.
    static std::shared_ptr<const Lexer> parse(const QString& file, std::string* error = nullptr);

    struct Rule {
        QRegularExpression pattern;
        QString source; ///< of a pattern with {{@}}; empty for others
        std::vector<QByteArray> classes;
        std::vector<QString> actions;
        bool atLineStart = false; ///< the pattern begins with ^
        int included = -1;        ///< index of a state; -1 for a rule of its own
    };
    using State = std::vector<Rule>;

    const State& state(int index) const { return m_states[static_cast<std::size_t>(index)]; }
    int stateNamed(const QString& name) const { return m_names.value(name, -1); }
    const std::vector<int>& start() const { return m_start; }
    /// The class of a word in the `words` of this name; `other` when it does not stand there.
    QByteArray classOf(const QString& word, const QByteArray& table, const QByteArray& other) const;

private:
    friend class LexerFile;
    std::vector<State> m_states;
    QHash<QString, int> m_names;
    std::vector<int> m_start;
    QHash<QString, QByteArray> m_words; ///< by table, a space and the word
    bool m_ignoresCase = false;
    bool m_lowersWords = false;
};

/// The lexer compiled in for one of Rouge's tags; null when there is none.
std::shared_ptr<const Lexer> lexerFor(std::string_view tag);

/// The pieces of `code` in order; together they are `code`. Neighbours differ in class. What no rule matches is "err",
/// a character at a time, as in Rouge.
std::vector<Lexeme> lex(const std::shared_ptr<const Lexer>& lexer, const QString& code);

/// The pieces as Rouge's HTML formatter writes them.
std::string htmlOf(const std::vector<Lexeme>& lexemes);

} // namespace galley::script
