// SPDX-License-Identifier: MIT
// StartPage: what an empty window offers: New, Open, Open Folder, Recent.
#pragma once

#include <QWidget>

class QLabel;
class QListWidget;

namespace galley
{

class Actions;

class StartPage final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(StartPage)

public:
    explicit StartPage(const Actions& actions, QWidget* parent = nullptr);

    void setRecent(const QStringList& paths);

Q_SIGNALS:
    void fileChosen(const QString& path);

private:
    QWidget* actionButtons(const Actions& actions);

    QLabel* m_recentTitle;
    QListWidget* m_recent;
};

} // namespace galley
