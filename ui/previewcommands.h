// SPDX-License-Identifier: MIT
// PreviewCommands: where the preview is shown, in which colours, and where its links lead.
#pragma once

#include <QObject>

class QMainWindow;
class QUrl;

namespace galley
{

class Actions;
class DocumentController;
class Exporting;
class LivePage;
class NoticeStack;
class Preferences;
class PreviewPane;

/// What the commands act on.
struct PreviewParts {
    QMainWindow* window;
    QWidget* editor; ///< all of the editor's side
    PreviewPane* preview;
    LivePage* page;
    DocumentController* documents;
    Exporting* exporting;
    NoticeStack* notices;
};

class PreviewCommands final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PreviewCommands)

public:
    PreviewCommands(const Actions& actions, const PreviewParts& parts, Preferences* preferences);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void connectPlaces();
    void connectColours();
    void connectLinks();
    void arrange();
    void follow(const QUrl& target);
    QString sourceOf(const QUrl& target) const;

    const Actions& m_actions;
    PreviewParts m_parts;
    Preferences* m_preferences;
};

} // namespace galley
