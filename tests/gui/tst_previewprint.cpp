// SPDX-License-Identifier: MIT
#include "pagemaker.h"
#include "previewprobe.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTimer>

using namespace galley;
using test::makePage;
using test::PreviewProbe;

namespace
{

RenderedPage longPage(int paragraphs)
{
    std::vector<std::string> blocks;
    for (int i = 0; i < paragraphs; ++i)
        blocks.push_back("<p>Paragraph " + std::to_string(i) + " of a page that takes some sheets of paper.</p>");
    return makePage(blocks);
}

/// A PDF ends with a mark of its own: half a file has none.
bool isWholePdf(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) && file.read(5) == "%PDF-" && file.readAll().trimmed().endsWith("%%EOF");
}

} // namespace

class TestPreviewPrint : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;

private Q_SLOTS:
    void pdf_isWrittenAndTold()
    {
        PreviewProbe probe;
        QVERIFY(probe.show(longPage(200)));
        QSignalSpy saved(&probe.pane, &PreviewPane::pdfSaved);
        probe.pane.savePdf(m_folder.filePath(QStringLiteral("a.pdf")));
        QVERIFY(saved.wait(30000));
        QVERIFY(saved.first().at(1).toBool());
        QVERIFY(isWholePdf(m_folder.filePath(QStringLiteral("a.pdf"))));
    }

    void paneThatGoesWhileAPdfIsWritten_leavesAWholeFile()
    {
        const int times = qEnvironmentVariableIsSet("GALLEY_LONG") ? 100 : 8;
        for (int i = 0; i < times; ++i) {
            const QString path = m_folder.filePath(QStringLiteral("%1.pdf").arg(i));
            {
                PreviewProbe probe;
                QVERIFY(probe.show(longPage(300)));
                probe.pane.setDetached(i % 4 == 3);
                probe.pane.savePdf(path);
                QTest::qWait((i % 5) * 7);
            }
            QTRY_VERIFY_WITH_TIMEOUT(isWholePdf(path), 30000);
        }
    }

    /// The main loop of a program whose only window was closed goes on until the file is there, and then ends.
    void programWhoseWindowIsClosedWhileAPdfIsWritten_endsAfterIt()
    {
        const QString path = m_folder.filePath(QStringLiteral("last.pdf"));
        PreviewProbe probe;
        QVERIFY(probe.show(longPage(300)));
        probe.pane.savePdf(path);
        QTimer::singleShot(0, &probe.pane, [&] { probe.pane.close(); });
        QTimer::singleShot(40000, qApp, [] { QCoreApplication::exit(7); });
        QCOMPARE(QCoreApplication::exec(), 0);
        QVERIFY(isWholePdf(path));
    }

    /// While the renderer writes it answers no question; that is no reason to kill it.
    void longPdf_isWrittenInPeace()
    {
        PreviewProbe probe;
        QVERIFY(probe.show(longPage(qEnvironmentVariableIsSet("GALLEY_LONG") ? 40000 : 12000)));
        QSignalSpy saved(&probe.pane, &PreviewPane::pdfSaved);
        const QString path = m_folder.filePath(QStringLiteral("long.pdf"));
        QElapsedTimer clock;
        clock.start();
        probe.pane.savePdf(path);
        QVERIFY(saved.wait(110000));
        qInfo("%lld ms", clock.elapsed());
        QVERIFY(saved.first().at(1).toBool());
        QVERIFY(isWholePdf(path));
    }
};

int main(int argc, char** argv)
{
    return test::previewMain<TestPreviewPrint>(argc, argv);
}
#include "tst_previewprint.moc"
