// SPDX-License-Identifier: MIT
// What in a front matter means something else to Jekyll than it looks like, with an edit that mends it where
// one is safe.
#pragma once

#include "base/diagnostic.h"
#include "base/expected.h"
#include "base/textedit.h"
#include "post/frontmatter.h"
#include "post/strayfrontmatter.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace galley
{

struct FrontMatterFinding {
    Diagnostic diagnostic;       ///< its line is one of the file
    std::string fixTitle;        ///< what the button says; empty without a fix
    std::optional<TextEdit> fix; ///< of the whole text, in bytes; tried before it is offered
};

/// Values that Ruby's YAML 1.1 changes (19:00, 1.10, yes, 0123), text cut at " #", keys that stand twice;
/// where the YAML can not be read at all, its error with a way to mend the line; and front matter that Jekyll takes for
/// text.
std::vector<FrontMatterFinding> lintFrontMatter(std::string_view text);

namespace yaml
{
class EditDraft;
}
/// The same for a front matter that is open already, and for one whose reading ended with `error`.
std::vector<FrontMatterFinding> lint(const yaml::EditDraft& draft);
std::vector<FrontMatterFinding> lintStray(const std::optional<StrayFrontMatter>& stray);
std::vector<FrontMatterFinding> lintBroken(std::string_view text, const FrontMatter& front, const Error& error);

} // namespace galley
