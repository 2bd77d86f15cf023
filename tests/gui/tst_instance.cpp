// SPDX-License-Identifier: MIT
#include "instance.h"
#include "temporaryfolder.h"

#include <QFile>
#include <QSignalSpy>
#include <QTest>

#include <thread>

using namespace galley;

class TestInstance : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void secondProgram_handsItsFilesOver()
    {
        const TemporaryFolder folder;
        const QString state = QString::fromStdString((folder / "state").string());
        Instance first(state);
        QVERIFY(first.claim());
        QSignalSpy handedOver(&first, &Instance::filesHandedOver);
        const QStringList files = {QStringLiteral("/a b/ä.md"), QStringLiteral("/c.md")};
        bool claimed = true;
        bool taken = false;
        std::thread other([&] { // it waits for an answer that this thread's event loop gives
            Instance second(state);
            claimed = second.claim();
            taken = second.handOver(files);
        });
        QTRY_COMPARE(handedOver.count(), 1);
        other.join();
        QVERIFY(!claimed && taken);
        QCOMPARE(handedOver[0][0].toStringList(), files);
    }

    void staleSocket_isRemoved()
    {
        const TemporaryFolder folder;
        const QString state = QString::fromStdString((folder / "state").string());
        Instance instance(state);
        QFile stale(instance.socketName());
        QVERIFY(stale.open(QIODevice::WriteOnly));
        stale.close();
        QVERIFY(instance.claim());
        QVERIFY(!Instance(state).claim());
    }

    void programThatIsGone_leavesTheFieldFree()
    {
        const TemporaryFolder folder;
        const QString state = QString::fromStdString((folder / "state").string());
        {
            Instance first(state);
            QVERIFY(first.claim());
        }
        Instance next(state);
        QVERIFY(next.claim());
    }

    void twoStateFolders_areTwoPrograms()
    {
        const TemporaryFolder folder;
        Instance one(QString::fromStdString((folder / "one").string()));
        Instance two(QString::fromStdString((folder / "two").string()));
        QVERIFY(one.claim() && two.claim());
        QVERIFY(one.socketName() != two.socketName());
        QVERIFY(one.socketName().size() < 100);
    }

    void nobodyThere_takesNoFiles()
    {
        const TemporaryFolder folder;
        QVERIFY(!Instance(QString::fromStdString((folder / "x").string())).handOver({QStringLiteral("/a.md")}));
    }
};

QTEST_GUILESS_MAIN(TestInstance)
#include "tst_instance.moc"
