// SPDX-License-Identifier: MIT
// Sidebar: site, outline and check in one column; one of them is seen.
#pragma once

#include <QWidget>

class QButtonGroup;
class QStackedWidget;

namespace galley
{

class CheckPanel;
class OutlinePanel;
class SitePanel;

class Sidebar final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Sidebar)

public:
    enum class Page { Site, Outline, Check };

    explicit Sidebar(QWidget* parent = nullptr);

    SitePanel* site() const { return m_site; }
    OutlinePanel* outline() const { return m_outline; }
    CheckPanel* check() const { return m_check; }

    Page page() const;
    void showPage(Page page);

Q_SIGNALS:
    void pageShown(galley::Sidebar::Page page);

private:
    SitePanel* m_site;
    OutlinePanel* m_outline;
    CheckPanel* m_check;
    QButtonGroup* m_buttons;
    QStackedWidget* m_pages;
};

} // namespace galley
