// SPDX-License-Identifier: MIT
// Images that are pasted, dropped or picked: the copy in the site, the Markdown in the text, and both taken back by
// undo.
#include "windowprobe.h"

#include "preparedimage.h"

#include <QBuffer>
#include <QClipboard>
#include <QDir>
#include <QDropEvent>
#include <QImageReader>
#include <QMimeData>

using namespace galley;
using namespace galley::test;

namespace
{
QByteArray picture(int width, int height, const char* format, bool noisy = false)
{
    QImage image(width, height, QImage::Format_RGB32);
    image.fill(Qt::darkGreen);
    for (int y = 0; noisy && y < height; ++y) {
        for (int x = 0; x < width; ++x)
            image.setPixel(x, y, static_cast<uint>(x * 2654435761u ^ static_cast<uint>(y) * 40503u));
    }
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, format, 100);
    return bytes;
}

/// A JPEG that was taken with the camera on its side, somewhere.
QByteArray sidewaysPhoto(int width, int height)
{
    const QByteArray jpeg = picture(width, height, "JPEG");
    const QByteArray exif =
        QByteArray("Exif\0\0II*\0\10\0\0\0\1\0\x12\1\3\0\1\0\0\0\6\0\0\0\0\0\0\0", 32) + "GPS 50.08 14.42";
    const auto length = static_cast<unsigned>(exif.size() + 2);
    const QByteArray head =
        QByteArray("\xFF\xE1", 2) + static_cast<char>(length >> 8) + static_cast<char>(length & 0xFF);
    return jpeg.left(2) + head + exif + jpeg.mid(2);
}

struct Desk {
    Desk()
        : probe(QByteArray("---\ntitle: A\nauthor: nvola\nimage: \"\"\n---\nText\n"), QStringLiteral("2017-05-25-a.md"))
    {
    }

    bool ready() { return probe.settle(); }
    QStringList images() const
    {
        return QDir(probe.folder.filePath(QStringLiteral("assets/images/2017-05-25-a"))).entryList(QDir::Files);
    }
    void drop(QMimeData* data)
    {
        QWidget* target = probe.pane()->viewport();
        const QPoint at = probe.pane()->cursorRect().center();
        QDragEnterEvent enter(at, Qt::CopyAction, data, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(target, &enter);
        QDropEvent event(at, Qt::CopyAction, data, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(target, &event);
    }
    QString file(const QString& name, const QByteArray& bytes)
    {
        QDir(probe.folder.path()).mkpath(QStringLiteral("camera"));
        const QString path = probe.folder.filePath(QStringLiteral("camera/") + name);
        writeFile(path, bytes);
        return path;
    }

    WindowProbe probe;
};
} // namespace

class TestPostImages : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void droppedFile_isCopiedAndWritten()
    {
        Desk desk;
        QVERIFY(desk.ready());
        auto data = std::make_unique<QMimeData>();
        data->setUrls({QUrl::fromLocalFile(desk.file(QStringLiteral("The Venue.PNG"), picture(20, 10, "PNG")))});
        desk.drop(data.get());
        QTRY_VERIFY2(
            desk.probe.text().contains(QStringLiteral("![The venue](assets/images/2017-05-25-a/the-venue.png)")),
            qPrintable(desk.probe.text()));
        QCOMPARE(desk.images(), QStringList{QStringLiteral("the-venue.png")});
        QVERIFY(desk.probe.settle());
        QVERIFY(desk.probe.window.page().result()->page.html.find("the-venue.png") != std::string::npos);
    }

    void pastedPicture_isCopiedUnderThePostsName()
    {
        Desk desk;
        QVERIFY(desk.ready());
        QImage image(30, 20, QImage::Format_RGB32);
        image.fill(Qt::red);
        QApplication::clipboard()->setImage(image);
        desk.probe.pane()->setFocus();
        QTest::keyClick(desk.probe.pane(), Qt::Key_V, Qt::ControlModifier);
        QTRY_COMPARE(desk.images().size(), 1);
        QTRY_VERIFY2(desk.probe.text().contains(desk.images().first()), qPrintable(desk.probe.text()));
    }

    void undo_takesTheCopyAwayAndRedoBringsItBack()
    {
        Desk desk;
        QVERIFY(desk.ready());
        const QString before = desk.probe.text();
        auto data = std::make_unique<QMimeData>();
        data->setUrls({QUrl::fromLocalFile(desk.file(QStringLiteral("a.png"), picture(20, 10, "PNG")))});
        desk.drop(data.get());
        QTRY_COMPARE(desk.images().size(), 1);
        QTRY_VERIFY(desk.probe.text() != before);
        QTest::keyClick(desk.probe.pane(), Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(desk.probe.text(), before);
        QTRY_VERIFY(!QFileInfo::exists(desk.probe.folder.filePath(QStringLiteral("assets"))));
        QTest::keyClick(desk.probe.pane(), Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
        QTRY_COMPARE(desk.images().size(), 1);
    }

    void savedCopy_staysWhenItsLineIsTakenOut()
    {
        Desk desk;
        QVERIFY(desk.ready());
        auto data = std::make_unique<QMimeData>();
        data->setUrls({QUrl::fromLocalFile(desk.file(QStringLiteral("a.png"), picture(20, 10, "PNG")))});
        desk.drop(data.get());
        QTRY_VERIFY(desk.probe.text().contains(QStringLiteral("a.png")));
        QSignalSpy saved(&desk.probe.window.post(), &OpenPost::saved);
        desk.probe.action(Act::Save)->trigger();
        QTRY_COMPARE(saved.count(), 1);
        QTest::keyClick(desk.probe.pane(), Qt::Key_Z, Qt::ControlModifier);
        QVERIFY(!desk.probe.text().contains(QStringLiteral("a.png")));
        QTest::qWait(200);
        QCOMPARE(desk.images().size(), 1); // the post on disk still names it
    }

    void largePhoto_isShrunkTurnedUprightAndForgetsItsPlace()
    {
        const auto prepared = prepareImage(sidewaysPhoto(2400, 1800).toStdString(), QStringLiteral("IMG_1.JPG"), true);
        QVERIFY(prepared.has_value());
        QByteArray bytes = QByteArray::fromStdString(*prepared->bytes);
        QVERIFY(!bytes.contains("GPS") && !bytes.contains("Exif"));
        const QImage image = QImage::fromData(bytes);
        QCOMPARE(image.size(), QSize(1200, 1600));
    }

    void smallPhoto_keepsItsPixelsAndForgetsItsPlace()
    {
        QByteArray photo = sidewaysPhoto(40, 30);
        photo[photo.indexOf(QByteArray("\x12\1\3", 3)) + 8] = 1; // upright
        const auto prepared = prepareImage(photo.toStdString(), QStringLiteral("a.jpg"), true);
        QVERIFY(prepared->bytes->find("GPS") == std::string::npos);
        QVERIFY(photo.endsWith(QByteArray::fromStdString(prepared->bytes->substr(30))));
        const auto untouched = prepareImage(photo.toStdString(), QStringLiteral("a.jpg"), false);
        QCOMPARE(QByteArray::fromStdString(*untouched->bytes), photo);
    }

    void fileThatIsNoImage_isASentenceAndLeavesNothing()
    {
        Desk desk;
        QVERIFY(desk.ready());
        const QString before = desk.probe.text();
        auto data = std::make_unique<QMimeData>();
        data->setUrls({QUrl::fromLocalFile(desk.file(QStringLiteral("fake.png"), "not a picture"))});
        desk.drop(data.get());
        QVERIFY(desk.probe.waitForNotice(QStringLiteral("fake.png")));
        QCOMPARE(desk.probe.text(), before);
        QVERIFY(!QFileInfo::exists(desk.probe.folder.filePath(QStringLiteral("assets"))));
    }

    void postThatIsNowhereYet_saysWhatToDo()
    {
        WindowProbe probe;
        probe.action(Act::New)->trigger();
        QTRY_VERIFY(probe.window.documents().isOpen());
        QVERIFY(probe.settle());
        const QString before = probe.text();
        QImage image(30, 20, QImage::Format_RGB32);
        image.fill(Qt::red);
        QApplication::clipboard()->setImage(image);
        probe.pane()->setFocus();
        QTest::keyClick(probe.pane(), Qt::Key_V, Qt::ControlModifier);
        QVERIFY(probe.waitForNotice(QStringLiteral("Save the post first")));
        QCOMPARE(probe.text(), before);
    }
};

int main(int argc, char** argv)
{
    return windowMain<TestPostImages>(argc, argv);
}
#include "tst_postimages.moc"
