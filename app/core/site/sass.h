// SPDX-License-Identifier: MIT
// Sass to CSS by the program galley-sass: a process of its own with limits of time and memory, and what it answered kept.
#pragma once

#include "base/value.h"
#include "site/sassmessage.h"

#include <deque>
#include <map>
#include <mutex>
#include <stop_token>

namespace galley::site
{

/// Of the config's `sass`; `themeRoot` is the theme's folder, empty without one.
SassOptions sassOptions(const Hash& config, const std::filesystem::path& root, const std::filesystem::path& themeRoot);

/// Whether a source map belongs beside the CSS (`sass: sourcemap:`), which is so unless the config says
/// never.
bool wantsSourceMap(const Hash& config, std::string_view environment);

/// The style sheets of one site. Used by several threads.
class SassCompiler
{
public:
    explicit SassCompiler(SassOptions options) : m_options(std::move(options)) {}

    /// What the question asks, with this site's options: the answer of the first time, or of a process started now, which
    /// ends at its limits (limits::sass…) or when `stop` is requested. The error names the file the fault stands in and
    /// its line; with an empty `file` that is the source itself.
    Expected<SassResult> css(SassQuestion question, const std::stop_token& stop);

private:
    void keep(std::string question, const Expected<SassResult>& answer);

    const SassOptions m_options;
    std::mutex m_mutex;
    std::map<std::string, Expected<SassResult>, std::less<>> m_known;
    std::deque<std::string> m_order; ///< the keys of m_known, oldest first
    std::size_t m_bytes = 0;         ///< of both
};

} // namespace galley::site
