// SPDX-License-Identifier: MIT
#include "openpost.h"

#include "editor/editorlayout.h"
#include "editor/linecutter.h"

#include <QFileInfo>

namespace galley
{

OpenPost::OpenPost(QObject* parent) : QObject(parent), m_text(&m_document)
{
    m_document.setDocumentLayout(new EditorLayout(&m_document));
    m_document.setDocumentMargin(6);
    new LineCutter(&m_document, this);
    connect(&m_document, &QTextDocument::modificationChanged, this, &OpenPost::modifiedChanged);
    connect(&m_document, &QTextDocument::contentsChange, this, [this] {
        if (!m_loading)
            Q_EMIT edited();
    });
}

QString OpenPost::name() const
{
    return place().isEmpty() ? tr("Untitled") : QFileInfo(place()).fileName();
}

void OpenPost::setPath(const QString& path)
{
    if (path == m_path)
        return;
    m_path = path;
    Q_EMIT pathChanged();
}

void OpenPost::loadNew(const std::string& text, const QString& plannedPath)
{
    m_isNew = true;
    m_plannedPath = plannedPath; // known before loaded() tells of it
    loadText({text, {}}, QString(), {});
    m_document.setModified(true);
}

void OpenPost::load(const FileText& file, const QString& path, const FileState& state)
{
    m_plannedPath.clear();
    m_isNew = false;
    loadText(file, path, state);
}

void OpenPost::loadText(const FileText& file, const QString& path, const FileState& state)
{
    m_form = file.form;
    m_diskState = state;
    m_loading = true;
    m_text.load(file.text);
    m_loading = false;
    setPath(path);
    Q_EMIT loaded();
}

void OpenPost::takeFromDisk(const FileText& file, const FileState& state)
{
    m_form = file.form;
    m_diskState = state;
    m_text.replaceAll(file.text);
    m_document.setModified(false);
}

void OpenPost::wroteTo(const QString& path, const FileState& state, const std::shared_ptr<const std::string>& text)
{
    m_diskState = state;
    setPath(path);
    m_plannedPath.clear();
    m_isNew = false;
    if (*m_text.text() == *text)
        m_document.setModified(false);
    Q_EMIT saved();
}

} // namespace galley
