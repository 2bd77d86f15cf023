// SPDX-License-Identifier: MIT
// TrustBar: says what the page would load from elsewhere and offers to allow it, as mail programs do.
#pragma once

#include "preview/previewpolicy.h"

#include <QFrame>
#include <QStringList>
#include <QVariant>

class QLabel;
class QToolButton;

namespace galley
{

/// What the page wants from elsewhere: one host for each thing it names.
struct PageWishes {
    QStringList styles;
    QStringList images;
    QStringList embeds;

    bool operator==(const PageWishes&) const = default;
};

/// As the preview's script tells it; what the site's own address (`ownHost`) names is no wish.
PageWishes pageWishes(const QVariantMap& told, const QString& ownHost);

/// The bar's sentence, plain text; empty when there is nothing to say.
QString trustSentence(const PageWishes& wishes, const PreviewTrust& trust);

class TrustBar final : public QFrame
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(TrustBar)

public:
    explicit TrustBar(QWidget* parent = nullptr);

    /// Shows itself when there is something to say.
    void setState(const PageWishes& wishes, const PreviewTrust& trust);

Q_SIGNALS:
    void trustChosen(const PreviewTrust& trust);
    void fullTrustAsked(); ///< scripts: to be confirmed by the person

private:
    QToolButton* addButton(const QString& text);

    QLabel* m_label;
    QToolButton* m_styles;
    QToolButton* m_images;
    QToolButton* m_trust;
    QToolButton* m_back;
    PreviewTrust m_state;
};

} // namespace galley
