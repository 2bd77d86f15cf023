// SPDX-License-Identifier: MIT
#include "script/scriptengine.h"

#include "base/limits.h"
#include "script/watchdog.h"

#include <QCoreApplication>
#include <QFile>
#include <QJSEngine>

// The resources lie in a static library: its linker drops their registration unless it is named. Outside of namespaces.
static void registerScripts()
{
    Q_INIT_RESOURCE(galley_script);
    Q_INIT_RESOURCE(galley_lexers);
}

namespace galley::script
{

static QString text(std::string_view utf8)
{
    return QString::fromUtf8(utf8.data(), static_cast<qsizetype>(utf8.size()));
}

QByteArray resource(std::string_view name)
{
    registerScripts();
    QFile file(QStringLiteral(":/galley/script/") + text(name));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

class ScriptEngine::Private
{
public:
    // Qt aborts a program that makes a QJSEngine without an application.
    const std::unique_ptr<QJSEngine> engine{QCoreApplication::instance() ? new QJSEngine : nullptr};
    // After the engine: its thread ends before the engine goes. setInterrupted may be called from any thread.
    Watchdog watchdog{[this] { engine->setInterrupted(true); }};

    int runs = 0;

    /// `step` under the time limit, its JavaScript error as ours.
    template <class Step>
    Expected<QJSValue> limited(const Step& step)
    {
        if (!engine)
            return tl::unexpected(Error{"Scripts need a QCoreApplication", {}, 0});
        ++runs;
        watchdog.arm(std::chrono::milliseconds(limits::scriptMilliseconds));
        const QJSValue value = step();
        const bool late = watchdog.disarm();
        engine->setInterrupted(false);
        if (late)
            return tl::unexpected(Error{"Stopped after " + std::to_string(limits::scriptMilliseconds) + " ms", {}, 0});
        if (value.isError())
            return tl::unexpected(Error{value.toString().toStdString(),
                                        value.property(QStringLiteral("fileName")).toString().toStdString(),
                                        value.property(QStringLiteral("lineNumber")).toInt()});
        return value;
    }
};

ScriptEngine::ScriptEngine() : d(std::make_unique<Private>()) {}
ScriptEngine::~ScriptEngine() = default;

Expected<QJSValue> ScriptEngine::load(std::string_view name)
{
    const QByteArray source = resource(name);
    if (source.isEmpty())
        return tl::unexpected(Error{"No script of this name is compiled in: " + std::string(name), {}, 0});
    return d->limited([&] { return d->engine->evaluate(QString::fromUtf8(source), text(name)); });
}

Expected<QJSValue> ScriptEngine::call(QJSValue function, const QJSValueList& arguments)
{
    return d->limited([&] { return function.call(arguments); });
}

QJSValue ScriptEngine::global(std::string_view name) const
{
    return d->engine ? d->engine->globalObject().property(text(name)) : QJSValue();
}

QJSValue ScriptEngine::parseJson(std::string_view resourceName)
{
    QJSValue json = global("JSON");
    return json.property(QStringLiteral("parse")).call({QString::fromUtf8(resource(resourceName))});
}

int ScriptEngine::runs() const
{
    return d->runs;
}

ScriptEngine& threadEngine()
{
    thread_local ScriptEngine engine;
    return engine;
}

} // namespace galley::script
