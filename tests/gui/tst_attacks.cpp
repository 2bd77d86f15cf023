// SPDX-License-Identifier: MIT
// Hostile posts in the real window: nothing may happen but that the post is shown.
#ifndef Q_MOC_RUN // which loses count of the brackets in the scripts
#include "attacks/attackedwindow.h"
#include "attacks/effects.h"
#endif

#include <QProcess>

#include <map>

using namespace galley;
using test::AttackPost;

namespace
{

struct Tally {
    int posts = 0, counted = 0, effects = 0; ///< a post counts when it harms a careless program
};

} // namespace

Q_DECLARE_METATYPE(AttackPost)

class TestAttacks : public QObject
{
    Q_OBJECT

    test::Beacon m_beacon;
    std::map<QString, Tally> m_tally;

    static bool isShortRun() { return !qEnvironmentVariableIsSet("GALLEY_LONG"); }

    /// One row for each post; in the short run for one of each class, and each of these counts.
    static void addRows(const std::vector<AttackPost>& all)
    {
        static const QStringList chosen{QStringLiteral("001"), QStringLiteral("071"), QStringLiteral("104"),
                                        QStringLiteral("118"), QStringLiteral("128"), QStringLiteral("147"),
                                        QStringLiteral("175"), QStringLiteral("200"), QStringLiteral("220"),
                                        QStringLiteral("234"), QStringLiteral("246"), QStringLiteral("293"),
                                        QStringLiteral("901"), QStringLiteral("931"), QStringLiteral("960"),
                                        QStringLiteral("964"), QStringLiteral("976"), QStringLiteral("992")};
        QTest::addColumn<AttackPost>("post");
        for (const AttackPost& post : all) {
            if (!isShortRun() || chosen.contains(post.number()))
                QTest::newRow(qPrintable(post.name)) << post;
        }
    }

    static QStringList takeShellTraces()
    {
        const QStringList traces = QDir(test::canaryFolder()).entryList({QStringLiteral("pwned-*")});
        for (const QString& trace : traces)
            QFile::remove(test::canaryFolder() + u'/' + trace);
        return traces;
    }

    /// What the post does to a careless program: the control's answer, and the beacon's hits for this very post.
    QStringList controlEffects(const AttackPost& post)
    {
        const QString path = test::putIntoSite(post);
        takeShellTraces();
        m_beacon.clear();
        QProcess control;
        control.start(QCoreApplication::applicationDirPath() + QStringLiteral("/attackcontrol"),
                      {path, post.number(), post.kind});
        const bool ended = QTest::qWaitFor([&] { return control.state() == QProcess::NotRunning; }, 90000);
        control.kill();
        control.waitForFinished(3000);
        QStringList effects = QString::fromUtf8(control.readAllStandardOutput()).split(u'\n', Qt::SkipEmptyParts);
        if (ended && control.exitStatus() == QProcess::CrashExit)
            effects << test::harm::heavy + QStringLiteral(": the program died");
        for (const QString& hit : m_beacon.hits()) {
            if (hit.contains(post.number()))
                effects << test::harm::request + QStringLiteral(": ") + hit.left(80);
        }
        takeShellTraces();
        return effects;
    }

    /// Harm of the kinds that the post's class tries.
    QStringList controlHarm(const AttackPost& post)
    {
        QStringList harm;
        for (const QString& effect : controlEffects(post)) {
            if (test::isHarmOfClass(effect.section(u':', 0, 0), post.kind))
                harm << effect;
        }
        return harm;
    }

    void holdOff()
    {
        QFETCH(AttackPost, post);
        const QStringList harm = controlHarm(post);
        m_beacon.clear();
        QStringList effects;
        {
            test::AttackedWindow window(post, m_beacon);
            effects = window.suffer();
        }
        takeShellTraces();
        Tally& tally = m_tally[post.kind];
        ++tally.posts;
        tally.counted += !harm.isEmpty();
        tally.effects += !effects.isEmpty();
        qInfo("%s",
              harm.isEmpty() ? "harms nobody, so it does not count" : qPrintable(harm.join(QStringLiteral("; "))));
        QVERIFY2(effects.isEmpty(), qPrintable(effects.join(QStringLiteral("; "))));
        QVERIFY2(!isShortRun() || !harm.isEmpty(), "the careless program is not harmed either");
    }

private Q_SLOTS:
    void initTestCase()
    {
        if (test::sharedAttacks().empty())
            QSKIP("the folder with attack posts does not lie beside the project");
        const QString setup = QString::fromStdString(test::sharedPath("attacks/setup_canary.sh")->string());
        QCOMPARE(QProcess::execute(QStringLiteral("sh"), {setup}), 0);
        // Helpers of a test that was killed may hold the port a little longer.
        QVERIFY2(QTest::qWaitFor([this] { return m_beacon.listen(); }, 20000), "another program has the beacon's port");
    }

    void harmlessPost_leavesTheControlSilent_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("words") << QByteArray("---\nlayout: post\ntitle: words\n---\n\n# Words\n\nbefore-marker\n\n[a "
                                             "link](#words), *words*\n\n- a\n\nafter-marker\n");
        QTest::newRow("many things") << test::harmlessPost();
    }
    /// Else "it counts" would prove nothing.
    void harmlessPost_leavesTheControlSilent()
    {
        QFETCH(QByteArray, text);
        const QStringList said = controlEffects({QStringLiteral("000-harmless"), QStringLiteral("frontmatter"), text});
        QVERIFY2(said.isEmpty(), qPrintable(said.join(QStringLiteral("; "))));
        QCOMPARE(m_beacon.hits(), QStringList());
    }

    void sharedPost_hasNoEffect_data() { addRows(test::sharedAttacks()); }
    void sharedPost_hasNoEffect() { holdOff(); }

    void ownPost_hasNoEffect_data() { addRows(test::ownAttacks()); }
    void ownPost_hasNoEffect() { holdOff(); }

    void cleanupTestCase()
    {
        Tally all;
        qInfo("class         posts  harm a careless program  harm Galley");
        for (const auto& [kind, tally] : m_tally) {
            qInfo("%-12s %6d %24d %12d", qPrintable(kind), tally.posts, tally.counted, tally.effects);
            all.posts += tally.posts;
            all.counted += tally.counted;
            all.effects += tally.effects;
        }
        qInfo("%-12s %6d %24d %12d", "all", all.posts, all.counted, all.effects);
        QDir(test::canaryFolder()).removeRecursively();
    }
};

int main(int argc, char** argv)
{
    return test::windowMain<TestAttacks>(argc, argv);
}
#include "tst_attacks.moc"
