// SPDX-License-Identifier: MIT
// Hundreds of switches between posts, sites, levels of trust and forms of the page, with renderers killed and a busy
// core: each time the live page is the page of the post that is shown, once.
#ifndef Q_MOC_RUN // which loses count of the brackets in the scripts
#include "layout/postrenderer.h"
#include "machine/machine.h"
#include "previewprobe.h"
#include "windowprobe.h"
#endif

#include "posttab.h"
#include "site/site.h"

#include <QDir>

#include <atomic>
#include <random>
#include <thread>

using namespace galley;
using test::WindowProbe;

namespace
{

constexpr int wait = 60000; // ms: a machine that others use too

struct Post {
    QString path;
    QString title;
    QString words; ///< stand once in the post and in no other
};

/// Two sites with layouts of their own and two lone files, each post in a tab.
class SeamsProbe : public WindowProbe
{
public:
    SeamsProbe() : WindowProbe(QByteArray(), QString())
    {
        site(QStringLiteral("wood"), "<header><h1>{{ page.title }}</h1><nav><a href=\"/\">Wood</a></nav></header>"
                                     "<main>{{ content }}</main><footer><p>the end</p></footer>");
        site(QStringLiteral("sea"),
             "<div class=\"wrap\"><article><h1>{{ page.title }}</h1>{{ content }}</article></div>"
             "<aside>{{ site.title }}</aside>");
        post(QStringLiteral("wood/_posts/2024-01-01-oak.md"), 3);
        post(QStringLiteral("wood/_posts/2024-01-02-elm.md"), 12);
        post(QStringLiteral("wood/_posts/2024-01-03-ash.md"), 400); // comes in several slices
        post(QStringLiteral("sea/_posts/2024-02-01-tide.md"), 5);
        post(QStringLiteral("sea/_posts/2024-02-02-foam.md"), 1);
        post(QStringLiteral("lone.md"), 2);
        post(QStringLiteral("alone.md"), 6);
        for (const Post& each : posts)
            open(each.path);
    }

    const Post& shownPost()
    {
        const auto isShown = [this](const Post& each) { return each.path == window.post().path(); };
        return *std::find_if(posts.begin(), posts.end(), isShown);
    }

    bool isSettled() { return window.page().result() && window.page().isCurrent() && window.preview().isSettled(); }

    /// The page as the engine writes it for the post that is shown.
    RenderedPage page()
    {
        RenderRequest request =
            machine::renderRequest(QFile::encodeName(window.post().path()).toStdString(), window.page().site());
        const std::string text = *window.post().text().text();
        request.text = text;
        request.form = window.page().form();
        return renderPost(request);
    }

    /// What is wrong with what the preview shows once it is settled; empty when nothing is.
    QString flaw()
    {
        QString found = QStringLiteral("it does not settle");
        (void)QTest::qWaitFor(
            [&] {
                const QVariantList seen = isSettled() ? ask(question()).toList() : QVariantList();
                if (seen.isEmpty() || !isSettled()) // on a machine in a hurry the renderer may be given up meanwhile
                    return false;
                found = flawOf(seen);
                return true;
            },
            wait);
        return found;
    }

    bool killRenderer()
    {
        const qint64 pid = window.preview().view()->page()->renderProcessPid();
        return pid > 0 && ::kill(pid_t(pid), SIGKILL) == 0;
    }

    std::vector<Post> posts;

private:
    QString question()
    {
        const QString count = QStringLiteral("document.body.innerText.split('%1').length - 1");
        return QStringLiteral("[%1, document.title, %2, %3]")
            .arg(test::PreviewProbe::comparison(page()), count.arg(shownPost().words), count.arg(shownPost().title));
    }
    QString flawOf(const QVariantList& seen)
    {
        const Post& post = shownPost();
        const QString root = window.page().site() ? QFile::decodeName(window.page().site()->root().c_str()) : QString();
        const bool isLone = !post.path.contains(QStringLiteral("_posts"));
        if (isLone != root.isEmpty() || !post.path.startsWith(root))
            return QStringLiteral("the site is ") + root;
        if (!seen.value(1).toString().contains(post.title) || seen.value(3).toInt() < 1)
            return QStringLiteral("the title is %1, and stands %2 times in the text")
                .arg(seen.value(1).toString(), seen.value(3).toString());
        if (seen.value(2).toInt() != 1)
            return QStringLiteral("the words of the post stand there %1 times").arg(seen.value(2).toInt());
        const QString difference = seen.value(0).toString();
        return difference == QLatin1String("equal") ? QString()
                                                    : QStringLiteral("live and fresh differ:\n") + difference;
    }
    void write(const QString& name, const QByteArray& bytes)
    {
        QDir(folder.path()).mkpath(QFileInfo(name).path());
        test::writeFile(folder.filePath(name), bytes);
    }
    void site(const QString& name, const QByteArray& body)
    {
        write(name + QStringLiteral("/_config.yml"), "title: The " + name.toUtf8() + "\n");
        write(name + QStringLiteral("/main.css"), "body { margin: 2em }\n");
        write(name + QStringLiteral("/_layouts/post.html"),
              "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n<title>{{ page.title }}</title>\n"
              "<link rel=\"stylesheet\" href=\"/main.css\">\n</head>\n<body>\n" +
                  body + "\n</body>\n</html>\n");
    }
    void post(const QString& name, int paragraphs)
    {
        const QString own = QFileInfo(name).completeBaseName().section(QLatin1Char('-'), -1);
        const Post made{folder.filePath(name), QStringLiteral("On %1 and more").arg(own),
                        QStringLiteral("only-") + own};
        QByteArray text =
            "---\nlayout: post\ntitle: " + made.title.toUtf8() + "\n---\n\n" + made.words.toUtf8() + " here.\n\n";
        for (int i = 0; i < paragraphs; ++i)
            text += "Paragraph " + QByteArray::number(i) + " *of* " + own.toUtf8() +
                    QByteArray(" and so on").repeated(20) + ".\n\n";
        write(name, text);
        posts.push_back(made);
    }
};

/// Keeps one core busy while it lives.
class BusyCore
{
public:
    ~BusyCore()
    {
        m_ending = true;
        m_thread.join();
    }

private:
    std::atomic<bool> m_ending = false;
    std::thread m_thread{[this] {
        while (!m_ending) {
        }
    }};
};

/// One thing that a person, or the system, does to what the preview shows.
class Hand
{
public:
    explicit Hand(SeamsProbe& probe) : m_probe(probe) {}

    QStringList done;
    int switches = 0;
    int kills = 0;

    /// One switch, or a few that follow one another before anything can settle.
    void act()
    {
        done.clear();
        const int count = m_random() % 4 == 0 ? 2 + int(m_random() % 3) : 1;
        for (int i = 0; i < count; ++i) {
            if (i > 0 && m_random() % 2 == 0)
                QTest::qWait(int(m_random() % 60));
            one();
            ++switches;
        }
    }

private:
    void one()
    {
        const unsigned dice = m_random() % 100;
        if (dice < 62)
            showTab();
        else if (dice < 80)
            trust();
        else if (dice < 94 || m_killed)
            form();
        else
            kill();
    }
    void showTab()
    {
        const auto& tabs = m_probe.window.documents().tabs();
        PostTab* tab = tabs[m_random() % tabs.size()];
        m_killed = m_killed && tab == m_probe.window.documents().current();
        done << QStringLiteral("show ") + tab->post()->name();
        m_probe.window.documents().show(tab);
    }
    void trust()
    {
        static const PreviewTrust levels[] = {{}, {true, true, true}, {false, true, false}};
        const unsigned level = m_random() % 3;
        done << QStringLiteral("trust %1").arg(level);
        m_probe.window.preview().setTrust(levels[level]);
    }
    void form()
    {
        done << QStringLiteral("form");
        m_probe.action(Act::StandalonePage)->trigger();
    }
    /// Once a page: one that dies again and again is given up.
    void kill()
    {
        done << QStringLiteral("kill");
        m_killed = true;
        ++kills;
        QSignalSpy opened(&m_probe.window.preview(), &PreviewPane::pageOpened); // its death is noticed a moment later
        if (m_probe.killRenderer() && !opened.wait(wait))
            done << QStringLiteral("whose death nobody noticed");
    }

    SeamsProbe& m_probe;
    std::mt19937 m_random{15};
    bool m_killed = false;
};

} // namespace

class TestPreviewSeams : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void hundredsOfSwitches_leaveThePageOfThePostThatIsShown()
    {
        const int wanted = qEnvironmentVariableIsSet("GALLEY_LONG") ? 3000 : 60;
        SeamsProbe probe;
        QCOMPARE(probe.flaw(), QString());
        const BusyCore busy;
        Hand hand(probe);
        while (hand.switches < wanted) {
            hand.act();
            const QString flaw = probe.flaw();
            QVERIFY2(flaw.isEmpty(), qPrintable(QStringLiteral("switch %1 (%2): %3")
                                                    .arg(hand.switches)
                                                    .arg(hand.done.join(QStringLiteral(", ")), flaw)));
            if (hand.switches % 5 == 0) { // what came late would be seen now
                QTest::qWait(30);
                QCOMPARE(probe.flaw(), QString());
            }
        }
        QVERIFY2(hand.kills >= wanted / 60, qPrintable(QString::number(hand.kills)));
    }
};

int main(int argc, char** argv)
{
    return test::windowMain<TestPreviewSeams>(argc, argv);
}
#include "tst_previewseams.moc"
