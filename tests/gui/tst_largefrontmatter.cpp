// SPDX-License-Identifier: MIT
// Front matter of ten megabytes in the whole window: the form steps aside, the text stays a text.
#include "windowprobe.h"

#include <QElapsedTimer>

using namespace galley;
using namespace galley::test;

class TestLargeFrontMatter : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keys_reachTextPreviewAndDisk()
    {
        QByteArray yaml = "title: A\n";
        while (yaml.size() < (10 << 20))
            yaml +=
                "key" + QByteArray::number(yaml.size()) + ": value number " + QByteArray::number(yaml.size()) + '\n';
        const QByteArray bytes = "---\n" + yaml + "---\nBody";
        QElapsedTimer timer;
        timer.start();
        WindowProbe probe(bytes);
        qInfo("open: %lld ms", static_cast<long long>(timer.elapsed()));
        QVERIFY(probe.previewShows(QStringLiteral("Body")));
        QTest::keyClick(probe.pane(), Qt::Key_End, Qt::ControlModifier);
        qInfo("shown: %lld ms", static_cast<long long>(timer.restart()));
        QTest::keyClicks(probe.pane(), QStringLiteral(" and more"));
        qInfo("nine keys below 10 MB of front matter: %lld ms", static_cast<long long>(timer.restart()));
        QVERIFY(probe.previewShows(QStringLiteral("Body and more")));
        qInfo("until the page shows them: %lld ms", static_cast<long long>(timer.elapsed()));

        probe.action(Act::Save)->trigger();
        QTRY_VERIFY_WITH_TIMEOUT(!probe.window.post().isModified(), 20000);
        QVERIFY(probe.disk() == bytes + " and more");
        qInfo("saved: %lld ms", static_cast<long long>(timer.restart()));
        while (probe.action(Act::Undo)->isEnabled())
            probe.action(Act::Undo)->trigger();
        QVERIFY(*probe.window.post().text().text() == bytes.toStdString());
    }
};

int main(int argc, char** argv)
{
    return windowMain<TestLargeFrontMatter>(argc, argv);
}
#include "tst_largefrontmatter.moc"
