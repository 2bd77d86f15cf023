// SPDX-License-Identifier: MIT
#include "preview/printjobs.h"

#include "keep/savefile.h"
#include "noticestack.h"
#include "preview/paper.h"
#include "preview/previewpage.h"

#include <QFile>
#include <QPointer>
#include <QPrinter>
#include <QWebEngineView>

namespace galley
{

namespace
{

/// A job that has said nothing for so long never will: the longest page that prints takes some ten seconds.
constexpr int patience = 120000; // ms

/// How long a job waits for the page to be whole and its pictures to come, and how often it looks.
constexpr int readyPatience = 15000; // ms
constexpr int readyInterval = 40;    // ms

} // namespace

PrintJobs::PrintJobs(QWebEngineView* view, PreviewPage* page, std::function<bool()> shown, QObject* parent)
    : QObject(parent), m_view(view), m_page(page), m_shown(std::move(shown))
{
    m_patience.setSingleShot(true);
    m_patience.setInterval(patience);
    connect(&m_patience, &QTimer::timeout, this, [this] { finish(tr("the preview does not answer.")); });
    connect(view, &QWebEngineView::printFinished, this, [this](bool ok) {
        if (!m_jobs.empty() && m_jobs.front().printer)
            finish(ok ? QString() : tr("the printer did not take it."));
    });
    connect(page, &QWebEnginePage::renderProcessTerminated, this, [this] {
        if (!m_jobs.empty())
            finish(tr("the preview stopped meanwhile."));
    });
}

PrintJobs::~PrintJobs() = default;

void PrintJobs::print(std::shared_ptr<QPrinter> printer)
{
    add({{}, std::move(printer)});
}

void PrintJobs::savePdf(const QString& path)
{
    add({path, nullptr});
}

void PrintJobs::add(Job job)
{
    m_jobs.push_back(std::move(job));
    if (m_jobs.size() > 1)
        return;
    m_running.emplace();
    Q_EMIT busyChanged(true);
    start();
}

/// An answer may come after this object is gone, or after the job was given up.
void PrintJobs::ask(const QString& script, std::function<void(const QVariant&)> then)
{
    m_page->ask(script,
                [self = QPointer<PrintJobs>(this), turn = m_turn, then = std::move(then)](const QVariant& answer) {
                    if (self && self->m_turn == turn)
                        then(answer);
                });
}

void PrintJobs::start()
{
    ++m_turn;
    m_patience.start();
    m_begun.start();
    if (m_jobs.front().printer) {
        m_layout = m_jobs.front().printer->pageLayout();
        layOut();
        return;
    }
    ask(QStringLiteral("galley.paperWanted()"), [this](const QVariant& wanted) {
        m_layout = wantedLayout(usualLayout(), wanted.toMap());
        layOut();
    });
}

void PrintJobs::layOut()
{
    waitUntilReady(textSize(m_layout));
}

void PrintJobs::waitUntilReady(const QSizeF& text)
{
    ask(QStringLiteral("galley.readyForPaper()"), [this, text](const QVariant& ready) {
        const bool wait = (!ready.toBool() || !m_shown()) && m_begun.elapsed() < readyPatience;
        if (wait) {
            QTimer::singleShot(readyInterval, this, [this, text, turn = m_turn] {
                if (turn == m_turn)
                    waitUntilReady(text);
            });
            return;
        }
        ask(QStringLiteral("galley.layOnPaper(%1,%2)").arg(text.width(), 0, 'f', 2).arg(text.height(), 0, 'f', 2),
            [this](const QVariant&) { write(); });
    });
}

void PrintJobs::write()
{
    m_patience.start();
    if (m_jobs.front().printer) {
        m_view->print(m_jobs.front().printer.get());
        return;
    }
    m_page->printToPdf(
        [self = QPointer<PrintJobs>(this), turn = m_turn](const QByteArray& pdf) {
            if (self && self->m_turn == turn)
                self->write(pdf);
        },
        m_layout);
}

void PrintJobs::write(const QByteArray& pdf)
{
    if (pdf.isEmpty()) {
        finish(tr("the preview could not make it."));
        return;
    }
    m_patience.stop(); // the disk takes as long as it takes
    const auto save = [target = QFile::encodeName(m_jobs.front().path).toStdString(),
                       pdf]() -> SaveExpected<FileState> {
        const std::string_view bytes(pdf.constData(), std::size_t(pdf.size()));
        return saveFile({target, bytes, {}, SaveWay::Ask, true});
    };
    m_disk.run(this, save, [this, turn = m_turn](const SaveExpected<FileState>& saved) {
        if (turn == m_turn)
            finish(saved ? QString() : sentence(saved.error().error));
    });
}

/// The job under way is over, well or not. The next one begins.
void PrintJobs::finish(const QString& problem)
{
    const Job job = std::move(m_jobs.front());
    m_jobs.pop_front();
    ++m_turn;
    m_patience.stop();
    m_page->ask(QStringLiteral("galley.leavePaper()"), [](const QVariant&) {});
    if (job.printer)
        Q_EMIT printed(problem.isEmpty());
    else
        Q_EMIT pdfSaved(job.path, problem);
    if (!m_jobs.empty()) {
        start();
        return;
    }
    m_running.reset();
    Q_EMIT busyChanged(false);
    if (m_session) // not from within the page's own signal
        QTimer::singleShot(0, this, &PrintJobs::end);
}

void PrintJobs::endWith(QObject* session)
{
    m_session = session;
    setParent(nullptr);
    if (m_jobs.empty()) {
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
