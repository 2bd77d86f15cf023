// SPDX-License-Identifier: MIT
// Preferences: what the program remembers, in the XDG config folder (galley/galley.conf).
#pragma once

#include "theme.h"

#include <QFont>
#include <QSettings>
#include <QStringList>

namespace galley
{

/// Where a file was left.
struct FilePlace {
    int caret = 0;    ///< position in the document
    double top = 0.0; ///< the block at the top, with fraction
    bool folded = true;
};

class Preferences final
{
public:
    Preferences();

    QFont editorFont() const;
    void setEditorFont(const QFont& font);
    double zoom() const;
    void setZoom(double zoom);
    Appearance appearance() const;
    void setAppearance(Appearance appearance);

    bool flag(const QString& name, bool standard) const;
    void setFlag(const QString& name, bool on);
    QByteArray state(const QString& name) const;
    void setState(const QString& name, const QByteArray& state);

    /// Newest first; files that are gone are kept: the disk they lie on may come back.
    QStringList recentFiles() const;
    /// What a menu or the start page lists: only those that are there now.
    QStringList presentRecentFiles() const;
    void addRecentFile(const QString& path);
    void clearRecentFiles();

    /// The posts that were open, in the order of their tabs; lastFile is the one that was shown.
    QStringList session() const;
    void setSession(const QStringList& paths);
    QString lastFile() const;
    void setLastFile(const QString& path);

    FilePlace place(const QString& path) const;
    void setPlace(const QString& path, const FilePlace& place);

private:
    mutable QSettings m_settings;
};

} // namespace galley
