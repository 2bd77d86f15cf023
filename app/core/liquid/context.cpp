// SPDX-License-Identifier: MIT
#include "liquid/context.h"

#include "liquid/jekyll/json.h"

#include <algorithm>

namespace galley::liquid
{

namespace
{
constexpr std::uint64_t stopInterval = 1024; ///< steps between two looks at the stop token
constexpr std::size_t mostScopes = limits::liquidNesting;

/// About; small values count for nothing, they are as many as steps.
std::size_t bytesOf(const Value& value)
{
    constexpr std::size_t small = 1024;
    std::size_t bytes = 0;
    if (value.isString())
        bytes = value.string().size();
    else if (value.isArray())
        bytes = value.array().size() * limits::liquidItemBytes;
    return bytes > small ? bytes : 0;
}
} // namespace

Context::Context(const Environment& environment, Hash globals, RenderOptions options)
    : m_environment(environment), m_globals(std::move(globals)), m_options(std::move(options)), m_scopes(1)
{
}

const Value* Context::findLocal(std::string_view name) const
{
    for (std::size_t i = m_scopes.size(); i-- > m_base;) {
        for (const Variable& variable : m_scopes[i]) {
            if (variable.name != name)
                continue;
            watched(name, i);
            return &variable.value;
        }
    }
    return nullptr;
}

Value Context::find(std::string_view name) const
{
    if (const Value* local = findLocal(name))
        return *local;
    watched(name, 0);
    for (const auto& counter : m_counters) {
        if (counter.first == name)
            return counter.second;
    }
    return m_globals.get(name);
}

void Context::set(Variables& scope, std::string_view name, Value value)
{
    const auto found =
        std::find_if(scope.begin(), scope.end(), [name](const Variable& each) { return each.name == name; });
    hold(bytesOf(value));
    if (found != scope.end()) {
        m_held -= bytesOf(found->value);
        found->value = std::move(value);
        return;
    }
    Variable variable;
    variable.name = name;
    variable.value = std::move(value);
    scope.push_back(std::move(variable));
}

void Context::hold(std::size_t bytes)
{
    m_held += bytes;
    if (m_held > limits::liquidHeldBytes)
        halt("The template was stopped: its variables hold more than " +
             std::to_string(limits::liquidHeldBytes >> 20) + " MB");
}

void Context::leaveScope()
{
    for (const Variable& variable : m_scopes.back())
        m_held -= bytesOf(variable.value);
    m_scopes.pop_back();
}

Context::Held::Held(Context& context, std::size_t bytes) : m_context(context), m_bytes(bytes)
{
    context.hold(bytes);
}

void Context::assign(std::string_view name, Value value)
{
    for (Watch* watch : m_watches)
        watch->m_assigned.emplace_back(name);
    set(m_scopes[m_base], name, std::move(value));
}

void Context::setLocal(std::string_view name, Value value)
{
    set(m_scopes.back(), name, std::move(value));
}

std::int64_t Context::addToCounter(std::string_view name, std::int64_t step)
{
    notePageDependence();
    const auto found =
        std::find_if(m_counters.begin(), m_counters.end(), [name](const auto& each) { return each.first == name; });
    if (found != m_counters.end())
        return std::exchange(found->second, found->second + step);
    const Value global = m_globals.get(name); // Liquid counts on from a number given from outside
    const std::int64_t start = global.isInteger() ? global.integer() : 0;
    m_counters.emplace_back(name, start + step);
    return start;
}

Context::Scope::Scope(Context& context) : m_context(context)
{
    context.m_scopes.emplace_back();
    if (context.m_scopes.size() > mostScopes)
        context.fail("Nesting too deep");
}

Context::Scope::~Scope()
{
    m_context.leaveScope();
}

Context::Watch::Watch(Context& context) : m_context(context), m_base(context.m_scopes.size())
{
    context.m_watches.push_back(this);
}

Context::Watch::~Watch()
{
    m_context.m_watches.pop_back();
}

void Context::Watch::sees(std::string_view name, std::size_t scope)
{
    const bool own = scope >= m_base || name == "site" || name == "jekyll" ||
                     std::find(m_assigned.begin(), m_assigned.end(), name) != m_assigned.end();
    m_pageDependent = m_pageDependent || !own;
}

void Context::watched(std::string_view name, std::size_t scope) const
{
    for (Watch* watch : m_watches)
        watch->sees(name, scope);
}

std::optional<Value> Context::contentOf(const Value& object, std::string_view key)
{
    std::optional<Value> content = m_environment.contentOf(object, key, m_options);
    if (content)
        notePageDependence();
    return content;
}

std::optional<std::string> Context::printed(const Value& object, bool inList)
{
    std::optional<std::string> text = m_environment.textOf(object, inList, m_options);
    if (text)
        notePageDependence();
    return text;
}

std::optional<std::string> Context::inspected(const Value& object)
{
    if (auto text = m_environment.inspected(object))
        return text;
    const auto* drop = object.isDrop() ? dynamic_cast<const ObjectDrop*>(&object.drop()) : nullptr;
    if (!drop || !drop->isEnumerable())
        return std::nullopt;
    return drop->objectInspected() ? drop->objectInspected() : toPrettyJson(object, *this);
}

void Context::notePageDependence()
{
    for (Watch* watch : m_watches)
        watch->m_pageDependent = true;
}

Context::Isolation::Isolation(Context& context)
    : m_context(context), m_base(context.m_base), m_registers(std::move(context.m_registers))
{
    context.m_registers = Registers();
    context.m_scopes.emplace_back();
    context.m_base = context.m_scopes.size() - 1;
    ++context.m_isolations;
    if (context.m_scopes.size() > mostScopes)
        context.fail("Nesting too deep");
}

Context::Isolation::~Isolation()
{
    m_context.leaveScope();
    m_context.m_base = m_base;
    m_context.m_registers = std::move(m_registers);
    --m_context.m_isolations;
}

Context::Partial::Partial(Context& context, const Template& partial, std::string_view label)
    : m_context(context), m_template(context.m_template), m_label(std::move(context.m_label))
{
    context.m_template = &partial;
    context.m_label = label;
    ++context.m_depth;
    if (context.m_depth > limits::includeDepth)
        context.fail("Nesting too deep");
}

Context::Partial::~Partial()
{
    m_context.m_template = m_template;
    m_context.m_label = std::move(m_label);
    --m_context.m_depth;
}

void Context::fail(std::string message)
{
    if (!m_error)
        m_error = std::move(message);
}

void Context::failSyntax(std::string message)
{
    m_isSyntaxError = !m_error;
    fail(std::move(message));
}

void Context::fail(const Error& error)
{
    if (failed())
        return;
    std::string place = error.file;
    if (!place.empty() && error.line > 0)
        place += ":" + std::to_string(error.line);
    fail(place.empty() ? error.message : place + ": " + error.message);
    if (!error.file.empty() && error.line > 0)
        m_errorSource = error;
}

std::string Context::takeError(int line)
{
    const std::string message = std::exchange(m_error, std::nullopt).value_or(std::string());
    const std::string kind = std::exchange(m_isSyntaxError, false) ? "Liquid syntax error" : "Liquid error";
    const Error source = std::exchange(m_errorSource, Error());
    if (source.line == 0)
        report(line, Severity::Error, kind + ": " + message);
    else if (m_diagnostics.size() < limits::liquidDiagnostics)
        m_diagnostics.push_back({source.file, source.line, 0, Severity::Error, source.message});
    return kind + " (" + m_label + (m_label.empty() ? "" : " ") + "line " + std::to_string(line) + "): " + message;
}

void Context::warn(int line, std::string message)
{
    report(line, Severity::Warning, std::move(message));
}

void Context::noteOnce(int line, std::string message)
{
    if (std::none_of(m_diagnostics.begin(), m_diagnostics.end(),
                     [&](const Diagnostic& told) { return told.text == message; }))
        report(line, Severity::Note, std::move(message));
}

void Context::report(int line, Severity severity, std::string message)
{
    if (m_diagnostics.size() >= limits::liquidDiagnostics)
        return;
    Diagnostic diagnostic;
    diagnostic.file = m_template ? m_template->file() : std::string();
    diagnostic.line = line;
    diagnostic.severity = severity;
    diagnostic.text = std::move(message);
    m_diagnostics.push_back(std::move(diagnostic));
}

void Context::halt(std::string reason)
{
    if (!m_halted)
        m_haltReason = std::move(reason);
    m_halted = true;
}

void Context::placeHalt(int line)
{
    if (m_haltReason.empty())
        return;
    report(line, Severity::Error, m_haltReason);
    m_haltReason.clear();
}

bool Context::step(const std::string& out)
{
    if (m_halted)
        return false;
    ++m_steps;
    if (m_steps > m_options.steps)
        halt("The template was stopped after " + std::to_string(m_options.steps) + " steps");
    else if (out.size() > m_options.outputBytes)
        admits(out.size());
    else if (m_steps % stopInterval == 0 && m_options.stop.stop_requested())
        m_halted = true;
    return !m_halted;
}

bool Context::charge(std::uint64_t units)
{
    constexpr std::uint64_t lookInterval = 100'000; // a millisecond
    const bool look = m_work / lookInterval != (m_work + units) / lookInterval;
    m_work += units;
    if (m_work > limits::liquidWork)
        halt("The template was stopped: its filters walk through too much");
    else if (look && m_options.stop.stop_requested())
        m_halted = true;
    return !m_halted;
}

bool Context::admits(std::size_t bytes)
{
    if (bytes > m_options.outputBytes)
        halt("The template was stopped: more than " + std::to_string(m_options.outputBytes) + " bytes of output");
    return !m_halted;
}

void Context::mark(const std::string& out, int line, bool advances)
{
    // Lines count for the tracked text itself, not inside its includes and captures.
    if (m_tracked != &out || m_depth > 1)
        return;
    Mark mark;
    mark.offset = out.size();
    mark.line = line - m_template->firstLine();
    mark.advances = advances;
    if (!m_marks.empty() && m_marks.back().offset == mark.offset)
        m_marks.back() = mark;
    else
        m_marks.push_back(mark);
}

LineMap Context::lineMap(const std::string& out) const
{
    std::vector<int> lines;
    int line = 0;
    bool advances = true;
    auto next = m_marks.begin();
    std::size_t start = 0;
    while (true) {
        for (; next != m_marks.end() && next->offset <= start; ++next) {
            line = next->line;
            advances = next->advances;
        }
        lines.push_back(line);
        const std::size_t end = out.find('\n', start);
        if (end == std::string::npos)
            return LineMap(std::move(lines));
        for (; next != m_marks.end() && next->offset <= end; ++next) {
            line = next->line;
            advances = next->advances;
        }
        line += advances ? 1 : 0;
        start = end + 1;
    }
}

} // namespace galley::liquid
