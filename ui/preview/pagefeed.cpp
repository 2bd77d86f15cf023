// SPDX-License-Identifier: MIT
#include "preview/pagefeed.h"

#include "preview/previewpage.h"

#include <QPointer>

#include <algorithm>

namespace galley
{

namespace
{

/// HTML of the first patch of a long page: innerHTML costs 7 ms at 64 KB, 354 ms at 1 MB, and the renderer
/// answers in between. Later ones grow with what is shown, since each lays out the whole page once more.
constexpr std::size_t sliceBytes = 64u << 10;
constexpr std::size_t sliceBytesPerBlock = 40;     // of the blocks that are shown: about half of what they hold …
constexpr std::size_t sliceBytesMost = 256u << 10; // … and no more than a renderer takes in a second

/// HTML handed over in one call: about a millisecond of the window's thread.
constexpr std::size_t pieceBytes = 128u << 10;

/// What another document than the one that is fed answers to an order.
constexpr QLatin1String notMine("not mine");

} // namespace

PageFeed::PageFeed(PreviewPage* page, QObject* parent) : QObject(parent), m_page(page) {}

void PageFeed::show(std::shared_ptr<const RenderedPage> page)
{
    m_target = std::move(page);
    step();
}

void PageFeed::reset()
{
    ++m_load;
    m_ready = m_published = m_fixed = m_hasShell = m_irregular = m_inFlight = false;
    m_shown = {};
    m_goal = 0;
    m_settled.reset();
}

void PageFeed::begin(int document, std::shared_ptr<const RenderedPage> published)
{
    reset(); // an order that went to the page before this one has no answer
    m_document = document;
    m_ready = true;
    if (!published) {
        step();
        return;
    }
    m_published = m_hasShell = true;
    m_sending = std::move(published);
    send(Order::Adopt, adoptOrder(*m_sending));
}

void PageFeed::step()
{
    if (!m_ready || m_inFlight || !m_target || m_settled == m_target)
        return;
    if (m_fixed) {
        Q_EMIT reloadWanted();
        return;
    }
    m_sending = m_target;
    if (!m_published && (m_irregular || m_target->blocks.empty())) {
        send(Order::Whole, wholeOrder(*m_sending));
        return;
    }
    m_patch = nextPatch();
    if (m_patch.shellChanged || !m_hasShell)
        send(Order::Shell, shellOrder(*m_sending));
    else if (m_patch.empty())
        settle();
    else
        send(Order::Patch, patchOrder(m_patch, m_settled != nullptr && m_patch.complete));
}

/// While a page is being brought in and the text changes meanwhile, what is shown is the beginning of the old
/// page: a key near the top must not begin it all anew.
BlockPatch PageFeed::nextPatch() const
{
    const std::size_t slice = std::clamp(m_shown.blocks.size() * sliceBytesPerBlock, sliceBytes, sliceBytesMost);
    BlockPatch patch = blockPatch(m_shown, *m_sending, slice);
    const std::size_t shown = m_shown.blocks.size(), all = m_sending->blocks.size();
    if (shown >= m_goal || patch.removed <= 1 || shown + all < m_goal)
        return patch;
    BlockPatch partial = blockPatch(m_shown, *m_sending, slice, shown + all - m_goal);
    return partial.removed < patch.removed && !partial.empty() ? partial : patch;
}

void PageFeed::send(Order order, PageOrder what)
{
    m_inFlight = true;
    m_order = order;
    m_pieces = PieceWriter(std::move(what.pieces));
    m_call = std::move(what.call);
    sendOn();
}

/// A small order goes in one call; a large one in several, between which the window does other things.
void PageFeed::sendOn()
{
    QString script = QStringLiteral("if(galley.document===%1){").arg(m_document);
    script += m_pieces.take(pieceBytes);
    const bool last = m_pieces.atEnd();
    script += last ? m_call : QStringLiteral("1");
    script += QLatin1String("}else'") + notMine + QLatin1Char('\'');
    m_sent.start();
    // Callbacks may come after this object is gone, or after the page was loaded anew.
    m_page->ask(script, [self = QPointer<PageFeed>(this), load = m_load, last](const QVariant& answer) {
        if (!self || self->m_load != load)
            return;
        if (answer.toString() == notMine)
            self->lose();
        else if (last)
            self->answered(self->m_order, answer);
        else
            self->sendOn();
    });
}

void PageFeed::lose()
{
    reset();
    Q_EMIT documentLost();
}

void PageFeed::answered(Order order, const QVariant& answer)
{
    m_inFlight = false;
    const QVariantMap map = answer.toMap();
    const bool failed = answer.typeId() != QMetaType::QVariantMap;
    if (failed || map.contains(QStringLiteral("error")))
        Q_EMIT orderFailed(map.value(QStringLiteral("error")).toString());
    if (order == Order::Adopt && !failed && map.contains(QStringLiteral("irregular")) &&
        !map.contains(QStringLiteral("stale")))
        keepAsLoaded();
    else if (failed || map.value(QStringLiteral("irregular")).toBool())
        refuse(order);
    else
        accept(order, map.value(QStringLiteral("regular")).toBool());
}

void PageFeed::accept(Order order, bool regular)
{
    switch (order) {
    case Order::Shell: {
        ShownPage shell = shownAs(*m_sending);
        m_shown.head = std::move(shell.head);
        m_shown.tail = std::move(shell.tail);
        m_hasShell = true;
        break;
    }
    case Order::Patch:
        m_shown = applied(std::move(m_shown), m_patch);
        m_goal = m_sending->blocks.size();
        break;
    case Order::Whole:
    case Order::Adopt:
        m_shown = shownAs(*m_sending);
        m_irregular = order == Order::Whole && !regular;
        m_hasShell = true;
        if (m_sending == m_target)
            settle();
        break;
    }
    step();
}

/// A shell or patch that would not stand as in the page is followed by the whole page; a whole page that
/// fails has nothing after it, and the next text is tried anew.
void PageFeed::refuse(Order order)
{
    if (m_published) {
        Q_EMIT reloadWanted();
    } else if (order == Order::Whole) {
        settle();
    } else {
        m_irregular = true;
        step();
    }
}

/// A page whose blocks do not lie side by side is right all the same; to load it again would change nothing.
void PageFeed::keepAsLoaded()
{
    m_fixed = true;
    if (m_sending == m_target)
        settle();
    else
        step();
}

void PageFeed::settle()
{
    m_settled = m_sending;
    Q_EMIT settled();
}

} // namespace galley
