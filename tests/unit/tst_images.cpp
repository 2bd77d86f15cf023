// SPDX-License-Identifier: MIT
#include "importing/imagehabit.h"
#include "importing/imagename.h"
#include "importing/imagestore.h"
#include "importing/jpegmetadata.h"

#include "ordinaryuser.h"
#include "temporaryfolder.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace galley;

namespace
{
const PostNames mine{"nvola", "2017-05-25-natashas-meetup.md"};

ImageHabit learned(const std::vector<ImageUser>& posts, const char* author = "nvola")
{
    return imageHabit(posts, author, standardImageHabit(""));
}

std::string free(std::string_view original, std::string_view fallback = "natashas-meetup")
{
    return imageName(original, fallback, [](const std::string&) { return false; });
}
} // namespace

class TestImages : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void siteWithoutImages_getsAFolderForEachPost()
    {
        const ImageHabit habit = learned({{mine, "No images\n"}});
        QCOMPARE(imageFolder(habit, mine), std::string("assets/images/2017-05-25-natashas-meetup"));
        QCOMPARE(imageMarkdown(habit, "assets/images/a b.png", "A"), std::string("![A](/assets/images/a%20b.png)"));
        QCOMPARE(imageAddress(standardImageHabit("/blog"), "images/a.png"),
                 std::string("{{ \"/images/a.png\" | relative_url }}"));
    }

    void folderAndAddress_areThoseOfTheSiblings_data()
    {
        QTest::addColumn<QString>("sibling");
        QTest::addColumn<QString>("written");
        QTest::newRow("plain") << "![x](/images/x.png)"
                               << "![A](/images/a.png)";
        QTest::newRow("author") << "![x](/images/sam/x.png)"
                                << "![A](/images/nvola/a.png)";
        QTest::newRow("baseurl") << "![x]({{ site.baseurl }}/img/x.png)"
                                 << "![A]({{ site.baseurl }}/img/a.png)";
        QTest::newRow("filter") << "![x]({{ \"/img/sam/x.png\" | relative_url }})"
                                << "![A]({{ \"/img/nvola/a.png\" | relative_url }})";
        QTest::newRow("filter, single quotes") << "![x]({{'/img/x.png'|relative_url}} \"title\")"
                                               << "![A]({{ \"/img/a.png\" | relative_url }})";
        QTest::newRow("year and month") << "![x](/files/2016/04/x.png)"
                                        << "![A](/files/2017/05/a.png)";
        QTest::newRow("slug") << "![x](/files/a-talk/x.png)"
                              << "![A](/files/natashas-meetup/a.png)";
        QTest::newRow("remote ones tell nothing") << "![x](https://e.org/i/x.png) ![y](/pics/y.png)"
                                                  << "![A](/pics/a.png)";
        QTest::newRow("climbing ones tell nothing") << "![x](/../../etc/x.png)"
                                                    << "![A](/assets/images/2017-05-25-natashas-meetup/a.png)";
    }

    void folderAndAddress_areThoseOfTheSiblings()
    {
        QFETCH(QString, sibling);
        QFETCH(QString, written);
        const std::string text = sibling.toStdString();
        const ImageHabit habit = learned({{{"sam", "2016-04-01-a-talk.md"}, text}});
        const std::string path = imageFolder(habit, mine) + "/a.png";
        QCOMPARE(QString::fromStdString(imageMarkdown(habit, path, "A")), written);
    }

    void ownPosts_countBeforeThoseOfOthers()
    {
        const ImageHabit habit = learned({{{"sam", "2017-01-01-a.md"}, "![x](/ours/x.png)![y](/ours/y.png)"},
                                          {{"nvola", "2016-01-01-b.md"}, "![x](/mine/x.png)"}});
        QCOMPARE(habit.folder, std::string("mine"));
    }

    void authorThatClimbs_staysInTheSite()
    {
        const ImageHabit habit{"images/{author}", ImageAddress::Plain};
        QCOMPARE(imageFolder(habit, {"../../etc", "a.md"}), std::string("images"));
        QCOMPARE(imageFolder(habit, {"", "a.md"}), std::string("images"));
    }

    void name_isSafeEverywhere_data()
    {
        QTest::addColumn<QString>("original");
        QTest::addColumn<QString>("name");
        QTest::newRow("spaces and case") << "IMG 4711 (copy).JPG"
                                         << "img-4711-copy.jpg";
        QTest::newRow("letters stay") << "Kůň.png" << QStringLiteral("kůň.png");
        QTest::newRow("device") << "CON.png"
                                << "image-con.png";
        QTest::newRow("port") << "lpt1.png"
                              << "image-lpt1.png";
        QTest::newRow("path") << "../../etc/pass wd.png"
                              << "pass-wd.png";
        QTest::newRow("Windows path") << "C:\\x\\My Photo.png"
                                      << "my-photo.png";
        QTest::newRow("signs only") << "???.png"
                                    << "natashas-meetup.png";
    }

    void name_isSafeEverywhere()
    {
        QFETCH(QString, original);
        QFETCH(QString, name);
        QCOMPARE(QString::fromStdString(free(original.toStdString())), name);
    }

    void longName_isCut()
    {
        std::string original;
        for (int i = 0; i < 255; ++i)
            original += "ů";
        const std::string name = free(original + ".jpeg");
        QVERIFY(name.size() <= 100 && name.ends_with(".jpeg"));
        QCOMPARE(QString::fromStdString(name).toStdString(), name);
    }

    void takenName_isNumbered()
    {
        const auto taken = [](const std::string& name) { return name == "a.png" || name == "a-2.png"; };
        QCOMPARE(imageName("a.png", "x", taken), std::string("a-3.png"));
    }

    void text_comesFromANameThatAPersonGave()
    {
        QCOMPARE(imageText("tripython-may_2017.jpg"), std::string("Tripython may 2017"));
        QCOMPARE(imageText("IMG_20170525_183000.jpg"), std::string());
        QCOMPARE(imageText("Screenshot from 2017-05-25.png"), std::string());
        QCOMPARE(imageText("20170525.png"), std::string());
        QCOMPARE(imageText("Übersicht.png"), std::string("Übersicht"));
        QCOMPARE(imageText("écran-de-salle.jpg"), std::string("Écran de salle"));
        QCOMPARE(imageText("фото.png"), std::string("Фото"));
        QCOMPARE(imageText("写真.png"), std::string("写真"));
        QCOMPARE(imageText("\xF0\x90\x90\xA8x.png"), std::string("\xF0\x90\x90\x80x")); // outside of the first plane
        QCOMPARE(imageText("u\xCC\x88"
                           "bersicht.png"),
                 std::string("Übersicht"));
        QCOMPARE(imageText("—2017…05.png"), std::string()); // no letter, though no ASCII either
    }

    void nameWithAccentsOfTheirOwn_isComposed()
    {
        const auto never = [](const std::string&) { return false; };
        QCOMPARE(imageName("U\xCC\x88"
                           "bersicht.PNG",
                           "f", never),
                 std::string("übersicht.png"));
        std::string accents;
        for (int i = 0; i < 80; ++i)
            accents += "e\xCC\xA3\xCC\x81"; // two accents; composed into one letter and a mark
        const std::string name = imageName(accents + ".png", "f", never);
        QVERIFY(name.size() <= 94);
        QCOMPARE(QString::fromStdString(name).toStdString(), name);
    }

    void copy_isMadeBesideOthersAndTakenBack()
    {
        const QTemporaryDir site;
        const std::filesystem::path root = site.path().toStdString();
        const auto bytes = std::make_shared<const std::string>("picture");
        const auto first = storeImage(root, "assets/images/x", "A b.PNG", "f", bytes);
        const auto second = storeImage(root, "assets/images/x", "A b.PNG", "f", bytes);
        QVERIFY(first && second);
        QCOMPARE(first->path, std::string("assets/images/x/a-b.png"));
        QCOMPARE(second->path, std::string("assets/images/x/a-b-2.png"));
        removeImage(*first);
        QVERIFY(!QFile::exists(site.filePath(QStringLiteral("assets/images/x/a-b.png"))));
        QVERIFY(QFile::exists(site.filePath(QStringLiteral("assets/images/x/a-b-2.png"))));
        QVERIFY(restoreImage(*first));
        QVERIFY(QFile::exists(site.filePath(QStringLiteral("assets/images/x/a-b.png"))));
        removeImage(*second);
        removeImage(*first);
        QVERIFY(QDir(site.path()).isEmpty());
    }

    void copyThatWasChangedSince_staysWhenItIsTakenBack()
    {
        const QTemporaryDir site;
        const auto image =
            storeImage(site.path().toStdString(), "i", "a.png", "f", std::make_shared<const std::string>("picture"));
        QFile file(site.filePath(QStringLiteral("i/a.png")));
        QVERIFY(file.open(QIODevice::Append) && file.write("edited") == 6);
        file.close();
        removeImage(*image);
        QVERIFY(file.exists());
    }

    void folderOutsideOrUnwritable_isASentenceAndNothingIsWritten()
    {
        const QTemporaryDir site, elsewhere;
        const std::filesystem::path root = site.path().toStdString();
        const auto bytes = std::make_shared<const std::string>("picture");
        std::filesystem::create_directory_symlink(elsewhere.path().toStdString(), root / "images");
        const auto outside = storeImage(root, "images", "a.png", "f", bytes);
        QVERIFY(!outside && outside.error().message.find("outside") != std::string::npos);
        QVERIFY(QDir(elsewhere.path()).isEmpty());
        QFile file(site.filePath(QStringLiteral("assets")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        const auto blocked = storeImage(root, "assets/images", "a.png", "f", bytes);
        QVERIFY(!blocked && blocked.error().message.find("assets") != std::string::npos);
    }

    void folderThatTakesNoFile_isASentenceAndNothingStays()
    {
        const TemporaryFolder site;
        std::filesystem::create_directory(site / "images");
        const test::OrdinaryUser user(site.path());
        const test::ReadOnlyFolder images(site / "images");
        if (!user.isOne())
            QSKIP("root's rights can not be given up here");
        const auto bytes = std::make_shared<const std::string>("picture");
        const auto file = storeImage(site.path(), "images", "a.png", "f", bytes);
        QVERIFY(!file && file.error().message.find("images") != std::string::npos);
        const auto folder = storeImage(site.path(), "images/new/one", "a.png", "f", bytes);
        QVERIFY(!folder && folder.error().message.find("images") != std::string::npos);
        QCOMPARE(namesIn(site / "images"), std::string());
    }

    void metadata_isTakenOutAndThePictureStays()
    {
        const auto segment = [](char marker, const std::string& body) {
            const std::size_t length = body.size() + 2;
            return std::string("\xFF") + marker + static_cast<char>(length >> 8) + static_cast<char>(length & 0xFF) +
                   body;
        };
        const std::string start = "\xFF\xD8", scan = segment('\xDA', "head") + "pixels\xFF\xD9";
        const std::string frame = segment('\xE0', "JFIF") + segment('\xDB', "table");
        const std::string photo = start + frame + segment('\xE1', "Exif with GPS") + segment('\xE2', "ICC") +
                                  segment('\xFE', "comment") + scan;
        QCOMPARE(withoutJpegMetadata(photo), start + frame + segment('\xE2', "ICC") + scan);
        for (std::size_t cut = 0; cut < photo.size() - scan.size(); ++cut)
            QCOMPARE(withoutJpegMetadata(photo.substr(0, cut)), photo.substr(0, cut)); // broken files stay whole
        QCOMPARE(withoutJpegMetadata("\x89PNG"), std::string("\x89PNG"));
    }
};

QTEST_GUILESS_MAIN(TestImages)
#include "tst_images.moc"
