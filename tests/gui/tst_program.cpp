// SPDX-License-Identifier: MIT
// The program as people start it: a second start hands its files to the first, a killed one is in nobody's way.
#include "temporaryfolder.h"

#include <QProcess>
#include <QSettings>
#include <QTest>

using namespace galley;

namespace
{
class Home
{
public:
    void start(QProcess& process, const QStringList& arguments) const
    {
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        for (const char* name : {"HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME"})
            environment.insert(QString::fromLatin1(name), QString::fromStdString(m_folder.path().string()));
        process.setProcessEnvironment(environment);
        process.start(QStringLiteral(GALLEY_PROGRAM), arguments);
    }

    QString post(const char* name) const { return QString::fromStdString(m_folder.write(name, "text\n").string()); }

    /// Waits until the running program has this post open.
    bool isOpen(const QString& post) const
    {
        return QTest::qWaitFor(
            [&] {
                const QSettings settings(QString::fromStdString((m_folder / "galley/galley.conf").string()),
                                         QSettings::NativeFormat);
                return settings.value(QStringLiteral("files/session")).toStringList().contains(post);
            },
            60'000);
    }

private:
    TemporaryFolder m_folder;
};

void end(QProcess& process)
{
    process.kill();
    process.waitForFinished();
}
} // namespace

class TestProgram : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void secondStart_handsItsFilesToTheFirst()
    {
        const Home home;
        QProcess first;
        home.start(first, {home.post("a.md")});
        QVERIFY(home.isOpen(home.post("a.md")));
        QProcess second;
        home.start(second, {home.post("b.md"), home.post("c.md")});
        QVERIFY(second.waitForFinished(60'000));
        QCOMPARE(second.exitCode(), 0);
        QVERIFY(home.isOpen(home.post("b.md")) && home.isOpen(home.post("c.md")) && home.isOpen(home.post("a.md")));
        QCOMPARE(first.state(), QProcess::Running);
        end(first);
    }

    void newInstance_runsBesideTheFirst()
    {
        const Home home;
        QProcess first;
        home.start(first, {home.post("a.md")});
        QVERIFY(home.isOpen(home.post("a.md")));
        QProcess second;
        home.start(second, {QStringLiteral("--new-instance"), home.post("b.md")});
        QVERIFY(home.isOpen(home.post("b.md")));
        QCOMPARE(second.state(), QProcess::Running);
        end(second);
        end(first);
    }

    void killedProgram_leavesTheNextOneAlone()
    {
        const Home home;
        QProcess first;
        home.start(first, {home.post("a.md")});
        QVERIFY(home.isOpen(home.post("a.md")));
        end(first);
        QProcess next;
        home.start(next, {home.post("b.md")});
        QVERIFY(home.isOpen(home.post("b.md")));
        QCOMPARE(next.state(), QProcess::Running);
        end(next);
    }
};

QTEST_GUILESS_MAIN(TestProgram)
#include "tst_program.moc"
