// SPDX-License-Identifier: MIT
// Exporting: the page as a file: exactly what the preview shows, because it comes from the same function.
#pragma once

#include "layout/postrenderer.h"
#include "noticestack.h"
#include "outputplace.h"
#include "preview/previewpolicy.h"

#include <QObject>
#include <QTemporaryDir>

#include <functional>
#include <memory>

namespace galley
{

class LivePage;
class OpenPost;
class Preferences;
class TaskQueue;

class Exporting final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Exporting)

public:
    Exporting(OpenPost* post, LivePage* page, TaskQueue* tasks, Preferences* preferences, QWidget* window);

    void setPost(OpenPost* post) { m_post = post; }
    void askWhere();

    /// The stand-alone page, in a file of the running program, shown by the system's browser.
    void openInBrowser();

    /// Renders the text as it stands and writes it there, replacing what is there.
    void writeTo(const QString& path, PageForm form);

Q_SIGNALS:
    void exported(const QString& path);
    void failed(const QString& path);
    void noticed(const Notice& notice);

private:
    PreviewTrust trust() const;
    void write(const QString& path, PageForm form, const std::function<void()>& then);

    OpenPost* m_post;
    LivePage* m_page;
    TaskQueue* m_tasks;
    OutputPlace m_place;
    QWidget* m_window;
    std::unique_ptr<QTemporaryDir> m_forBrowser; ///< made when first wanted, gone with the program
};

} // namespace galley
