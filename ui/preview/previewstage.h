// SPDX-License-Identifier: MIT
// PreviewStage: the view with what lies over it: the page before this one until this one is fit to be seen, or the
// notice that the renderer was given up.
#pragma once

#include <QPixmap>
#include <QStackedWidget>

namespace galley
{

class PreviewView;

/// Lies over the view: a picture of the page that was seen last, or plain ground.
class PreviewCover final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PreviewCover)

public:
    explicit PreviewCover(QWidget* parent) : QWidget(parent) {}

    void setPicture(const QPixmap& picture);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QPixmap m_picture;
};

class PreviewStage final : public QStackedWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PreviewStage)

public:
    PreviewStage(PreviewView* view, QWidget* parent);

    /// Another page begins. What is seen stays as it is; plain ground when there is nothing to be seen.
    void coverPage();
    void uncoverPage();
    bool isCovered() const { return !m_cover->isHidden(); }

    /// Instead of the page, until the next one begins.
    void showNotice() { setCurrentIndex(1); }

Q_SIGNALS:
    void retryAsked(); ///< by the notice's button

private:
    QWidget* makeNotice();

    PreviewView* m_view;
    PreviewCover* m_cover;
};

} // namespace galley
