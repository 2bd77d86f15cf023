// SPDX-License-Identifier: MIT
// A careless preview: shows which attacks work where nobody guards against them. attackcontrol FILE prints what happened, one
// effect a line; its caller watches the beacon.
#include "hand.h"
#include "layout/postrenderer.h"
#include "naivepage.h"
#include "pageeffects.h"
#include "site/site.h"

#include <QElapsedTimer>
#include <QLabel>
#include <QProcess>
#include <QTextDocument>
#include <QWebEngineFullScreenRequest>
#include <QWebEngineProfile>
#include <QWebEngineSettings>
#include <QWebEngineUrlRequestInfo>
#include <QWebEngineUrlRequestInterceptor>

#include <iostream>

namespace galley::test
{

class Effects
{
public:
    void add(const QString& what)
    {
        if (!m_known.contains(what))
            std::cout << what.toStdString() << std::endl;
        m_known << what;
    }
    bool any() const { return !m_known.isEmpty(); }

private:
    QStringList m_known;
};

/// Tells requests for files other than the page's own.
class FileWatch final : public QWebEngineUrlRequestInterceptor
{
public:
    explicit FileWatch(Effects& effects) : m_effects(effects) {}
    void interceptRequest(QWebEngineUrlRequestInfo& info) override
    {
        const QUrl url = info.requestUrl();
        const bool read = url.isLocalFile() && QFileInfo::exists(url.toLocalFile()) && !url.path().endsWith(QLatin1String("control.html"));
        if (read || url.scheme() == QLatin1String("qrc") || url.scheme() == QLatin1String("chrome"))
            m_effects.add(QStringLiteral("reads ") + url.toString());
    }

private:
    Effects& m_effects;
};

class CarelessPage final : public QWebEnginePage
{
public:
    CarelessPage(QWebEngineProfile* profile, Effects& effects) : QWebEnginePage(profile), m_effects(effects)
    {
        using S = QWebEngineSettings;
        for (const auto attribute : {S::JavascriptEnabled, S::JavascriptCanOpenWindows, S::LocalContentCanAccessRemoteUrls,
                                     S::LocalContentCanAccessFileUrls, S::FullScreenSupportEnabled, S::PluginsEnabled,
                                     S::DnsPrefetchEnabled, S::AllowRunningInsecureContent})
            settings()->setAttribute(attribute, true);
        settings()->setUnknownUrlSchemePolicy(S::AllowAllUnknownUrlSchemes);
        connect(this, &QWebEnginePage::featurePermissionRequested, this, [this] { m_effects.add(QStringLiteral("asks for a permission")); });
        connect(this, &QWebEnginePage::fullScreenRequested, this, [this] { m_effects.add(QStringLiteral("full screen")); });
        connect(this, &QWebEnginePage::renderProcessTerminated, this, [this] { m_effects.add(QStringLiteral("renderer died")); });
    }
    bool started = false;

protected:
    bool acceptNavigationRequest(const QUrl& url, NavigationType, bool mainFrame) override
    {
        if (!mainFrame || url.path().endsWith(QLatin1String("control.html")))
            return mainFrame ? noteReload(url) : true;
        m_effects.add(QStringLiteral("navigates to ") + url.toString().left(80));
        return url.scheme() != QLatin1String("javascript");
    }
    QWebEnginePage* createWindow(WebWindowType) override
    {
        m_effects.add(QStringLiteral("opens a window"));
        return nullptr;
    }
    void javaScriptAlert(const QUrl&, const QString&) override { m_effects.add(QStringLiteral("dialog")); }
    bool javaScriptConfirm(const QUrl&, const QString&) override { m_effects.add(QStringLiteral("dialog")); return false; }
    bool javaScriptPrompt(const QUrl&, const QString&, const QString&, QString*) override { m_effects.add(QStringLiteral("dialog")); return false; }

private:
    bool noteReload(const QUrl& url)
    {
        if (started && !url.hasFragment())
            m_effects.add(QStringLiteral("loads itself again"));
        started = true;
        return true;
    }
    Effects& m_effects;
};

class CarelessPreview
{
public:
    explicit CarelessPreview(Effects& effects) : m_effects(effects), m_watch(effects), m_page(&m_profile, effects)
    {
        m_profile.setUrlRequestInterceptor(&m_watch);
        QObject::connect(&m_profile, &QWebEngineProfile::downloadRequested, &m_page, [this] { m_effects.add(QStringLiteral("download")); });
        m_view.setPage(&m_page);
        m_view.resize(500, 500);
        m_view.show();
    }

    void show(const QByteArray& html, bool hasMarkers)
    {
        const QString path = attackSite() + QStringLiteral("/_posts/control.html");
        putFile(path, html);
        m_page.started = false;
        m_page.load(QUrl::fromLocalFile(path));
        bool loaded = false;
        const auto connection = QObject::connect(&m_page, &QWebEnginePage::loadFinished, &m_page, [&] { loaded = true; });
        watch(2500, [&] { return loaded; });
        QObject::disconnect(connection);
        watch(700, [&] { return m_effects.any(); });
        look(hasMarkers);
        touch();
        watch(400, [&] { return m_effects.any(); });
        look(hasMarkers);
        update();
    }

private:
    qint64 residentBytes() const
    {
        const QByteArray statm = fileBytes(QStringLiteral("/proc/%1/statm").arg(m_page.renderProcessPid()));
        return statm.isEmpty() ? 0 : statm.split(' ').value(1).toLongLong() * 4096;
    }

    void watch(int milliseconds, const std::function<bool()>& done)
    {
        QElapsedTimer timer;
        timer.start();
        while (timer.elapsed() < milliseconds && !done()) {
            QTest::qWait(25);
            if (residentBytes() > (qint64(1) << 30)) {
                m_effects.add(QStringLiteral("renderer takes over 1 GiB"));
                finish();
            }
        }
    }

    /// A page that answers nothing for two seconds is blocked.
    QVariant ask(const QString& script)
    {
        auto answer = std::make_shared<std::optional<QVariant>>();
        m_page.runJavaScript(script, [answer](const QVariant& value) { *answer = value; });
        watch(2500, [&] { return answer->has_value(); });
        if (!answer->has_value()) {
            m_effects.add(QStringLiteral("page blocked for over 2 s"));
            finish();
        }
        return **answer;
    }

    [[noreturn]] void finish()
    {
        std::cout.flush();
        _exit(0); // a renderer that runs wild would keep the program from ending
    }

    void look(bool hasMarkers)
    {
        for (const QString& effect : pageEffects(ask(effectsScript()).toMap(), hasMarkers))
            m_effects.add(effect);
    }

    void touch()
    {
        Hand hand(&m_view);
        for (int i = 0; i < touchedTargets && !m_effects.any(); ++i) {
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
        if (!m_effects.any())
            hand.drop(QUrl(QStringLiteral("http://127.0.0.1:47999/dropped")), QPoint(200, 200));
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
        } catch (error) { return 'failed'; } })())JS")).toString();
        if (answer != QLatin1String("updated"))
            m_effects.add(QStringLiteral("stops updating"));
    }

    Effects& m_effects;
    QWebEngineProfile m_profile;
    FileWatch m_watch;
    CarelessPage m_page;
    QWebEngineView m_view;
};

/// What happens to a post outside any page: in a label, in a text field that is saved, in a shell.
void handleCarelessly(const QByteArray& text, Effects& effects)
{
    QTextDocument document;
    document.setPlainText(QString::fromUtf8(text));
    if (document.toPlainText().toUtf8() != text)
        effects.add(QStringLiteral("bytes change on saving"));
    if (naiveLayoutLeads(text))
        effects.add(QStringLiteral("layout is read from elsewhere"));
    const QByteArray yaml = splitNaively(text).yaml;
    try {
        YAML::Node values = YAML::Load(yaml.toStdString());
        const std::string title = values["title"] ? values["title"].as<std::string>() : std::string();
        if (Qt::mightBeRichText(QString::fromStdString(title)))
            effects.add(QStringLiteral("label shows rich text"));
        if (title.size() > 10000 || yaml.size() > 100000)
            effects.add(QStringLiteral("front matter of huge size"));
        if (title.find("touch") != std::string::npos)
            QProcess::execute(QStringLiteral("sh"), {QStringLiteral("-c"), QStringLiteral("echo \"") + QString::fromStdString(title) + u'"'});
        values["title"] = "changed";
        YAML::Emitter out;
        out << values;
        const QByteArray kept = yaml.left(yaml.indexOf("title:"));
        if (text.startsWith("---") && !QByteArray(out.c_str()).startsWith(kept))
            effects.add(QStringLiteral("front matter changes on saving"));
    } catch (const std::exception&) {
        effects.add(QStringLiteral("front matter throws"));
    }
    if (!QDir(canaryFolder()).entryList({QStringLiteral("pwned-*")}).isEmpty())
        effects.add(QStringLiteral("a shell ran the text"));
}

QByteArray publishedPage(const QByteArray& text, const QString& path)
{
    galley::RenderRequest request;
    const std::string core = QString::fromUtf8(text).toStdString();
    request.text = core;
    request.path = path.toStdString();
    galley::SiteOptions options;
    options.root = attackSite().toStdString();
    request.site = galley::Site::read(options);
    return QByteArray::fromStdString(renderPost(request).html);
}

} // namespace galley::test

int main(int argc, char** argv)
{
    using namespace galley::test;
    QApplication app(argc, argv);
    const QString path = QString::fromLocal8Bit(argc > 1 ? argv[1] : "");
    const QByteArray text = fileBytes(path);
    Effects effects;
    handleCarelessly(text, effects);
    if (effects.any())
        return 0;
    const bool hasMarkers = text.contains("before-marker");
    CarelessPreview preview(effects);
    preview.show(naivePage(text), hasMarkers);
    if (!effects.any())
        preview.show(publishedPage(text, path), hasMarkers);
    std::cout.flush();
    _exit(0);
}
