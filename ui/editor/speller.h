// SPDX-License-Identifier: MIT
// Speller: one language's dictionary (Hunspell) and the person's own words. Used by one thread at a time.
#pragma once

#include "base/expected.h"

#include <QHash>
#include <QSet>
#include <QString>
#include <QStringList>

#include <memory>

namespace galley
{

class Speller final
{
public:
    /// The file without its extension: "/usr/share/hunspell/en_US". Empty when no dictionary of the language is there.
    /// "cs", "cs-CZ" and "en_US.UTF-8" are languages.
    static QString dictionaryFor(const QString& language, const QStringList& folders);
    /// Where dictionaries lie on this system.
    static QStringList folders();

    /// Null when the dictionary can not be read.
    static std::unique_ptr<Speller> load(const QString& dictionary);
    ~Speller();
    Speller(const Speller&) = delete;
    Speller& operator=(const Speller&) = delete;

    /// A word with a letter of a script that the dictionary has no words in is nothing it can call wrong.
    bool isRight(const QString& word);
    QStringList suggestions(const QString& word);
    void setOwnWords(const QSet<QString>& words);

private:
    struct Dictionary;
    explicit Speller(std::unique_ptr<Dictionary> dictionary);
    bool isForeign(const QString& word) const;

    std::unique_ptr<Dictionary> m_dictionary;
    QSet<QString> m_own;
    QHash<QString, bool> m_known; ///< answers given: texts say the same words again and again
};

} // namespace galley
