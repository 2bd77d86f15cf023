// SPDX-License-Identifier: MIT
// The state of one rendering: variables in scopes, registers, errors, limits.
#pragma once

#include "base/diagnostic.h"
#include "base/limits.h"
#include "base/value.h"
#include "liquid/environment.h"
#include "liquid/loops.h"
#include "liquid/objectdrop.h"
#include "liquid/template.h"

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <stop_token>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace galley::liquid
{

struct PageIncludes;

struct RenderOptions {
    std::uint64_t steps = limits::liquidSteps;
    std::size_t outputBytes = limits::outputBytes;
    std::stop_token stop;                        ///< rendering ends soon after a stop is requested
    bool wantsLineMap = false;                   ///< for texts whose lines must be known after Liquid (posts)
    Value page;                                  ///< Jekyll's register :page, for include_relative
    std::shared_ptr<PageIncludes> includes = {}; ///< the page's uses of cached includes; null: their order is not known
    std::size_t turn = 0;                        ///< how many documents and pages of the site are rendered before
    Value ownContent = {};                       ///< in layouts: the page's own content as HTML
    std::function<std::string(std::size_t)> outputOf = {}; ///< the whole page with that turn; may be null
};

enum class Interrupt { None, Break, Continue };

/// Not shared: one for each rendering. `environment` must outlive it.
class Context : public ObjectTexts
{
public:
    /// `globals`: the variables from outside (site, page, content …); any value by name.
    Context(const Environment& environment, Hash globals, RenderOptions options = {});

    const Environment& environment() const { return m_environment; }
    const RenderOptions& options() const { return m_options; }
    /// Tags and filters of the template being rendered, for expressions met while rendering.
    const Registry& registry() const { return *m_template->registry(); }

    /// The variable as templates see it: innermost scope first, then the globals; nil when unknown.
    Value find(std::string_view name) const;
    const Value* findLocal(std::string_view name) const;                 ///< scopes only; null when in none
    void assign(std::string_view name, Value value);                     ///< {% assign %}: in the outermost scope
    void setLocal(std::string_view name, Value value);                   ///< in the innermost scope
    std::int64_t addToCounter(std::string_view name, std::int64_t step); ///< increment, decrement: the old value

    /// Pushes a scope for its lifetime. With over 100 scopes (Liquid's limit) it fails the context instead.
    class Scope
    {
    public:
        explicit Scope(Context& context);
        ~Scope();
        Scope(const Scope&) = delete;
        Scope& operator=(const Scope&) = delete;

    private:
        Context& m_context;
    };

    /// Hides all scopes for its lifetime: what `{% render %}` sees.
    class Isolation
    {
    public:
        explicit Isolation(Context& context);
        ~Isolation();
        Isolation(const Isolation&) = delete;
        Isolation& operator=(const Isolation&) = delete;

    private:
        Context& m_context;
        std::size_t m_base;
        Registers m_registers;
    };

    /// Names the template being rendered for its lifetime: diagnostics carry its file.
    class Partial
    {
    public:
        /// `label` is what Liquid prints before the line number; empty for none.
        Partial(Context& context, const Template& partial, std::string_view label);
        ~Partial();
        Partial(const Partial&) = delete;
        Partial& operator=(const Partial&) = delete;

    private:
        Context& m_context;
        const Template* m_template;
        std::string m_label;
    };

    /// Notices, for its lifetime, whether the rendering reads what may differ from page to page: any variable but those
    /// set in scopes made after it, `site` and `jekyll`.
    class Watch
    {
    public:
        explicit Watch(Context& context);
        ~Watch();
        Watch(const Watch&) = delete;
        Watch& operator=(const Watch&) = delete;
        bool isPageDependent() const { return m_pageDependent; }

    private:
        friend Context;
        void sees(std::string_view name, std::size_t scope);
        Context& m_context;
        std::size_t m_base;                  ///< scopes from here on are made after it
        std::vector<std::string> m_assigned; ///< inside it: assign writes to the outermost scope
        bool m_pageDependent = false;
    };
    void notePageDependence(); ///< of what no variable tells: include_relative, counters

    /// See Environment; notes that it depends on the page.
    std::optional<Value> contentOf(const Value& object, std::string_view key);
    std::optional<std::string> printed(const Value& object, bool inList) override;
    std::optional<std::string> inspected(const Value& object) override;

    Registers& registers() { return m_registers; }

    // An error ends the node that is being rendered; the body then prints it in place.
    void fail(std::string message);
    void failSyntax(std::string message); ///< printed after "Liquid syntax error"
    void fail(const Error& error);        ///< with its file and line in the message
    bool failed() const { return m_error.has_value(); }
    /// Takes the error as Liquid prints it ("Liquid error (line 3): …") and records the diagnostic.
    std::string takeError(int line);
    void warn(int line, std::string message);
    void noteOnce(int line, std::string message); ///< not again in this rendering of this template

    // A limit or a stop request ends the whole rendering.
    bool halted() const { return m_halted; }
    void halt(std::string reason);
    /// Says where the rendering was halted, once: the loop's line when one was running.
    void placeHalt(int line);
    /// Counts one step; false when rendering must end. `out` is measured against the output limit.
    bool step(const std::string& out);
    /// False, after halting, when a value of this many bytes may not be made.
    bool admits(std::size_t bytes);
    /// Counts work that is no node of its own, in units of some ten nanoseconds (limits::liquidWork); looks at the stop
    /// token. False when rendering must end.
    bool charge(std::uint64_t units);

    /// A text that is being made beside the others, for its lifetime: all together are within limits::liquidHeldBytes.
    class Held
    {
    public:
        Held(Context& context, std::size_t bytes);
        ~Held() { m_context.m_held -= m_bytes; }
        Held(const Held&) = delete;
        Held& operator=(const Held&) = delete;

    private:
        Context& m_context;
        std::size_t m_bytes;
    };

    void setInterrupt(Interrupt interrupt) { m_interrupt = interrupt; }
    Interrupt interrupt() const { return m_interrupt; }
    Interrupt takeInterrupt() { return std::exchange(m_interrupt, Interrupt::None); }

    bool includesDisabled() const { return m_isolations > 0; } ///< inside {% render %}

    /// Notes that what is appended to `out` from here comes from this line; `advances` for texts.
    void mark(const std::string& out, int line, bool advances);

private:
    friend RenderResult render(const Template& source, Context& context);
    LineMap lineMap(const std::string& out) const;
    struct Variable {
        std::string name;
        Value value;
    };
    using Variables = std::vector<Variable>;
    void set(Variables& scope, std::string_view name, Value value);
    void hold(std::size_t bytes);
    void leaveScope();
    void report(int line, Severity severity, std::string message);
    void watched(std::string_view name, std::size_t scope) const;
    struct Mark {
        std::size_t offset;
        int line;
        bool advances;
    };

    const Environment& m_environment;
    Hash m_globals;
    RenderOptions m_options;
    std::vector<Variables> m_scopes;
    std::size_t m_base = 0; ///< scopes below are hidden
    std::vector<std::pair<std::string, std::int64_t>> m_counters;
    Registers m_registers;
    std::optional<std::string> m_error;
    Error m_errorSource; ///< of m_error when it was found in another file; without a line: in this one
    bool m_isSyntaxError = false;
    Diagnostics m_diagnostics;
    const Template* m_template = nullptr;
    std::string m_label;
    const std::string* m_tracked = nullptr; ///< the output whose lines are mapped
    std::vector<Mark> m_marks;
    std::uint64_t m_steps = 0;
    std::uint64_t m_work = 0;
    std::size_t m_held = 0; ///< bytes of the variables, about
    Interrupt m_interrupt = Interrupt::None;
    int m_depth = 0; ///< templates being rendered inside one another
    int m_isolations = 0;
    bool m_halted = false;
    std::string m_haltReason; ///< until its place is known
    std::vector<Watch*> m_watches;
};

} // namespace galley::liquid
