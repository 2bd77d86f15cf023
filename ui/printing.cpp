// SPDX-License-Identifier: MIT
#include "printing.h"

#include "openpost.h"
#include "preview/paper.h"
#include "preview/previewpane.h"

#include <QFileDialog>
#include <QFileInfo>
#include <QPrintDialog>
#include <QPrinter>

namespace galley
{

Printing::Printing(OpenPost* post, PreviewPane* preview, const OutputPlace& place, QWidget* window)
    : QObject(window), m_post(post), m_preview(preview), m_place(place), m_window(window)
{
    connect(preview, &PreviewPane::printWanted, this, &Printing::askPrinter);
    connect(preview, &PreviewPane::printed, this, &Printing::tellPrinted);
    connect(preview, &PreviewPane::pdfSaved, this, &Printing::tellSaved);
}

Printing::~Printing() = default;

void Printing::askPrinter()
{
    m_printer = std::make_shared<QPrinter>();
    m_printer->setDocName(m_post->name());
    if (m_printer->outputFormat() == QPrinter::PdfFormat) // a real printer knows what paper is in it
        m_printer->setPageSize(usualLayout().pageSize());
    auto* dialog = new QPrintDialog(m_printer.get(), m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this] { m_preview->print(m_printer); });
    dialog->open();
}

void Printing::askPdfName()
{
    const QString offered = m_place.offered(*m_post, QStringLiteral(".pdf"));
    auto* dialog = new QFileDialog(m_window, tr("Save the page as PDF"), offered, tr("PDF documents (*.pdf)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(QStringLiteral("pdf"));
    dialog->selectFile(QFileInfo(offered).fileName());
    connect(dialog, &QFileDialog::fileSelected, m_preview, &PreviewPane::savePdf);
    dialog->open();
}

void Printing::tellPrinted(bool ok)
{
    if (!ok)
        Q_EMIT noticed({QStringLiteral("print"), Severity::Error, tr("The page could not be printed."), {}});
}

void Printing::tellSaved(const QString& path, const QString& problem)
{
    const bool ok = problem.isEmpty();
    if (ok)
        m_place.remember(path);
    const QString text = ok ? tr("Saved %1.").arg(path) : tr("Can\u2019t save %1: %2").arg(path, problem);
    Q_EMIT noticed({QStringLiteral("print"), ok ? Severity::Note : Severity::Error, text, {}, ok});
}

} // namespace galley
