// SPDX-License-Identifier: MIT
// What the engine asks galley-sass and what it answers, as bytes.
#pragma once

#include "base/expected.h"

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace galley::site
{

struct SassOptions {
    std::vector<std::filesystem::path> loadPaths; ///< where imports are looked for, in order
    std::vector<std::filesystem::path> allowed;   ///< folders that imports may come from
    std::string style = "compact";                ///< nested, expanded, compact or compressed
    bool addCharset = false;
    std::filesystem::path root = {}; ///< of the site: what source maps name files from
};

struct SassQuestion {
    std::string source;
    bool indented = false;
    std::string name;     ///< the file's ("main.scss")
    bool withMap = false; ///< the CSS ends with the address of its map
    SassOptions options;
};

struct SassResult {
    std::string css;
    std::string sourceMap; ///< empty unless asked for
};

/// The exit code of galley-sass when memory ran out.
inline constexpr int sassOutOfMemory = 3;

std::string packed(const SassQuestion& question);
std::string packed(const Expected<SassResult>& answer);

/// Nothing when the bytes are no whole message.
std::optional<SassQuestion> sassQuestion(std::string_view bytes);
std::optional<Expected<SassResult>> sassAnswer(std::string_view bytes);

} // namespace galley::site
