// SPDX-License-Identifier: MIT
// CheckPanel: what to look at before publishing, the post's own first; a button mends what can safely be mended.
#pragma once

#include "check/finding.h"

#include <QWidget>

class QLabel;
class QProgressBar;
class QPushButton;
class QScrollArea;
class QVBoxLayout;

namespace galley
{

class CheckPanel final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(CheckPanel)

public:
    explicit CheckPanel(QWidget* parent = nullptr);

    /// Of the post in the editor, as it stands there.
    void showPost(const check::Findings& findings);
    /// No post is open.
    void clearPost();
    /// Of the whole site, as it lies on disk.
    void showSite(const check::Findings& findings);
    void showProgress(std::size_t done, std::size_t total);
    void endProgress();
    void setHasSite(bool has);

    /// For tests: the sentences as they are shown.
    QStringList texts() const;
    QPushButton* fixButton(int row) const;
    QPushButton* siteButton() const { return m_siteButton; }

Q_SIGNALS:
    void lineChosen(int line, int column);                ///< 1-based, of the post
    void fileChosen(const QString& file, int line);       ///< from the site's root
    void fixAsked(const galley::check::Finding& finding); ///< of the post
    void siteCheckAsked();
    void siteCheckCancelled();

private:
    void build();
    void fill(QVBoxLayout* rows, const check::Findings& findings, bool ofPost);
    QWidget* rowFor(const check::Finding& finding, bool ofPost);

    QLabel* m_postState;
    QVBoxLayout* m_postRows;
    QPushButton* m_siteButton;
    QProgressBar* m_progress;
    QLabel* m_siteState;
    QVBoxLayout* m_siteRows;
    bool m_running = false;
};

} // namespace galley
