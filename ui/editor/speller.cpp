// SPDX-License-Identifier: MIT
// The only file that knows Hunspell.
#include "editor/speller.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QStandardPaths>

#include <hunspell/hunspell.hxx>
#include <iconv.h>

#include <cerrno>

namespace galley
{

/// Answers kept; more is a book in another language.
static constexpr qsizetype mostKnown = 200'000;
static constexpr int mostSuggestions = 6;

namespace
{
/// From one encoding to another; nothing for what can not be told in it.
class Converter
{
public:
    Converter(const char* to, const char* from) : m_state(iconv_open(to, from)) {}
    ~Converter()
    {
        if (isOpen())
            iconv_close(m_state);
    }
    Converter(const Converter&) = delete;
    Converter& operator=(const Converter&) = delete;

    bool isOpen() const { return m_state != reinterpret_cast<iconv_t>(-1); }
    std::string convert(std::string text)
    {
        std::string out(text.size() * 4 + 4, '\0');
        char* in = text.data();
        char* at = out.data();
        std::size_t left = text.size(), room = out.size();
        iconv(m_state, nullptr, nullptr, nullptr, nullptr);
        if (iconv(m_state, &in, &left, &at, &room) == static_cast<std::size_t>(-1))
            return {};
        out.resize(out.size() - room);
        return out;
    }

private:
    iconv_t m_state;
};
} // namespace

/// A dictionary's words looked at for their scripts; files larger than this are none.
static constexpr qsizetype sampledWords = 4000;
static constexpr qint64 dictionaryBytes = 64 << 20;

/// One script of a word; Common where it has no letter of any.
static QSet<int> scriptsOf(const QString& word)
{
    QSet<int> scripts;
    for (const char32_t c : word.toUcs4()) {
        const QChar::Script script = QChar::script(c);
        if (QChar::isLetter(c) && script != QChar::Script_Common && script != QChar::Script_Inherited)
            scripts.insert(script);
    }
    return scripts;
}

struct Speller::Dictionary {
    explicit Dictionary(const QString& path)
        : words((QFile::encodeName(path).toStdString() + ".aff").c_str(),
                (QFile::encodeName(path).toStdString() + ".dic").c_str()),
          in(words.get_dict_encoding().c_str(), "UTF-8"), out("UTF-8", words.get_dict_encoding().c_str())
    {
        if (out.isOpen())
            scripts = scriptsOfWords(path);
    }

    /// Those that a hundredth of its words are written in: a few Greek letters make no Greek dictionary.
    QSet<int> scriptsOfWords(const QString& path)
    {
        QFile file(path + QStringLiteral(".dic"));
        if (!file.open(QIODevice::ReadOnly))
            return {};
        const QList<QByteArray> lines = file.read(dictionaryBytes).split('\n');
        const qsizetype step = std::max<qsizetype>(1, lines.size() / sampledWords);
        QHash<int, qsizetype> counts;
        qsizetype words = 0;
        for (qsizetype i = 1; i < lines.size(); i += step) { // the first line is their number
            const QByteArray& line = lines[i];
            const qsizetype slash = line.indexOf('/');
            const QSet<int> scripts = scriptsOf(
                QString::fromStdString(out.convert(line.first(slash < 0 ? line.size() : slash).toStdString())));
            words += scripts.isEmpty() ? 0 : 1;
            for (const int script : scripts)
                ++counts[script];
        }
        QSet<int> scripts;
        for (auto count = counts.cbegin(); count != counts.cend(); ++count) {
            if (count.value() * 100 >= words)
                scripts.insert(count.key());
        }
        return scripts;
    }

    Hunspell words;
    Converter in, out;
    QSet<int> scripts; ///< empty where they can not be told
};

QStringList Speller::folders()
{
    QStringList out = QStandardPaths::locateAll(QStandardPaths::GenericDataLocation, QStringLiteral("hunspell"),
                                                QStandardPaths::LocateDirectory);
    out << QStringLiteral("/usr/share/hunspell") << QStringLiteral("/usr/share/myspell/dicts");
    out.removeDuplicates();
    return out;
}

// The exact name first; then the language in its own country (cs_CZ), in America for English; then any country's.
QString Speller::dictionaryFor(const QString& language, const QStringList& folders)
{
    const QString name = language.section(QLatin1Char('.'), 0, 0).replace(QLatin1Char('-'), QLatin1Char('_'));
    const QString code = name.section(QLatin1Char('_'), 0, 0).toLower();
    if (code.size() < 2 || name.contains(QLatin1Char('/')))
        return {};
    const QString country = name.section(QLatin1Char('_'), 1, 1).toUpper();
    const QString home = code == QStringLiteral("en") ? QStringLiteral("US") : code.toUpper();
    const QStringList patterns{code + QLatin1Char('_') + (country.isEmpty() ? home : country) + QStringLiteral(".dic"),
                               code + QLatin1Char('_') + home + QStringLiteral(".dic"), code + QStringLiteral(".dic"),
                               code + QStringLiteral("_*.dic")};
    for (const QString& pattern : patterns) {
        for (const QString& folder : folders) {
            for (const QString& file : QDir(folder).entryList({pattern}, QDir::Files, QDir::Name)) {
                const QString path = folder + QLatin1Char('/') + QFileInfo(file).completeBaseName();
                if (QFileInfo::exists(path + QStringLiteral(".aff")))
                    return path;
            }
        }
    }
    return {};
}

std::unique_ptr<Speller> Speller::load(const QString& dictionary)
{
    auto loaded = std::make_unique<Dictionary>(dictionary);
    if (!loaded->in.isOpen() || !loaded->out.isOpen())
        return nullptr;
    return std::unique_ptr<Speller>(new Speller(std::move(loaded)));
}

Speller::Speller(std::unique_ptr<Dictionary> dictionary) : m_dictionary(std::move(dictionary)) {}
Speller::~Speller() = default;

static QString straight(QString word)
{
    return word.replace(QChar(u'’'), QLatin1Char('\'')).normalized(QString::NormalizationForm_C);
}

bool Speller::isForeign(const QString& word) const
{
    const QSet<int> scripts = scriptsOf(word);
    return !m_dictionary->scripts.isEmpty() && !m_dictionary->scripts.contains(scripts);
}

bool Speller::isRight(const QString& word)
{
    const auto known = m_known.constFind(word);
    if (known != m_known.cend())
        return *known;
    const QString plain = straight(word);
    const std::string bytes = m_dictionary->in.convert(plain.toStdString());
    const bool right = isForeign(plain) || m_own.contains(plain) || m_own.contains(plain.toLower()) ||
                       (!bytes.empty() && m_dictionary->words.spell(bytes));
    if (m_known.size() >= mostKnown)
        m_known.clear();
    m_known.insert(word, right);
    return right;
}

QStringList Speller::suggestions(const QString& word)
{
    QStringList out;
    const std::string bytes = m_dictionary->in.convert(straight(word).toStdString());
    if (bytes.empty())
        return out;
    for (const std::string& each : m_dictionary->words.suggest(bytes)) {
        if (out.size() < mostSuggestions)
            out << QString::fromStdString(m_dictionary->out.convert(each));
    }
    return out;
}

void Speller::setOwnWords(const QSet<QString>& words)
{
    m_own = words;
    m_known.clear();
}

} // namespace galley
