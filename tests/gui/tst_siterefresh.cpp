// SPDX-License-Identifier: MIT
// The site around an open post: found upward, and read anew when one of its files is saved by anyone.
#include "windowprobe.h"

#include <QDir>

using namespace galley;
using namespace galley::test;

namespace
{
/// A post deep in a site with a layout, an include and data, open in the window.
struct Desk {
    Desk()
    {
        put("_config.yml", "title: Class One\n");
        put("_data/team.yml", "lead: Ada\n");
        put("_includes/foot.html", "<footer>Foot one</footer>\n");
        put("_layouts/post.html",
            "<html><head><title>{{ site.title }}</title></head>\n<body><h1>Layout one</h1><p>{{ site.title }}, "
            "{{ site.data.team.lead }}</p>\n{{ content }}\n{% include foot.html %}</body></html>\n");
        put("_posts/nvola/2020-01-02-a.md", "---\nlayout: post\ntitle: A\n---\nThe text\n");
        probe.open(at("_posts/nvola/2020-01-02-a.md"));
    }
    QString at(const char* name) const { return probe.folder.filePath(QStringLiteral("site/") + QLatin1String(name)); }
    /// As editors save: a new file in the old one's place.
    void put(const char* name, const QByteArray& text) const
    {
        const QString path = at(name);
        QDir().mkpath(QFileInfo(path).path());
        writeFile(path + QStringLiteral("~"), text);
        QFile::remove(path);
        QVERIFY(QFile::rename(path + QStringLiteral("~"), path));
    }
    bool problemsTell(const QString& words)
    {
        return QTest::qWaitFor([&] { return probe.window.editor().problemTexts().join(u'\n').contains(words); }, 20000);
    }

    WindowProbe probe;
};
} // namespace

class TestSiteRefresh : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void savedFileOfTheSite_isSeenInThePreview_data()
    {
        QTest::addColumn<QByteArray>("file");
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("shown");
        const auto row = [](const char* name, const char* file, const char* text, const char* shown) {
            QTest::newRow(name) << QByteArray(file) << QByteArray(text) << QString::fromUtf8(shown);
        };
        row("layout", "_layouts/post.html", "<html><body><h1>Layout two</h1>{{ content }}</body></html>\n",
            "Layout two");
        row("include", "_includes/foot.html", "<footer>Foot two</footer>\n", "Foot two");
        row("data", "_data/team.yml", "lead: Grace\n", "Grace");
        row("configuration", "_config.yml", "title: Class Two\n", "Class Two");
    }

    void savedFileOfTheSite_isSeenInThePreview()
    {
        QFETCH(QByteArray, file);
        QFETCH(QByteArray, text);
        QFETCH(QString, shown);
        Desk desk;
        QVERIFY(desk.probe.previewShows(QStringLiteral("Layout one")));
        QVERIFY(desk.probe.previewShows(QStringLiteral("Class One, Ada")));
        desk.put(file.constData(), text);
        QVERIFY(desk.probe.previewShows(shown));
        QVERIFY(desk.probe.previewShows(QStringLiteral("The text")));
    }

    void flawInALayout_isToldAtItsFileAndLine_andEndsWithIt()
    {
        Desk desk;
        QVERIFY(desk.probe.previewShows(QStringLiteral("Layout one")));
        desk.put("_layouts/post.html", "<html><body>\n\n{% if %}x{% endif %}{{ content }}</body></html>\n");
        QVERIFY2(desk.problemsTell(QStringLiteral("_layouts/post.html:3")),
                 qPrintable(desk.probe.window.editor().problemTexts().join(u'\n')));
        QVERIFY(desk.probe.previewShows(QStringLiteral("The text")));
        desk.put("_layouts/post.html", "<html><body>Mended {{ content }}</body></html>\n");
        QVERIFY(desk.probe.previewShows(QStringLiteral("Mended")));
        QVERIFY(!desk.probe.window.editor().problemTexts().join(u'\n').contains(QStringLiteral("_layouts")));
    }
};

int main(int argc, char** argv)
{
    return windowMain<TestSiteRefresh>(argc, argv);
}
#include "tst_siterefresh.moc"
