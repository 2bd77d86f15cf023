// SPDX-License-Identifier: MIT
// One look at the front matter of a post: what form, problems and page need of it, read once for its bytes.
#pragma once

#include "post/frontmatteredit.h"
#include "post/frontmatterlint.h"
#include "post/postvalues.h"

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace galley
{

/// Immutable and shared: while only the body is typed the same look goes from page to page.
struct FrontMatterLook {
    std::string head; ///< the text from its start to the body; empty without front matter
    /// What Jekyll takes for text: `head` reaches to its end then.
    std::optional<StrayFrontMatter> stray;
    bool tooLarge = false; ///< for a form and for lint: neither sources nor findings were made
    Expected<Value> value; ///< what the YAML says
    frontmatter::Sources sources;
    std::vector<FrontMatterFinding> findings;

    /// The source of a key's value; nothing where the key is not there or its source can not be told.
    const std::string* source(std::string_view key) const;
    /// The text taken apart, without reading the YAML anew. `text` has this front matter.
    PostDocument document(std::string_view text) const { return documentOf(text, value); }
};

using FrontMatterLookPtr = std::shared_ptr<const FrontMatterLook>;

/// `before` itself when the front matter's bytes are those it was made from; it may be null.
FrontMatterLookPtr lookAtFrontMatter(std::string_view text, const FrontMatterLookPtr& before = nullptr);

} // namespace galley
