// SPDX-License-Identifier: MIT
// LayoutModel: puts content into its layouts, from the inner one to the outer.
#pragma once

#include "base/diagnostic.h"
#include "liquid/context.h"
#include "liquid/registry.h"
#include "site/layoutfile.h"

#include <functional>
#include <memory>
#include <string>
#include <string_view>

namespace galley
{

/// The layout of that name, or null. The answer stays valid while the model is used.
using LayoutFinder = std::function<const site::LayoutFile*(std::string_view name)>;

class LayoutModel
{
public:
    LayoutModel(LayoutFinder find, const liquid::Environment& environment,
                std::shared_ptr<const liquid::Registry> registry);

    struct Request {
        std::string layout; ///< name; the page asked for it
        std::string page;   ///< relative path of the page, which messages name
        std::string content;
        Hash variables;     ///< site, page, …; `content` and `layout` are set here
        liquid::RenderOptions options;
    };

    /// Jekyll::Renderer#place_in_layouts: each layout sees `content` and `layout`, the front matter of all layouts
    /// up to it, inner ones winning. An unknown layout, a loop or one that Liquid refuses ends or skips that step
    /// with a diagnostic; the content is always there.
    std::string render(Request request, Diagnostics& diagnostics) const;

private:
    std::string renderOne(const site::LayoutFile& layout, Hash variables, const liquid::RenderOptions& options,
                          Diagnostics& diagnostics) const;

    LayoutFinder m_find;
    const liquid::Environment& m_environment;
    std::shared_ptr<const liquid::Registry> m_registry;
};

} // namespace galley
