// SPDX-License-Identifier: MIT
// Printing: the page on paper or as a PDF: the one the preview shows.
#pragma once

#include "noticestack.h"
#include "outputplace.h"

#include <QObject>

#include <memory>

class QPrinter;

namespace galley
{

class OpenPost;
class PreviewPane;

class Printing final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Printing)

public:
    Printing(OpenPost* post, PreviewPane* preview, const OutputPlace& place, QWidget* window);
    ~Printing() override;

    void setPost(OpenPost* post) { m_post = post; }
    void askPrinter();
    void askPdfName();

Q_SIGNALS:
    void noticed(const galley::Notice& notice);

private:
    void tellPrinted(bool ok);
    void tellSaved(const QString& path, const QString& problem);

    OpenPost* m_post;
    PreviewPane* m_preview;
    OutputPlace m_place;
    QWidget* m_window;
    std::shared_ptr<QPrinter> m_printer; ///< the preview keeps it until it is printed
};

} // namespace galley
