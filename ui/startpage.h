// SPDX-License-Identifier: MIT
// StartPage: what an empty window offers: New, Open, Open Folder, Recent.
#pragma once

#include <QWidget>

class QLabel;
class QListWidget;

namespace galley
{

class Actions;
class Preferences;

class StartPage final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(StartPage)

public:
    StartPage(const Actions& actions, const Preferences* preferences, QWidget* parent = nullptr);

    /// Lists the recent files that are there now; done by itself when the page or its window comes to the front.
    void fillRecent();

Q_SIGNALS:
    void fileChosen(const QString& path);

protected:
    bool event(QEvent* event) override;

private:
    QWidget* actionButtons(const Actions& actions);

    const Preferences* m_preferences;
    QLabel* m_recentTitle;
    QListWidget* m_recent;
};

} // namespace galley
