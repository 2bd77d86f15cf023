// SPDX-License-Identifier: MIT
// Deep merging of hashes as Jekyll does it for config, defaults and layout data.
#pragma once

#include "base/value.h"

namespace galley::site
{

/// `over` wins; hashes under one key are merged; a nil in `over` leaves what is there
/// (Utils.deep_merge_hashes).
Hash merged(const Hash& base, const Hash& over);

/// As an array: an array itself, nil empty, anything else its only member (Ruby's Array()).
Array listOf(const Value& value);

/// What Ruby's to_s gives for a scalar; empty for nil and for containers.
std::string textOf(const Value& value);

} // namespace galley::site
