// SPDX-License-Identifier: MIT
// RecentMenu: File → Open Recent, filled when it is about to be seen.
#pragma once

#include <QObject>

class QMenu;

namespace galley
{

class DocumentController;
class Preferences;

class RecentMenu final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(RecentMenu)

public:
    RecentMenu(QMenu* menu, Preferences* preferences, DocumentController* documents, QObject* parent);

Q_SIGNALS:
    void cleared();

private:
    void fill();

    QMenu* m_menu;
    Preferences* m_preferences;
    DocumentController* m_documents;
};

} // namespace galley
