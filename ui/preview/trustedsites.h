// SPDX-License-Identifier: MIT
// TrustedSites: the dialog that shows what which site may do in the preview, and takes it back.
#pragma once

#include "preview/truststore.h"

#include <QDialog>

class QLabel;
class QPushButton;
class QTreeWidget;

namespace galley
{

class TrustedSites final : public QDialog
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(TrustedSites)

public:
    explicit TrustedSites(QWidget* parent);

Q_SIGNALS:
    void forgotten(); ///< some site is allowed nothing any more

private:
    void fill();
    void forgetSelected();

    TrustStore m_store;
    QTreeWidget* m_list;
    QLabel* m_empty;
    QPushButton* m_forget;
};

} // namespace galley
