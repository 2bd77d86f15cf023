// SPDX-License-Identifier: MIT
// Printing and saving as PDF: when it is done, what is told, the file and the paper's size.
#ifndef Q_MOC_RUN // which loses count of the brackets in the scripts
#include "pdfprobe.h"
#include "preview/paper.h"
#endif

#include <QTimer>

#include <sys/stat.h>

using namespace galley;
using test::boxesOf;
using test::isWholePdf;
using test::makePage;
using test::millimetre;
using test::pagesOf;
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

} // namespace

class TestPreviewPrint : public QObject
{
    Q_OBJECT

    test::PdfProbe m_pdf;

private Q_SLOTS:
    void initTestCase()
    {
        if (QStandardPaths::findExecutable(QStringLiteral("pdftotext")).isEmpty())
            QSKIP("pdftotext is not installed (poppler-utils)");
        qputenv("LC_ALL", "de_DE.UTF-8");
    }
    void pdf_isWrittenAndTold()
    {
        PreviewProbe probe;
        QVERIFY(probe.show(longPage(200)));
        QSignalSpy saved(&probe.pane, &PreviewPane::pdfSaved);
        probe.pane.savePdf(m_pdf.folder.filePath(QStringLiteral("a.pdf")));
        QVERIFY(saved.wait(30000));
        QCOMPARE(saved.first().at(1).toString(), QString());
        QVERIFY(isWholePdf(m_pdf.folder.filePath(QStringLiteral("a.pdf"))));
    }

    void paneThatGoesWhileAPdfIsWritten_leavesAWholeFile()
    {
        const int times = qEnvironmentVariableIsSet("GALLEY_LONG") ? 100 : 8;
        for (int i = 0; i < times; ++i) {
            const QString path = m_pdf.folder.filePath(QStringLiteral("%1.pdf").arg(i));
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
        const QString path = m_pdf.folder.filePath(QStringLiteral("last.pdf"));
        PreviewProbe probe;
        QVERIFY(probe.show(longPage(300)));
        probe.pane.savePdf(path);
        QTimer::singleShot(0, &probe.pane, [&] { probe.pane.close(); });
        QTimer patience; // gone with this function: the loops of later ones go on
        patience.setSingleShot(true);
        connect(&patience, &QTimer::timeout, qApp, [] { QCoreApplication::exit(7); });
        patience.start(40000);
        QCOMPARE(QCoreApplication::exec(), 0);
        QVERIFY(isWholePdf(path));
    }

    /// While the renderer writes it answers no question; that is no reason to kill it.
    void longPdf_isWrittenInPeace()
    {
        PreviewProbe probe;
        QVERIFY(probe.show(longPage(qEnvironmentVariableIsSet("GALLEY_LONG") ? 40000 : 12000)));
        QSignalSpy saved(&probe.pane, &PreviewPane::pdfSaved);
        const QString path = m_pdf.folder.filePath(QStringLiteral("long.pdf"));
        QElapsedTimer clock;
        clock.start();
        probe.pane.savePdf(path);
        QVERIFY(saved.wait(110000));
        qInfo("%lld ms", clock.elapsed());
        QCOMPARE(saved.first().at(1).toString(), QString());
        QVERIFY(isWholePdf(path));
    }

    void file_hasTheModeThatTheUmaskSays()
    {
        for (const auto& [mask, mode] : {std::pair<mode_t, mode_t>{022, 0644}, {027, 0640}}) {
            const mode_t old = ::umask(mask);
            const QString pdf = m_pdf.saved(makePage({"<p>p</p>"}));
            ::umask(old);
            struct stat status = {};
            QCOMPARE(::stat(QFile::encodeName(pdf).constData(), &status), 0);
            QCOMPARE(int(status.st_mode & 07777), int(mode));
        }
    }

    void targetThatTakesNothing_isToldAndKept()
    {
        PreviewProbe probe;
        QVERIFY(probe.show(makePage({"<p>p</p>"})));
        QSignalSpy done(&probe.pane, &PreviewPane::pdfSaved);
        QFile kept(m_pdf.folder.filePath(QStringLiteral("kept.pdf")));
        QVERIFY(kept.open(QIODevice::WriteOnly) && kept.write("old") == 3);
        kept.close();
        kept.setPermissions(QFile::ReadOwner);
        probe.pane.savePdf(kept.fileName());
        QVERIFY(done.wait(60000));
        QVERIFY(!done.takeFirst().at(1).toString().isEmpty());
        QVERIFY(kept.open(QIODevice::ReadOnly));
        QCOMPARE(kept.readAll(), QByteArray("old"));
        probe.pane.savePdf(m_pdf.folder.filePath(QStringLiteral("gone/a.pdf")));
        QVERIFY(done.wait(60000));
        QVERIFY2(done.first().at(1).toString().contains(QStringLiteral("gone")),
                 qPrintable(done.first().at(1).toString()));
    }

    void existingFile_isReplaced()
    {
        PreviewProbe probe;
        QVERIFY(probe.show(makePage({"<p>first</p>"})));
        const QString pdf = m_pdf.saved(probe);
        QVERIFY(probe.show(makePage({"<p>second</p>"})));
        QSignalSpy done(&probe.pane, &PreviewPane::pdfSaved);
        probe.pane.savePdf(pdf);
        QVERIFY(done.wait(60000));
        QVERIFY(pagesOf(pdf).first().contains(QStringLiteral("second")));
    }

    void severalAtOnce_areAllSaved()
    {
        PreviewProbe probe;
        QVERIFY(probe.show(longPage(50)));
        QSignalSpy done(&probe.pane, &PreviewPane::pdfSaved);
        for (int i = 0; i < 3; ++i)
            probe.pane.savePdf(m_pdf.folder.filePath(QStringLiteral("several%1.pdf").arg(i)));
        QTRY_COMPARE_WITH_TIMEOUT(done.count(), 3, 60000);
        for (int i = 0; i < 3; ++i)
            QVERIFY(isWholePdf(m_pdf.folder.filePath(QStringLiteral("several%1.pdf").arg(i))));
    }

    void pageThatIsStillBroughtIn_isSavedWhole()
    {
        PreviewProbe probe;
        QVERIFY(probe.show(longPage(10)));
        RenderedPage page = longPage(3000);
        page.url = "/other.html";
        PageAddress address;
        address.file = QStringLiteral("/nowhere/other.md");
        probe.pane.showPage(std::make_shared<const RenderedPage>(page), address);
        const QString pdf = m_pdf.saved(probe);
        QVERIFY(pagesOf(pdf).join(QString()).contains(QStringLiteral("Paragraph 2999 ")));
    }

    void rendererThatDies_endsTheJobWithAReason()
    {
        PreviewProbe probe;
        QVERIFY(probe.show(longPage(3000)));
        QSignalSpy done(&probe.pane, &PreviewPane::pdfSaved);
        probe.pane.savePdf(m_pdf.folder.filePath(QStringLiteral("never.pdf")));
        probe.killRenderer();
        QVERIFY(done.wait(30000));
        QVERIFY(!done.first().at(1).toString().isEmpty());
    }

    void paperSize_isTheUsualOneOfThePlace_data()
    {
        QTest::addColumn<QString>("locale");
        QTest::addColumn<bool>("letter");
        for (const char* name : {"en_US", "en_CA", "fr_CA", "es_MX", "es_CL", "fil_PH"})
            QTest::newRow(name) << QString::fromLatin1(name) << true;
        for (const char* name : {"de_DE", "en_GB", "fr_FR", "ja_JP", "es_ES", "pt_BR", "C"})
            QTest::newRow(name) << QString::fromLatin1(name) << false;
    }
    void paperSize_isTheUsualOneOfThePlace()
    {
        QFETCH(QString, locale);
        QFETCH(bool, letter);
        QCOMPARE(usualPaper(QLocale(locale)) == QPageSize::Letter, letter);
        qputenv("LC_ALL", locale.toUtf8() + ".UTF-8");
        QCOMPARE(usualLayout().pageSize().id(), letter ? QPageSize::Letter : QPageSize::A4);
        if (locale == QLatin1String("en_US"))
            QVERIFY(qAbs(boxesOf(m_pdf.saved(makePage({"<p>p</p>"}))).value(0).width / millimetre - 215.9) < 1);
        qputenv("LC_ALL", "de_DE.UTF-8");
    }

    void wantedPaper_isRead_data()
    {
        QTest::addColumn<QString>("size");
        QTest::addColumn<QSizeF>("paper"); // mm
        QTest::newRow("nothing") << QString() << QSizeF(210, 297);
        QTest::newRow("auto") << QStringLiteral("auto") << QSizeF(210, 297);
        QTest::newRow("landscape") << QStringLiteral("landscape") << QSizeF(297, 210);
        QTest::newRow("name") << QStringLiteral("letter") << QSizeF(215.9, 279.4);
        QTest::newRow("name and way") << QStringLiteral("A5 landscape") << QSizeF(210, 148);
        QTest::newRow("lengths") << QStringLiteral("10cm 20cm") << QSizeF(100, 200);
        QTest::newRow("lengths, broad") << QStringLiteral("8in 4in") << QSizeF(203.2, 101.6);
        QTest::newRow("one length") << QStringLiteral("120mm") << QSizeF(120, 120);
    }
    void wantedPaper_isRead()
    {
        QFETCH(QString, size);
        QFETCH(QSizeF, paper);
        const QPageLayout layout =
            wantedLayout(usualLayout(QLocale(QStringLiteral("de_DE"))), {{QStringLiteral("size"), size}});
        const QSizeF found = layout.fullRect(QPageLayout::Millimeter).size();
        QVERIFY2(qAbs(found.width() - paper.width()) < 1 && qAbs(found.height() - paper.height()) < 1,
                 qPrintable(QStringLiteral("%1 %2").arg(found.width()).arg(found.height())));
    }
};

int main(int argc, char** argv)
{
    return test::previewMain<TestPreviewPrint>(argc, argv);
}
#include "tst_previewprint.moc"
