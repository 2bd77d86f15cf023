// SPDX-License-Identifier: MIT
// CarelessPreview: shows a page with nothing in its way and does what a person would do to it.
#pragma once

#include "carelesspage.h"
#include "hand.h"
#include "pageeffects.h"

#include <QElapsedTimer>

#include <unistd.h>

namespace galley::test
{

class CarelessPreview
{
public:
    CarelessPreview(Effects& effects, const QString& number)
        : m_effects(effects), m_number(number), m_watch(effects), m_page(&m_profile, effects)
    {
        m_profile.setUrlRequestInterceptor(&m_watch);
        QObject::connect(&m_profile, &QWebEngineProfile::downloadRequested, &m_page,
                         [this] { m_effects.add(harm::leave, QStringLiteral("download")); });
        m_view.setPage(&m_page);
        m_view.resize(500, 500);
        m_view.show();
    }

    void show(const QByteArray& html, bool hasMarkers)
    {
        const QString path = attackSite() + QStringLiteral("/_posts/control.html");
        putFile(path, html);
        m_page.expectLoad();
        bool loaded = false;
        const auto connection =
            QObject::connect(&m_page, &QWebEnginePage::loadFinished, &m_page, [&] { loaded = true; });
        m_page.load(QUrl::fromLocalFile(path));
        watch(10000, [&] { return loaded; });
        QObject::disconnect(connection);
        watch(700, [&] { return m_effects.enough(); });
        look(hasMarkers);
        touch();
        watch(400, [&] { return m_effects.enough(); });
        look(hasMarkers);
        update();
    }

private:
    QList<QByteArray> processNumbers(const char* file) const
    {
        const QByteArray text =
            fileBytes(QStringLiteral("/proc/%1/%2").arg(m_page.renderProcessPid()).arg(QLatin1String(file)));
        return text.mid(text.lastIndexOf(')') + 1).simplified().split(' ');
    }
    qint64 residentBytes() const { return processNumbers("statm").value(1).toLongLong() * sysconf(_SC_PAGESIZE); }
    /// Seconds of processor time that the renderer has taken.
    double rendererSeconds() const
    {
        const QList<QByteArray> numbers = processNumbers("stat");
        return (numbers.value(11).toDouble() + numbers.value(12).toDouble()) / double(sysconf(_SC_CLK_TCK));
    }

    void watch(int milliseconds, const std::function<bool()>& done)
    {
        QElapsedTimer timer;
        timer.start();
        while (timer.elapsed() < milliseconds && !done()) {
            QTest::qWait(25);
            if (residentBytes() > (qint64(1) << 30)) {
                m_effects.add(harm::heavy, QStringLiteral("renderer takes over 1 GiB"));
                finish();
            }
        }
    }

    /// A page that computes for two seconds before it answers is blocked; one that waits for the machine is not.
    QVariant ask(const QString& script)
    {
        auto answer = std::make_shared<std::optional<QVariant>>();
        const double begin = rendererSeconds();
        m_page.runJavaScript(script, [answer](const QVariant& value) { *answer = value; });
        watch(30000, [&] { return answer->has_value() || rendererSeconds() - begin > 2; });
        if (!answer->has_value()) {
            m_effects.add(harm::heavy, QStringLiteral("page blocked for over 2 s"));
            finish();
        }
        return **answer;
    }

    [[noreturn]] void finish()
    {
        std::cout.flush();
        _exit(0); // a renderer that runs wild would keep the program from ending
    }

    /// A script counts by the name it leaves: its post's number.
    void look(bool hasMarkers)
    {
        const QVariantMap page = ask(effectsScript()).toMap();
        const auto text = [&](const char* key) { return page.value(QString::fromLatin1(key)).toString(); };
        if (text("title").startsWith(QLatin1String("pwned-") + m_number) || text("ran") == m_number)
            m_effects.add(harm::script, QStringLiteral("script ran"));
        for (const QString& effect : readEffects(page))
            m_effects.add(harm::file, effect);
        if (page.value(QStringLiteral("password")).toBool())
            m_effects.add(harm::leave, QStringLiteral("password field"));
        for (const QString& effect : shapeEffects(page, hasMarkers))
            m_effects.add(harm::look, effect);
        if (page.value(QStringLiteral("footInside")).toBool())
            m_effects.add(harm::look, QStringLiteral("the site's foot is inside the post"));
    }

    void touch()
    {
        Hand hand(&m_view);
        for (int i = 0; i < touchedTargets && !m_effects.enough(); ++i) {
            const QVariantMap place = ask(targetScript(i)).toMap();
            if (place.isEmpty())
                break;
            const QPoint point(place.value(QStringLiteral("x")).toInt(), place.value(QStringLiteral("y")).toInt());
            hand.hover(point);
            hand.click(point);
            hand.drag(point, point + QPoint(60, 90));
            QTest::qWait(60);
            look(false);
        }
        dropOwnLink(hand);
    }

    /// A link of the post that says it wants to be dragged, let go over the page.
    void dropOwnLink(Hand& hand)
    {
        const QUrl link(
            m_effects.enough()
                ? QString()
                : ask(QStringLiteral("(document.querySelector('#content a[draggable=true]') || {}).href || ''"))
                      .toString());
        if (!link.isEmpty())
            hand.drop(link, QPoint(200, 200));
    }

    /// The next keystroke, as many programs bring it to the page.
    void update()
    {
        const QString answer = ask(QString::fromUtf8(R"JS((() => { try {
            for (const form of document.querySelectorAll('form')) for (const one of form.attributes) one.name;
            const place = document.getElementById('content');
            place.innerHTML = '<p>updated</p>';
            document.body.appendChild(document.createElement('i'));
            return document.querySelector('#content p').textContent;
        } catch (error) { return 'failed'; } })())JS"))
                                   .toString();
        if (answer != QLatin1String("updated"))
            m_effects.add(harm::look, QStringLiteral("stops updating"));
    }

    Effects& m_effects;
    QString m_number;
    QWebEngineProfile m_profile;
    FileWatch m_watch;
    CarelessPage m_page;
    QWebEngineView m_view;
};

} // namespace galley::test
