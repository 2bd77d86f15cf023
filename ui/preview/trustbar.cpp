// SPDX-License-Identifier: MIT
#include "preview/trustbar.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QToolButton>

namespace galley
{

namespace
{

/// "cdn.example.org", "cdn.example.org and fonts.example.org", "cdn.example.org and 3 others".
QString named(QStringList hosts)
{
    hosts.removeDuplicates();
    for (QString& host : hosts) {
        if (host.size() > 60)
            host = host.left(29) + QChar(0x2026) + host.right(30);
    }
    if (hosts.size() == 1)
        return hosts.first();
    if (hosts.size() == 2)
        return TrustBar::tr("%1 and %2").arg(hosts.first(), hosts.last());
    return TrustBar::tr("%1 and %n other(s)", nullptr, int(hosts.size()) - 1).arg(hosts.first());
}

QString plural(qsizetype n, const QString& one, const QString& many)
{
    return n == 1 ? one : many.arg(n);
}

} // namespace

QString trustSentence(const PageWishes& wishes, const PreviewTrust& trust)
{
    if (trust.scripts)
        return TrustBar::tr("This site is trusted: its scripts run in the preview.");
    QStringList parts;
    if (!wishes.styles.isEmpty() && !trust.design)
        parts << TrustBar::tr("This site\u2019s design loads styles from %1.").arg(named(wishes.styles));
    if (!wishes.images.isEmpty() && !trust.content)
        parts << plural(wishes.images.size(), TrustBar::tr("1 remote image is blocked."),
                        TrustBar::tr("%1 remote images are blocked."));
    if (!wishes.embeds.isEmpty())
        parts << plural(wishes.embeds.size(), TrustBar::tr("1 embed is not shown."),
                        TrustBar::tr("%1 embeds are not shown."));
    return parts.join(QStringLiteral("  "));
}

PageWishes pageWishes(const QVariantMap& told, const QString& ownHost)
{
    const auto hosts = [&](const char* kind) { return told.value(QString::fromLatin1(kind)).toStringList(); };
    PageWishes wishes{hosts("styles"), hosts("images"), hosts("embeds")};
    for (QStringList* list : {&wishes.styles, &wishes.images})
        list->removeAll(ownHost);
    return wishes;
}

TrustBar::TrustBar(QWidget* parent) : QFrame(parent), m_label(new QLabel(this))
{
    setObjectName(QStringLiteral("trustBar"));
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::AlternateBase);
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(12, 5, 6, 5);
    layout->setSpacing(4);
    m_label->setTextFormat(Qt::PlainText);
    m_label->setWordWrap(true);
    layout->addWidget(m_label, 1);
    m_styles = addButton(tr("Load styles"));
    m_images = addButton(tr("Show images"));
    m_trust = addButton(tr("Trust this site\u2026"));
    m_back = addButton(tr("Back to safe"));
    connect(m_styles, &QToolButton::clicked, this, [this] {
        PreviewTrust trust = m_state;
        trust.design = true;
        Q_EMIT trustChosen(trust);
    });
    connect(m_images, &QToolButton::clicked, this, [this] {
        PreviewTrust trust = m_state;
        trust.content = true;
        Q_EMIT trustChosen(trust);
    });
    connect(m_trust, &QToolButton::clicked, this, &TrustBar::fullTrustAsked);
    connect(m_back, &QToolButton::clicked, this, [this] { Q_EMIT trustChosen({}); });
    hide();
}

QToolButton* TrustBar::addButton(const QString& text)
{
    auto* button = new QToolButton(this);
    button->setText(text);
    button->setAutoRaise(true);
    button->setFocusPolicy(Qt::StrongFocus);
    layout()->addWidget(button);
    return button;
}

void TrustBar::setState(const PageWishes& wishes, const PreviewTrust& trust)
{
    m_state = trust;
    const QString sentence = trustSentence(wishes, trust);
    m_label->setText(sentence);
    m_styles->setVisible(!trust.scripts && !trust.design && !wishes.styles.isEmpty());
    m_images->setVisible(!trust.scripts && !trust.content && !wishes.images.isEmpty());
    m_trust->setVisible(!trust.scripts);
    m_back->setVisible(trust.scripts);
    setVisible(!sentence.isEmpty());
}

} // namespace galley
