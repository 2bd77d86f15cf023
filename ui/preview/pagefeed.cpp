// SPDX-License-Identifier: MIT
#include "preview/pagefeed.h"

#include "preview/pageorders.h"
#include "preview/previewpage.h"

#include <QPointer>

namespace galley
{

namespace
{

/// HTML sent in one patch: innerHTML costs 7 ms at 64 KB and 354 ms at 1 MB, and the renderer answers in
/// between.
constexpr std::size_t sliceBytes = 64u << 10;

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
    m_ready = m_published = m_hasShell = m_irregular = m_inFlight = false;
    m_shown = {};
    m_settled.reset();
}

void PageFeed::begin(std::shared_ptr<const RenderedPage> published)
{
    reset(); // an order that went to the page before this one has no answer
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
    m_sending = m_target;
    if (!m_published && (m_irregular || m_target->blocks.empty())) {
        send(Order::Whole, wholeOrder(*m_sending));
        return;
    }
    m_patch = blockPatch(m_shown, *m_sending, sliceBytes);
    if (m_patch.shellChanged || !m_hasShell)
        send(Order::Shell, shellOrder(*m_sending));
    else if (m_patch.empty())
        settle();
    else
        send(Order::Patch, patchOrder(m_patch, m_settled != nullptr && m_patch.complete));
}

void PageFeed::send(Order order, const QString& script)
{
    m_inFlight = true;
    m_sent.start();
    // Callbacks may come after this object is gone, or after the page was loaded anew.
    m_page->ask(script, [self = QPointer<PageFeed>(this), load = m_load, order](const QVariant& answer) {
        if (self && self->m_load == load)
            self->answered(order, answer);
    });
}

void PageFeed::answered(Order order, const QVariant& answer)
{
    m_inFlight = false;
    const QVariantMap map = answer.toMap();
    const bool failed = answer.typeId() != QMetaType::QVariantMap;
    if (failed || map.contains(QStringLiteral("error")))
        Q_EMIT orderFailed(map.value(QStringLiteral("error")).toString());
    if (failed || map.value(QStringLiteral("irregular")).toBool())
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

void PageFeed::settle()
{
    m_settled = m_sending;
    Q_EMIT settled();
}

} // namespace galley
