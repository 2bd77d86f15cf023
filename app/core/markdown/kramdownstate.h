// SPDX-License-Identifier: MIT
// KramdownState: what the passes over one document share: definitions, options, and which limits cut.
#pragma once

#include "markdown/attributelists.h"
#include "markdown/options.h"
#include "markdown/tree.h"

#include <array>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace galley::markdown
{

struct LinkDefinition {
    std::string_view url;
    std::optional<std::string_view> title;
    const Node* ending = nullptr; ///< carries the attribute list that followed
};

struct FootnoteDefinition {
    Node* content = nullptr; ///< the blocks stand below it
    Node* ending = nullptr;  ///< carries the attribute list that followed
};

struct AbbreviationDefinition {
    std::string_view title;
    Node* ending = nullptr; ///< its attributes are the element's
};

struct KramdownState {
    explicit KramdownState(Tree& t, const Options& o) : tree(t), options(o) {}

    Tree& tree;
    Options options; ///< a copy: {::options /} changes it
    AttributeDefinitions attributeDefinitions;
    std::unordered_map<std::string, LinkDefinition> links; ///< by normalised name
    std::map<std::string_view, FootnoteDefinition, std::less<>> footnotes;
    std::map<std::string_view, AbbreviationDefinition, std::less<>> abbreviations;
    std::array<bool, concerns> present{true};       ///< by Concern: whether the page has such a thing
    std::map<std::string_view, int> plainLanguages; ///< that Rouge colours and we do not; with the first code's line
    bool cutByDepth = false;
    bool cutByWork = false;
    bool cutByTable = false;
    bool cutByOutput = false;

    void notePresence(Concern concern) { present[static_cast<std::size_t>(concern)] = true; }
    bool isGfm() const { return options.gfmInput; }
};

/// A link's name: white space is one space each run, letters in lower case.
std::string normalizedLinkName(std::string_view name);

} // namespace galley::markdown
