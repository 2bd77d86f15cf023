// SPDX-License-Identifier: MIT
// A post's text taken apart where its YAML was read already.
#pragma once

#include "base/expected.h"
#include "post/postdocument.h"

#include <string>
#include <string_view>

namespace galley
{

/// PostDocument::parse of a text whose front matter gave `value`.
PostDocument documentOf(std::string_view text, const Expected<Value>& value);

/// The values of a front matter; an error also for one that is larger than a post's can be.
Expected<Value> readFrontMatter(std::string_view yaml, const YamlOptions& options = {});

/// What is said of a front matter whose reading ended with `error`.
std::string notYaml(const Error& error);

} // namespace galley
