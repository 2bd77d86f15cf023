// SPDX-License-Identifier: MIT
// PageFeed: brings what the web page shows to the newest RenderedPage, one acknowledged order at a time.
#pragma once

#include "layout/blockpatch.h"
#include "preview/pageorders.h"

#include <QElapsedTimer>
#include <QObject>

#include <memory>

namespace galley
{

class PreviewPage;

class PageFeed final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PageFeed)

public:
    PageFeed(PreviewPage* page, QObject* parent);

    /// The newest page wins: what is under way ends, what was waiting is dropped.
    void show(std::shared_ptr<const RenderedPage> page);

    /// The web page is being loaded anew; nothing is shown until begin().
    void reset();

    /// The web page is loaded: empty, or, when `published` is given, with that page and its marks. Orders go to the
    /// document with this number only.
    void begin(int document, std::shared_ptr<const RenderedPage> published = nullptr);

    /// Whether everything asked for is shown.
    bool isSettled() const { return !m_inFlight && m_settled == m_target; }

    /// Milliseconds the order under way has had no answer; -1 when none is under way.
    qint64 waiting() const { return m_inFlight ? m_sent.elapsed() : -1; }

Q_SIGNALS:
    void settled();                       ///< the DOM shows the newest page
    void reloadWanted();                  ///< a trusted page that can only be shown by loading it again
    void documentLost();                  ///< the document that got an order is not the one that is fed
    void orderFailed(const QString& why); ///< the script gave no sensible answer

private:
    enum class Order { Shell, Patch, Whole, Adopt };

    void step();
    BlockPatch nextPatch() const;
    void send(Order order, PageOrder what);
    void sendOn();
    void lose();
    void answered(Order order, const QVariant& answer);
    void accept(Order order, bool regular);
    void refuse(Order order);
    void settle();
    void keepAsLoaded();

    PreviewPage* m_page;
    std::shared_ptr<const RenderedPage> m_target;
    std::shared_ptr<const RenderedPage> m_settled;
    std::shared_ptr<const RenderedPage> m_sending; ///< keeps the views of m_patch and m_pieces alive
    Order m_order = Order::Shell;
    PieceWriter m_pieces; ///< of the order under way, what is not sent yet
    QString m_call;
    BlockPatch m_patch;
    std::size_t m_goal = 0; ///< blocks of the page that is being brought in
    ShownPage m_shown;
    QElapsedTimer m_sent;
    int m_document = 0;
    int m_load = 0; ///< answers to orders of an earlier load are not heard
    bool m_ready = false;
    bool m_published = false; ///< the page stands as it was loaded, with its scripts
    bool m_fixed = false;     ///< it does, and can't be patched: another text is another load
    bool m_hasShell = false;
    bool m_irregular = false; ///< blocks reach into one another: whole pages are compared
    bool m_inFlight = false;
};

} // namespace galley
