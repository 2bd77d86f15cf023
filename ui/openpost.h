// SPDX-License-Identifier: MIT
// OpenPost: a post that is open: its text, its place on disk, the form of its bytes.
#pragma once

#include "base/textcodec.h"
#include "editor/documenttext.h"
#include "keep/filestate.h"

#include <QTextDocument>

namespace galley
{

class OpenPost final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(OpenPost)

public:
    explicit OpenPost(QObject* parent = nullptr);

    QTextDocument* document() { return &m_document; }
    DocumentText& text() { return m_text; }
    const DocumentText& text() const { return m_text; }

    /// Absolute; empty for an untitled post.
    const QString& path() const { return m_path; }
    /// Where the first save of an untitled post makes its file; empty when nobody said.
    const QString& plannedPath() const { return m_plannedPath; }
    /// A write-up that came from the program and was never saved: all of its text is unsaved.
    bool isNew() const { return m_isNew; }
    /// The path, else the planned one: what site, page and images go by.
    const QString& place() const { return m_path.isEmpty() ? m_plannedPath : m_path; }
    /// The file's name, or "Untitled".
    QString name() const;
    FileForm form() const { return m_form; }
    /// The file as it was last read or written.
    const FileState& diskState() const { return m_diskState; }
    bool isModified() const { return m_document.isModified(); }
    bool hasHistory() const { return m_document.isUndoAvailable() || m_document.isRedoAvailable(); }

    /// A new text takes the old one's place, with nothing to undo.
    void load(const FileText& file, const QString& path, const FileState& state);
    /// The same for one that has no file yet: it is unsaved from the first moment on.
    void loadNew(const std::string& text, const QString& plannedPath);

    /// Another program changed the file: its text replaces ours as one undo step, and the post is unmodified.
    void takeFromDisk(const FileText& file, const FileState& state);

    /// The file is known to be like this from now on; the text stays as it is.
    void setDiskState(const FileState& state) { m_diskState = state; }
    void setPath(const QString& path);

    /// The text was written there. It is unmodified when nothing was typed since the text was taken.
    void wroteTo(const QString& path, const FileState& state, const std::shared_ptr<const std::string>& text);

Q_SIGNALS:
    void loaded();
    void edited(); ///< by anyone, but not by load()
    void pathChanged();
    void modifiedChanged(bool modified);
    void saved();

private:
    void loadText(const FileText& file, const QString& path, const FileState& state);

    QTextDocument m_document;
    DocumentText m_text;
    QString m_path;
    QString m_plannedPath;
    FileForm m_form;
    FileState m_diskState;
    bool m_loading = false;
    bool m_isNew = false;
};

} // namespace galley
