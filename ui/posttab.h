// SPDX-License-Identifier: MIT
// PostTab: everything one open post has for itself: text and undo history, journal and watch, editor, saving.
#pragma once

#include "editor/posteditor.h"
#include "openpost.h"
#include "safekeeping.h"

#include <QPointer>

namespace galley
{

class PostSaving;

class PostTab final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PostTab)

public:
    PostTab(const QString& stateFolder, QWidget* window, QObject* parent);
    ~PostTab() override;

    OpenPost* post() { return &m_post; }
    const OpenPost* post() const { return &m_post; }
    SafeKeeping* keeping() const { return m_keeping; }
    PostSaving* saving() const { return m_saving; }
    PostEditor* editor() const { return m_editor; }

    /// False: a blank that waits for a post; its editor is not shown.
    bool isOpen() const { return m_open; }
    void setOpen(bool open) { m_open = open; }

    /// Nothing would be lost or missed when another post took this one's place: blank, or new and never touched.
    bool isReplaceable() const;

private:
    OpenPost m_post;
    SafeKeeping* m_keeping;
    PostSaving* m_saving;
    QPointer<PostEditor> m_editor; ///< its parent may have deleted it already
    bool m_open = false;
};

} // namespace galley
