// SPDX-License-Identifier: MIT
// PdfProbe: saves pages of a preview as PDF files and reads these back with poppler-utils.
#pragma once

#include "layout/postrenderer.h"
#include "pagemaker.h"
#include "previewprobe.h"

#include <QFile>
#include <QImage>
#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>

namespace galley::test
{

/// A PDF ends with a mark of its own: half a file has none.
inline bool isWholePdf(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) && file.read(5) == "%PDF-" && file.readAll().trimmed().endsWith("%%EOF");
}

/// What a program of poppler-utils says.
inline QByteArray poppler(const QString& program, const QStringList& arguments)
{
    QProcess process;
    process.start(program, arguments);
    return process.waitForStarted() && process.waitForFinished(60000) ? process.readAllStandardOutput() : QByteArray();
}

inline QStringList pagesOf(const QString& pdf)
{
    const QByteArray text = poppler(QStringLiteral("pdftotext"), {QStringLiteral("-layout"), pdf, QStringLiteral("-")});
    QStringList pages = QString::fromUtf8(text).split(QChar(0x0c));
    pages.removeLast(); // after the last form feed
    return pages;
}

/// Each page's box of all words: left, top, right, bottom, and width and height of the paper; in points.
struct PageBox {
    double left = 1e9, top = 1e9, right = 0, bottom = 0, width = 0, height = 0;
};

inline QList<PageBox> boxesOf(const QString& pdf)
{
    static const QRegularExpression tag(QStringLiteral("<(page|word) ([^>]*)>")),
        number(QStringLiteral("\"([0-9.]+)\""));
    const QString text =
        QString::fromUtf8(poppler(QStringLiteral("pdftotext"), {QStringLiteral("-bbox"), pdf, QStringLiteral("-")}));
    QList<PageBox> boxes;
    for (auto it = tag.globalMatch(text); it.hasNext();) {
        const auto match = it.next();
        QList<double> n;
        for (auto values = number.globalMatch(match.captured(2)); values.hasNext();)
            n << values.next().captured(1).toDouble();
        if (match.captured(1) == QLatin1String("page")) {
            boxes << PageBox{};
            boxes.last().width = n.at(0);
            boxes.last().height = n.at(1);
        } else {
            PageBox& box = boxes.last();
            box = {qMin(box.left, n.at(0)),
                   qMin(box.top, n.at(1)),
                   qMax(box.right, n.at(2)),
                   qMax(box.bottom, n.at(3)),
                   box.width,
                   box.height};
        }
    }
    return boxes;
}

inline constexpr double millimetre = 72 / 25.4; // in points

/// Where on the first page something is not white: left and right edge as parts of its width.
inline QPair<double, double> inkOf(const QString& pdf, const QString& folder)
{
    const QString base = folder + QStringLiteral("/ink");
    poppler(QStringLiteral("pdftoppm"), {QStringLiteral("-r"), QStringLiteral("50"), QStringLiteral("-png"),
                                         QStringLiteral("-singlefile"), pdf, base});
    const QImage image(base + QStringLiteral(".png"));
    int left = image.width(), right = -1;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            if (qGray(image.pixel(x, y)) < 200) {
                left = qMin(left, x);
                right = qMax(right, x);
            }
        }
    }
    return {left / double(image.width()), right / double(image.width())};
}

/// The page of a lone post, in the built-in layout.
inline RenderedPage lonePage(const std::string& body)
{
    const std::string text = "---\ntitle: On paper\n---\n" + body;
    RenderRequest request;
    request.text = text;
    request.path = "/nowhere/post.md";
    return renderPost(request);
}

/// A page of a site's own design.
inline RenderedPage sitePage(const std::string& css, const std::vector<std::string>& blocks)
{
    test::Shell shell;
    shell.head.insert(shell.head.find("</head>"), "<style>" + css + "</style>");
    return makePage(blocks, shell);
}

inline std::string repeated(const std::string& text, int count)
{
    std::string out;
    for (int i = 0; i < count; ++i)
        out += text;
    return out;
}

inline std::string numbered(const std::string& before, int count, const std::string& after)
{
    std::string out;
    for (int i = 0; i < count; ++i)
        out += before + std::to_string(i) + after;
    return out;
}

inline const std::string words =
    " And this sentence has some words that stand here so that the paragraph has more than a line on the paper.";

class PdfProbe
{
public:
    /// Saves the page as a PDF and answers its path; empty when that failed.
    QString saved(const RenderedPage& page, const PageAddress& address = {})
    {
        PreviewProbe probe;
        return probe.show(page, address) ? saved(probe) : QString();
    }

    QString saved(PreviewProbe& probe)
    {
        const QString path = folder.filePath(QStringLiteral("page%1.pdf").arg(++m_count));
        QSignalSpy done(&probe.pane, &PreviewPane::pdfSaved);
        probe.pane.savePdf(path);
        return done.wait(60000) && done.first().at(1).toString().isEmpty() ? path : QString();
    }

    QTemporaryDir folder;

private:
    int m_count = 0;
};

/// Whether all words of all pages stand so far (mm) from the paper's edges.
inline bool hasMargins(const QString& pdf, double least)
{
    const QList<PageBox> boxes = boxesOf(pdf);
    for (const PageBox& box : boxes) {
        for (const double edge : {box.left, box.top, box.width - box.right, box.height - box.bottom}) {
            if (edge < least * millimetre) {
                qWarning("%f mm", edge / millimetre);
                return false;
            }
        }
    }
    return !boxes.isEmpty();
}

} // namespace galley::test
