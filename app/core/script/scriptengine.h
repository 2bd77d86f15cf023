// SPDX-License-Identifier: MIT
// ScriptEngine: a QJSEngine with the compiled-in scripts and a time limit on each call. One a thread.
// QJSEngine needs a QCoreApplication; a program without one gets errors here, and so plain code and no formulas.
// QV4's compiler remarks on KaTeX's minified source in the logging category qt.qml.compiler: programs turn its warnings
// off.
#pragma once

#include "base/expected.h"

#include <QJSValue>

#include <memory>
#include <string_view>

class QByteArray;
class QJSEngine;

namespace galley::script
{

/// The bytes of a file under :/galley/script; empty when there is none.
QByteArray resource(std::string_view name);

class ScriptEngine final
{
public:
    ScriptEngine();
    ~ScriptEngine();

    ScriptEngine(const ScriptEngine&) = delete;
    ScriptEngine& operator=(const ScriptEngine&) = delete;

    /// Runs a compiled-in script, at global level; an error names the script and its line.
    Expected<QJSValue> load(std::string_view name);

    /// Calls a function of the scripts; a call that takes longer than limits::scriptMilliseconds is interrupted.
    Expected<QJSValue> call(QJSValue function, const QJSValueList& arguments);

    QJSValue global(std::string_view name) const;
    QJSValue parseJson(std::string_view resourceName);

    /// How often a script was loaded or a function called; 0 as long as nobody needed one.
    int runs() const;

private:
    class Private;
    std::unique_ptr<Private> d;
};

/// This thread's engine, made on first use.
ScriptEngine& threadEngine();

} // namespace galley::script
