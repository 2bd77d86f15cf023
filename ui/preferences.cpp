// SPDX-License-Identifier: MIT
#include "preferences.h"

#include <QCryptographicHash>
#include <QFileInfo>
#include <QFontDatabase>

namespace galley
{

/// Entries of the recent files menu: what fits without scrolling and can be taken in.
static constexpr int recentCount = 12;

/// Files kept in mind, so that those that are gone do not leave the menu empty.
static constexpr int recentKept = 40;

/// Places remembered; older ones go, so that the file stays small.
static constexpr int placeCount = 200;

static QString key(const char* name)
{
    return QString::fromLatin1(name);
}

Preferences::Preferences()
    : m_settings(QSettings::NativeFormat, QSettings::UserScope, QStringLiteral("galley"), QStringLiteral("galley"))
{
}

QFont Preferences::editorFont() const
{
    QFont font = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    font.setPointSizeF(11);
    const QString remembered = m_settings.value(key("editor/font")).toString();
    if (!remembered.isEmpty())
        font.fromString(remembered);
    return font;
}

void Preferences::setEditorFont(const QFont& font)
{
    m_settings.setValue(key("editor/font"), font.toString());
}

double Preferences::zoom() const
{
    return qBound(0.5, m_settings.value(key("view/zoom"), 1.0).toDouble(), 3.0);
}

void Preferences::setZoom(double zoom)
{
    m_settings.setValue(key("view/zoom"), zoom);
}

Appearance Preferences::appearance() const
{
    const QString name = m_settings.value(key("view/appearance")).toString();
    return name == key("dark") ? Appearance::Dark : name == key("light") ? Appearance::Light : Appearance::System;
}

void Preferences::setAppearance(Appearance appearance)
{
    const char* const names[] = {"system", "light", "dark"};
    m_settings.setValue(key("view/appearance"), key(names[static_cast<int>(appearance)]));
}

bool Preferences::flag(const QString& name, bool standard) const
{
    return m_settings.value(name, standard).toBool();
}

void Preferences::setFlag(const QString& name, bool on)
{
    m_settings.setValue(name, on);
}

QByteArray Preferences::state(const QString& name) const
{
    return m_settings.value(name).toByteArray();
}

void Preferences::setState(const QString& name, const QByteArray& state)
{
    m_settings.setValue(name, state);
}

QStringList Preferences::recentFiles() const
{
    return m_settings.value(key("files/recent")).toStringList();
}

void Preferences::addRecentFile(const QString& path)
{
    QStringList recent = recentFiles();
    recent.removeAll(path);
    recent.prepend(path);
    m_settings.setValue(key("files/recent"), recent.mid(0, recentKept));
}

QStringList Preferences::presentRecentFiles() const
{
    QStringList recent = recentFiles();
    recent.removeIf([](const QString& path) { return !QFileInfo(path).isFile(); });
    return recent.mid(0, recentCount);
}

void Preferences::clearRecentFiles()
{
    m_settings.remove(key("files/recent"));
}

QStringList Preferences::session() const
{
    return m_settings.value(key("files/session")).toStringList();
}

void Preferences::setSession(const QStringList& paths)
{
    m_settings.setValue(key("files/session"), paths);
}

QString Preferences::lastFile() const
{
    return m_settings.value(key("files/last")).toString();
}

void Preferences::setLastFile(const QString& path)
{
    m_settings.setValue(key("files/last"), path);
}

/// A path as a settings key: slashes would make groups.
static QString placeKey(const QString& path)
{
    const QByteArray hash = QCryptographicHash::hash(path.toUtf8(), QCryptographicHash::Sha1).toHex();
    return key("places/") + QString::fromLatin1(hash);
}

FilePlace Preferences::place(const QString& path) const
{
    const QVariantList values = m_settings.value(placeKey(path)).toList();
    if (values.size() != 3)
        return {};
    return {values[0].toInt(), values[1].toDouble(), values[2].toBool()};
}

void Preferences::setPlace(const QString& path, const FilePlace& place)
{
    m_settings.beginGroup(key("places"));
    const QStringList known = m_settings.childKeys();
    m_settings.endGroup();
    if (known.size() > placeCount)
        m_settings.remove(key("places"));
    m_settings.setValue(placeKey(path), QVariantList{place.caret, place.top, place.folded});
}

} // namespace galley
