// SPDX-License-Identifier: MIT
// ViewCommands: the View menu: what is shown, how large, in which colours; all of it remembered.
#pragma once

#include <QObject>

class QMainWindow;
class QSplitter;

namespace galley
{

class Actions;
class EditorColumn;
class PostEditor;
class Preferences;
class PreviewLink;
class PreviewPane;
class Theme;

/// What the commands act on.
struct ViewParts {
    QMainWindow* window;
    EditorColumn* column;
    PostEditor* editor; ///< of the post that is shown
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

    /// Another post is shown: its editor gets the look of the one before.
    void setEditor(PostEditor* editor);

private:
    void connectToggles();
    void connectEditor();
    void connectZoom();
    void connectAppearance();
    void setZoom(double zoom);
    void askFont();

    const Actions& m_actions;
    ViewParts m_parts;
    Preferences* m_preferences;
};

} // namespace galley
