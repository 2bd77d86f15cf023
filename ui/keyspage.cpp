// SPDX-License-Identifier: MIT
#include "keyspage.h"

#include "actions.h"

#include <QCoreApplication>
#include <QDialogButtonBox>
#include <QHeaderView>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace galley
{

static QString withoutMnemonic(QString text)
{
    return text.remove(QLatin1Char('&')).remove(QStringLiteral("…"));
}

static void addRow(QTreeWidget& tree, const QString& what, const QString& keys)
{
    new QTreeWidgetItem(&tree, {what, keys});
}

KeysPage::KeysPage(QWidget* parent) : QDialog(parent)
{
    setWindowTitle(tr("Keys"));
    setAttribute(Qt::WA_DeleteOnClose);
    auto* tree = new QTreeWidget;
    tree->setRootIsDecorated(false);
    tree->setAlternatingRowColors(true);
    tree->setHeaderLabels({tr("Command"), tr("Keys")});
    tree->header()->setSectionResizeMode(0, QHeaderView::Stretch);
    for (const ActionRow& row : actionRows()) {
        const QString keys = QString::fromLatin1(row.keys);
        if (row.act != Act::Separator && !keys.isEmpty())
            addRow(*tree, withoutMnemonic(QCoreApplication::translate("Actions", row.text)),
                   QKeySequence::listToString(QKeySequence::listFromString(keys), QKeySequence::NativeText));
    }
    addRow(*tree, tr("Next list item, or end of the list when it is empty"), tr("Enter"));
    addRow(*tree, tr("List item deeper, less deep"), tr("Tab, Shift+Tab"));
    addRow(*tree, tr("From field to field of the form, and on to the text"), tr("Tab"));
    addRow(*tree, tr("Back to the text"), tr("Esc"));
    addRow(*tree, tr("Text larger, smaller"), tr("Ctrl+Wheel"));
    addRow(*tree, tr("Follow a link of the preview"), tr("Ctrl+Click"));

    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto* layout = new QVBoxLayout(this);
    layout->addWidget(tree);
    layout->addWidget(buttons);
    resize(560, 640);
}

} // namespace galley
