// SPDX-License-Identifier: MIT
#include "helpcommands.h"

#include "actions.h"
#include "keyspage.h"

#include <QMessageBox>

namespace galley
{

HelpCommands::HelpCommands(const Actions& actions, QWidget* window) : QObject(window), m_window(window)
{
    connect(actions[Act::Keys], &QAction::triggered, this, [this] { (new KeysPage(m_window))->open(); });
    connect(actions[Act::About], &QAction::triggered, this, &HelpCommands::showAbout);
}

void HelpCommands::showAbout()
{
    auto* box = new QMessageBox(m_window);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setIconPixmap(m_window->windowIcon().pixmap(64, 64));
    box->setWindowTitle(tr("About Galley"));
    box->setText(tr("Galley %1").arg(QStringLiteral(GALLEY_VERSION)));
    box->setInformativeText(tr("Write Jekyll posts and see the page as the site will publish it."));
    box->open();
}

} // namespace galley
