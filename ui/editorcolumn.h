// SPDX-License-Identifier: MIT
// EditorColumn: the left half: the tabs, the form of the post that is shown, its text.
#pragma once

#include <QWidget>

class QStackedWidget;

namespace galley
{

class DocumentController;
class FrontMatterPanel;
class PostEditor;
class PostTab;
class TabStrip;

class EditorColumn final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(EditorColumn)

public:
    /// Takes the form; the editors stay their tabs'.
    EditorColumn(DocumentController* documents, FrontMatterPanel* form, QWidget* parent = nullptr);

    TabStrip* tabs() const { return m_tabs; }
    QWidget* text() const; ///< the editor of the post that is shown
    void setFormShown(bool shown);

private:
    void show(PostTab* tab);
    void orderStops();

    FrontMatterPanel* m_form;
    TabStrip* m_tabs;
    QStackedWidget* m_editors;
};

} // namespace galley
