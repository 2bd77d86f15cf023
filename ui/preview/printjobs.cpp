// SPDX-License-Identifier: MIT
#include "preview/printjobs.h"

#include <QPrinter>
#include <QWebEngineView>

namespace galley
{

namespace
{

/// A job that has said nothing for so long never will: the longest page that prints takes some ten seconds.
constexpr int patience = 120000; // ms

} // namespace

PrintJobs::PrintJobs(QWebEngineView* view, QObject* parent) : QObject(parent), m_view(view)
{
    m_patience.setSingleShot(true);
    m_patience.setInterval(patience);
    connect(&m_patience, &QTimer::timeout, this, [this] {
        m_jobs = 0;
        done();
    });
    connect(view, &QWebEngineView::printFinished, this, [this](bool ok) {
        Q_EMIT printed(ok);
        done();
    });
    connect(view->page(), &QWebEnginePage::pdfPrintingFinished, this, [this](const QString& path, bool ok) {
        Q_EMIT pdfSaved(path, ok);
        done();
    });
}

void PrintJobs::begin()
{
    ++m_jobs;
    if (!m_running) {
        m_running.emplace();
        Q_EMIT busyChanged(true);
    }
    m_patience.start();
}

void PrintJobs::print(std::shared_ptr<QPrinter> printer)
{
    begin();
    m_printer = std::move(printer);
    m_view->print(m_printer.get());
}

void PrintJobs::savePdf(const QString& path)
{
    begin();
    m_view->page()->printToPdf(path);
}

void PrintJobs::done()
{
    m_jobs = std::max(0, m_jobs - 1);
    if (m_jobs > 0)
        return;
    m_patience.stop();
    m_running.reset();
    Q_EMIT busyChanged(false);
    if (m_session) // not from within the page's own signal
        QTimer::singleShot(0, this, &PrintJobs::end);
}

void PrintJobs::endWith(QObject* session)
{
    m_session = session;
    setParent(nullptr);
    if (m_jobs == 0) {
        end();
        return;
    }
    m_view->hide();
    m_view->setParent(nullptr);
    session->setParent(nullptr);
}

void PrintJobs::end()
{
    delete m_view; // before its page
    delete m_session;
    delete this;
}

} // namespace galley
