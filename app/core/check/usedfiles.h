// SPDX-License-Identifier: MIT
// The files of a site that a post's own text shows or links to.
#pragma once

#include "check/check.h"

#include <string>
#include <vector>

namespace galley::check
{

/// Absolute paths, each once, in the order of the text; pictures, sounds, documents: files that are copied, not pages.
/// A post without a site uses what lies beside it.
std::vector<std::string> usedFiles(const PostRequest& request);

/// The HTML of the post's own text, as it stands in the page; the whole page when it was not found there.
std::string ownHtml(const PostRequest& request);

} // namespace galley::check
