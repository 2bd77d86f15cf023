// SPDX-License-Identifier: MIT
// TabStrip: a tab for each open post; hidden while there is only one.
#pragma once

#include <QTabBar>

namespace galley
{

class DocumentController;
class PostTab;

class TabStrip final : public QTabBar
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(TabStrip)

public:
    explicit TabStrip(DocumentController* documents, QWidget* parent = nullptr);

protected:
    void mouseReleaseEvent(QMouseEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;
    QSize tabSizeHint(int index) const override;
    QSize minimumTabSizeHint(int index) const override;

private:
    void follow(PostTab* tab);
    void refill();
    void refresh();
    QWidget* closeButton();
    void showCurrent();
    QString label(const PostTab& tab) const;
    PostTab* tabAtIndex(int index) const;

    DocumentController* m_documents;
    bool m_filling = false; ///< what happens to the bar is not the person's doing
};

} // namespace galley
