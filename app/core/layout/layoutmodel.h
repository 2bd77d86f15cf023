// SPDX-License-Identifier: MIT
// LayoutModel: puts content into its layouts, from the inner one to the outer.
#pragma once

#include "base/diagnostic.h"
#include "layout/leftovers.h"
#include "liquid/context.h"
#include "site/layoutfile.h"

#include <functional>
#include <string>
#include <string_view>

namespace galley
{

namespace site
{
class SiteEnvironment;
} // namespace site

/// The layout of that name, or null. The answer stays valid while the model is used.
using LayoutFinder = std::function<const site::LayoutFile*(std::string_view name)>;

class LayoutModel
{
public:
    /// The environment keeps the parsed layouts and must outlive the model.
    LayoutModel(LayoutFinder find, const site::SiteEnvironment& environment);

    struct Request {
        std::string layout;              ///< name; the page asked for it
        std::string page;                ///< relative path of the page, which messages name
        std::function<int()> layoutLine; ///< where the page asks for it, 1-based
        std::string content;
        Hash variables; ///< site, page, …; `content` and `layout` are set here
        liquid::RenderOptions options;
    };

    struct Rendered {
        std::string html;
        Leftovers left; ///< `content` is nil when there was no layout
    };

    /// Jekyll::Renderer#place_in_layouts: each layout sees `content` and `layout`, the front matter of all layouts
    /// up to it, inner ones winning. An unknown layout, a loop or one that Liquid refuses ends or skips that step
    /// with a diagnostic; the content is always there.
    Rendered render(Request request, Diagnostics& diagnostics) const;

private:
    std::string renderOne(const site::LayoutFile& layout, Hash variables, const liquid::RenderOptions& options,
                          Diagnostics& diagnostics) const;

    LayoutFinder m_find;
    const site::SiteEnvironment& m_environment;
};

} // namespace galley
