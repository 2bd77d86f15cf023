// SPDX-License-Identifier: MIT
// ViewCommands: the View menu: what is shown, how large, in which colours; all of it remembered.
#pragma once

#include <QObject>

class QMainWindow;
class QSplitter;

namespace galley
{

class Actions;
class PostEditor;
class Preferences;
class PreviewLink;
class PreviewPane;
class Theme;

/// What the commands act on.
struct ViewParts {
    QMainWindow* window;
    PostEditor* editor;
    PreviewPane* preview;
    PreviewLink* link;
    Theme* theme;
};

class ViewCommands final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ViewCommands)

public:
    ViewCommands(const Actions& actions, const ViewParts& parts, Preferences* preferences);

    void zoomBy(int steps);

private:
    void connectToggles();
    void connectZoom();
    void connectAppearance();
    void setZoom(double zoom);
    void askFont();

    const Actions& m_actions;
    ViewParts m_parts;
    Preferences* m_preferences;
};

} // namespace galley
