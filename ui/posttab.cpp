// SPDX-License-Identifier: MIT
#include "posttab.h"

#include "postsaving.h"

namespace galley
{

PostTab::PostTab(const QString& stateFolder, QWidget* window, QObject* parent)
    : QObject(parent), m_keeping(new SafeKeeping(&m_post, stateFolder, this)),
      m_saving(new PostSaving(&m_post, m_keeping, window, this)), m_editor(new PostEditor(&m_post))
{
}

// The view goes before the document it shows, and the journal is written before the text goes.
PostTab::~PostTab()
{
    delete m_editor;
    delete m_saving;
    delete m_keeping;
}

bool PostTab::isReplaceable() const
{
    if (!m_open)
        return true;
    const bool touched = m_post.isModified() || m_post.hasHistory();
    return m_post.path().isEmpty() && !touched;
}

} // namespace galley
