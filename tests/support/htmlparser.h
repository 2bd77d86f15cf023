// SPDX-License-Identifier: MIT
// HtmlParser: HTML as a tree, with the optional tags and void elements of HTML.
#pragma once

#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace galley::test
{

struct HtmlNode {
    std::string tag; ///< empty for text
    std::string text;
    std::map<std::string, std::string> attributes;
    std::vector<std::unique_ptr<HtmlNode>> children;
    HtmlNode* parent = nullptr;

    bool isText() const { return tag.empty(); }
};

/// The root has the tag "#root".
std::unique_ptr<HtmlNode> parseHtml(std::string_view html);

bool isVoidTag(std::string_view tag);

} // namespace galley::test
