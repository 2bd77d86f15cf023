// SPDX-License-Identifier: MIT
// Hostile posts in the real window: nothing may happen but that the post is shown.
#ifndef Q_MOC_RUN // which loses count of the brackets in the scripts
#include "attacks/attackedwindow.h"
#endif

#include <QProcess>

#include <map>
#include <set>

using namespace galley;
using test::AttackPost;

namespace
{

struct Tally {
    int posts = 0, live = 0, effects = 0;
};

} // namespace

Q_DECLARE_METATYPE(AttackPost)

class TestAttacks : public QObject
{
    Q_OBJECT

    test::Beacon m_beacon;
    std::map<QString, Tally> m_tally;

    /// One post of each class, the first; all in the long run.
    static std::vector<AttackPost> chosen(const std::vector<AttackPost>& all)
    {
        if (qEnvironmentVariableIsSet("GALLEY_LONG"))
            return all;
        std::vector<AttackPost> few;
        std::set<QString> kinds;
        for (const AttackPost& post : all) {
            if (kinds.insert(post.kind).second)
                few.push_back(post);
        }
        return few;
    }

    void addRows(const std::vector<AttackPost>& posts)
    {
        QTest::addColumn<AttackPost>("post");
        for (const AttackPost& post : chosen(posts))
            QTest::newRow(qPrintable(post.name)) << post;
    }

    /// What the post does to a careless program: the first lines of the control's answer, and the beacon's hits.
    QStringList controlEffects(const AttackPost& post)
    {
        const QString path = test::putIntoSite(post);
        m_beacon.clear();
        QProcess control;
        control.start(QCoreApplication::applicationDirPath() + QStringLiteral("/attackcontrol"), {path});
        if (!QTest::qWaitFor([&] { return control.state() == QProcess::NotRunning; }, 40000))
            control.kill();
        control.waitForFinished(3000);
        QStringList effects = QString::fromUtf8(control.readAllStandardOutput()).split(u'\n', Qt::SkipEmptyParts);
        if (control.exitStatus() == QProcess::CrashExit)
            effects << QStringLiteral("program died or hung");
        effects += m_beacon.hits();
        for (const QString& left : QDir(test::canaryFolder()).entryList({QStringLiteral("pwned-*")}))
            QFile::remove(test::canaryFolder() + u'/' + left);
        return effects;
    }

    void holdOff()
    {
        QFETCH(AttackPost, post);
        const QStringList live = controlEffects(post);
        m_beacon.clear();
        QStringList effects;
        {
            test::AttackedWindow window(post, m_beacon);
            effects = window.suffer();
        }
        Tally& tally = m_tally[post.kind];
        ++tally.posts;
        tally.live += !live.isEmpty();
        tally.effects += !effects.isEmpty();
        if (live.isEmpty())
            qInfo("control of %s saw nothing: the post does not count", qPrintable(post.name));
        QVERIFY2(effects.isEmpty(), qPrintable(effects.join(QStringLiteral("; "))));
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

    void harmlessPost_leavesTheControlSilent()
    {
        const AttackPost post{QStringLiteral("000-harmless"), QStringLiteral("none"),
                              "---\nlayout: post\ntitle: words\n---\n\n# Words\n\nbefore-marker\n\n[a link](#words), *words*\n\n- a\n\nafter-marker\n"};
        const QStringList said = controlEffects(post);
        if (!said.isEmpty()) // then "live in the control" below proves nothing
            QSKIP(qPrintable(QStringLiteral("the control speaks up for a harmless post: %1").arg(said.join(QStringLiteral("; ")))));
    }

    void sharedPost_hasNoEffect_data() { addRows(test::sharedAttacks()); }
    void sharedPost_hasNoEffect() { holdOff(); }

    void ownPost_hasNoEffect_data() { addRows(test::ownAttacks()); }
    void ownPost_hasNoEffect() { holdOff(); }

    void cleanupTestCase()
    {
        Tally all;
        qInfo("class         posts  live in the control  with an effect");
        for (const auto& [kind, tally] : m_tally) {
            qInfo("%-12s %6d %20d %15d", qPrintable(kind), tally.posts, tally.live, tally.effects);
            all.posts += tally.posts;
            all.live += tally.live;
            all.effects += tally.effects;
        }
        qInfo("%-12s %6d %20d %15d", "all", all.posts, all.live, all.effects);
        QDir(test::canaryFolder()).removeRecursively();
    }
};

int main(int argc, char** argv)
{
    return test::windowMain<TestAttacks>(argc, argv);
}
#include "tst_attacks.moc"
