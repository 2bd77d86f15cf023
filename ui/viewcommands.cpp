// SPDX-License-Identifier: MIT
#include "viewcommands.h"

#include "actions.h"
#include "editor/editorpane.h"
#include "editor/frontmatterfold.h"
#include "editor/posteditor.h"
#include "editorcolumn.h"
#include "preferences.h"
#include "preview/previewpane.h"
#include "previewlink.h"

#include <QFontDialog>
#include <QMainWindow>

namespace galley
{

ViewCommands::ViewCommands(const Actions& actions, const ViewParts& parts, Preferences* preferences)
    : QObject(parts.window), m_actions(actions), m_parts(parts), m_preferences(preferences)
{
    connectToggles();
    connectZoom();
    connectAppearance();
    connectEditor();
    setZoom(preferences->zoom());
}

void ViewCommands::setEditor(PostEditor* editor)
{
    disconnect(m_parts.editor->pane(), nullptr, this, nullptr);
    disconnect(m_parts.editor->fold(), nullptr, m_actions[Act::FoldFrontMatter], nullptr);
    m_parts.editor = editor;
    connectEditor();
    editor->pane()->setWrapped(m_actions[Act::Wrap]->isChecked());
    editor->pane()->setFontAndZoom(m_preferences->editorFont(), m_preferences->zoom());
}

void ViewCommands::connectEditor()
{
    connect(m_parts.editor->pane(), &EditorPane::zoomAsked, this, &ViewCommands::zoomBy);
    QAction* folding = m_actions[Act::FoldFrontMatter];
    connect(m_parts.editor->fold(), &FrontMatterFold::foldedChanged, folding, &QAction::setChecked);
    folding->setChecked(m_parts.editor->fold()->isFolded());
}

void ViewCommands::connectToggles()
{
    const auto bind = [this](Act act, const QString& name, auto apply) {
        QAction* action = m_actions[act];
        const auto change = [this, name, apply](bool on) {
            m_preferences->setFlag(name, on);
            apply(on);
        };
        action->setChecked(m_preferences->flag(name, true));
        apply(action->isChecked());
        connect(action, &QAction::toggled, this, change);
    };
    bind(Act::Wrap, QStringLiteral("editor/wrap"), [this](bool on) { m_parts.editor->pane()->setWrapped(on); });
    bind(Act::FollowScroll, QStringLiteral("view/follow"), [this](bool on) { m_parts.link->setFollowing(on); });
    bind(Act::Form, QStringLiteral("view/form"), [this](bool on) { m_parts.column->setFormShown(on); });

    QAction* folding = m_actions[Act::FoldFrontMatter];
    connect(folding, &QAction::triggered, this, [this, folding](bool on) {
        m_parts.editor->fold()->setFolded(on);
        folding->setChecked(m_parts.editor->fold()->isFolded());
    });
    connect(m_actions[Act::FullScreen], &QAction::toggled, m_parts.window, [window = m_parts.window](bool on) {
        window->setWindowState(window->windowState().setFlag(Qt::WindowFullScreen, on));
    });
}

void ViewCommands::connectZoom()
{
    connect(m_actions[Act::ZoomIn], &QAction::triggered, this, [this] { zoomBy(1); });
    connect(m_actions[Act::ZoomOut], &QAction::triggered, this, [this] { zoomBy(-1); });
    connect(m_actions[Act::ZoomReset], &QAction::triggered, this, [this] { setZoom(1.0); });
    connect(m_actions[Act::Font], &QAction::triggered, this, &ViewCommands::askFont);
}

void ViewCommands::zoomBy(int steps)
{
    setZoom(qBound(0.5, m_preferences->zoom() + steps * 0.1, 3.0));
}

void ViewCommands::setZoom(double zoom)
{
    m_preferences->setZoom(zoom);
    m_parts.editor->pane()->setFontAndZoom(m_preferences->editorFont(), zoom);
    m_parts.preview->setZoomFactor(zoom);
}

void ViewCommands::askFont()
{
    auto* dialog = new QFontDialog(m_preferences->editorFont(), m_parts.window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QFontDialog::fontSelected, this, [this](const QFont& font) {
        m_preferences->setEditorFont(font);
        setZoom(m_preferences->zoom());
    });
    dialog->open();
}

void ViewCommands::connectAppearance()
{
    const std::pair<Act, Appearance> rows[] = {{Act::AppearanceSystem, Appearance::System},
                                               {Act::AppearanceLight, Appearance::Light},
                                               {Act::AppearanceDark, Appearance::Dark}};
    for (const auto& [act, appearance] : rows) {
        QAction* action = m_actions[act];
        action->setChecked(m_preferences->appearance() == appearance);
        connect(action, &QAction::triggered, this, [this, appearance = appearance] {
            m_preferences->setAppearance(appearance);
            m_parts.theme->setAppearance(appearance);
        });
    }
}

} // namespace galley
