// SPDX-License-Identifier: MIT
#include "keeping/autosave.h"

#include "openpost.h"
#include "safekeeping.h"
#include "site/site.h"
#include "taskqueue.h"

#include <QFile>
#include <QGuiApplication>

namespace galley
{

namespace
{
constexpr int pauseMs = 2000;     // a sentence is thought over; the preview needs no save
constexpr qint64 mostMs = 20'000; // of typing without a pause
} // namespace

Autosave::Autosave(OpenPost* post, SafeKeeping* keeping, TaskQueue* tasks, QObject* parent)
    : QObject(parent), m_post(post), m_keeping(keeping), m_tasks(tasks)
{
    m_pause.setSingleShot(true);
    connect(&m_pause, &QTimer::timeout, this, &Autosave::look);
    connect(post, &OpenPost::edited, this, &Autosave::edited);
    connect(post, &OpenPost::loaded, this, [this] { m_refused = false; });
    connect(keeping, &SafeKeeping::refused, this, [this] { m_refused = true; });
    connect(keeping, &SafeKeeping::saved, this, [this] { m_refused = false; });
    connect(qGuiApp, &QGuiApplication::applicationStateChanged, this, [this](Qt::ApplicationState state) {
        if (state != Qt::ApplicationActive)
            look();
    });
}

void Autosave::setOn(bool on)
{
    m_on = on;
    m_refused = false;
    edited();
}

void Autosave::edited()
{
    if (!maySave())
        return;
    if (!m_pause.isActive())
        m_unsaved.start();
    if (!m_pause.isActive() || m_unsaved.elapsed() < mostMs)
        m_pause.start(pauseMs);
}

bool Autosave::maySave() const
{
    return m_on && !m_refused && m_post->isModified() && !m_post->path().isEmpty() && !m_keeping->hasQuestion();
}

void Autosave::look()
{
    m_pause.stop();
    if (!maySave())
        return;
    if (m_keeping->isSaving()) {
        m_pause.start(pauseMs);
        return;
    }
    const QString path = m_post->path();
    m_tasks->run(
        this, [path] { return !Site::rootOf(QFile::encodeName(path).toStdString()).empty(); },
        [this, path](bool inSite) {
            if (inSite && path == m_post->path() && maySave())
                m_keeping->save({path, SaveWay::Ask, false, true});
        });
}

} // namespace galley
