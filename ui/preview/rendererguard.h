// SPDX-License-Identifier: MIT
// RendererGuard: notices a render process that is dead, stuck or shows a document nobody fed, and asks for a bounded
// number of reloads.
#pragma once

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

namespace galley
{

class PageFeed;
class PreviewPage;

class RendererGuard final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(RendererGuard)

public:
    RendererGuard(PreviewPage* page, PageFeed* feed, QObject* parent);

    /// Another page, or the person's retry: the count of reloads begins anew.
    void forgive() { m_deaths = m_reloads = 0; }

    /// While a page is being loaded the long patience holds.
    void setLoading(bool loading);

    /// The document that is fed from now on answers with this number.
    void setDocument(int number) { m_document = number; }

    /// A renderer that prints gives no answer, and killing it then would take the program along.
    void setPrinting(bool printing);

Q_SIGNALS:
    void reloadWanted();
    void otherDocument(); ///< the page is loaded, but the document that answers is not the one that was fed
    void scriptMissing(); ///< the page is loaded, but the preview's script is not in it; once a load
    void gaveUp();        ///< after the fourth death in quick succession

private:
    struct Ping {
        int number;
        int document; ///< that was fed when it was sent
    };

    bool isBusy() const; ///< a load or a slice is outstanding
    void look();
    void ping();
    void heard(const Ping& ping, const QVariant& answer);
    void kill();
    void died(bool byOthers);

    PreviewPage* m_page;
    PageFeed* m_feed;
    QTimer m_timer;
    QElapsedTimer m_asked;
    QElapsedTimer m_lastBusy;
    bool m_waiting = false; ///< m_asked: since then no ping was answered
    bool m_hung = false;    ///< it was killed for giving no answer
    bool m_loading = false;
    bool m_printing = false;
    int m_document = 0; ///< 0: none is fed
    int m_pings = 0;
    int m_silent = 0; ///< the newest ping when one had the answer of a page without our script; 0: the last had not
    bool m_scriptAsked = false;
    int m_deaths = 0;  ///< in quick succession
    int m_reloads = 0; ///< since the person opened or retried the page
    QElapsedTimer m_born;
    int m_life = 0; ///< answers of a renderer that died are not heard
};

} // namespace galley
