// SPDX-License-Identifier: MIT
// A parsed Liquid template: parse once, render as often as wanted, in any thread.
#pragma once

#include "base/diagnostic.h"
#include "base/expected.h"
#include "base/linemap.h"
#include "liquid/node.h"
#include "liquid/registry.h"

#include <memory>
#include <string>
#include <string_view>

namespace galley::liquid
{

struct ParseOptions {
    std::shared_ptr<const Registry> registry; ///< tags and filters known; must not be null
    std::string file;                         ///< the name that diagnostics carry
    int firstLine = 1;                        ///< of the source in that file (posts begin after front matter)
};

/// Immutable. It owns its source, which its nodes view.
class Template
{
public:
    const Body& body() const { return m_body; }
    const std::string& file() const { return m_file; }
    const std::shared_ptr<const Registry>& registry() const { return m_registry; }
    int firstLine() const { return m_firstLine; }
    /// Warnings of the strict parser where the lax one took over, with line.
    const Diagnostics& warnings() const { return m_warnings; }

private:
    friend Expected<std::shared_ptr<const Template>> parse(std::string source, const ParseOptions& options);
    std::string m_source;
    std::string m_file;
    int m_firstLine = 1;
    std::shared_ptr<const Registry> m_registry; ///< nodes point to its filters
    Body m_body;
    Diagnostics m_warnings;
};

using TemplatePtr = std::shared_ptr<const Template>;

/// Strict first, lax with a warning where strict fails. What Liquid refuses altogether (an unknown tag, a block
/// without end) is the error, worded and numbered as Liquid's: "Liquid syntax error (line 3): Unknown tag 'x'".
Expected<TemplatePtr> parse(std::string source, const ParseOptions& options);

struct RenderResult {
    std::string text;
    Diagnostics diagnostics; ///< errors while rendering (the template's warnings are not repeated here)
    LineMap lineMap;         ///< output line → source line (0-based); identity unless asked for
};

/// Renders with this context; the errors stand in the text, as Liquid prints them, and in the diagnostics.
RenderResult render(const Template& source, Context& context);

} // namespace galley::liquid
