// SPDX-License-Identifier: MIT
// Effects: what a post did to the careless program, each thing once, with the kind of harm it is.
#pragma once

#include <QString>
#include <QStringList>

#include <algorithm>
#include <iostream>

namespace galley::test
{

/// Kinds of harm, as the first word of each line that the control prints.
namespace harm
{
inline const QString script = QStringLiteral("script");   ///< code of the post ran, or asked the person something
inline const QString request = QStringLiteral("request"); ///< the beacon was called
inline const QString file = QStringLiteral("file");       ///< a file outside the site was read
inline const QString leave =
    QStringLiteral("leave");                        ///< navigation, window, download, another program, a trap for words
inline const QString look = QStringLiteral("look"); ///< covers or breaks what is not the post's
inline const QString heavy = QStringLiteral("heavy"); ///< takes more time or memory than a post may
inline const QString bytes = QStringLiteral("bytes"); ///< text is lost or changed, or reading it throws
} // namespace harm

/// Whether this kind of harm is what posts of the class try; a post counts only by harm of its own class.
inline bool isHarmOfClass(const QString& kind, const QString& postClass)
{
    const auto among = [&](std::initializer_list<QString> kinds) {
        return std::find(kinds.begin(), kinds.end(), kind) != kinds.end();
    };
    if (postClass == QLatin1String("script") || postClass == QLatin1String("mdlink") ||
        postClass == QLatin1String("breakout") || postClass == QLatin1String("diagram") ||
        postClass == QLatin1String("qt"))
        return among({harm::script, harm::request});
    if (postClass == QLatin1String("localfile"))
        return among({harm::file, harm::request});
    if (postClass == QLatin1String("remote"))
        return among({harm::request});
    if (postClass == QLatin1String("navigate"))
        return among({harm::leave, harm::request});
    if (postClass == QLatin1String("ui"))
        return among({harm::look, harm::request});
    if (postClass == QLatin1String("resource"))
        return among({harm::heavy});
    if (postClass == QLatin1String("parse"))
        return among({harm::bytes, harm::script, harm::file});
    return postClass == QLatin1String("frontmatter");
}

class Effects
{
public:
    explicit Effects(const QString& postClass) : m_class(postClass) {}

    void add(const QString& kind, const QString& what)
    {
        const QString line = kind + QStringLiteral(": ") + what;
        if (!m_known.contains(line))
            std::cout << line.toStdString() << std::endl;
        m_known << line;
    }
    /// Whether the post has shown what its class tries.
    bool enough() const
    {
        return std::any_of(m_known.begin(), m_known.end(),
                           [this](const QString& line) { return isHarmOfClass(line.section(u':', 0, 0), m_class); });
    }

private:
    QString m_class;
    QStringList m_known;
};

} // namespace galley::test
