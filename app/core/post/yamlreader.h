// SPDX-License-Identifier: MIT
// YAML to values, as Jekyll reads it: Psych.safe_load with Date and Time permitted and aliases allowed
// (YAML 1.1).
#pragma once

#include "base/expected.h"
#include "base/value.h"

#include <string>
#include <string_view>

namespace galley
{

struct YamlOptions {
    std::string timeZone;       ///< IANA name in which times without a zone are told (site.timezone); empty = UTC
    bool symbolsAsText = false; ///< `:compressed` is that text, as with SafeYAML; otherwise it is refused, as by Psych
};

/// The first document of `text` (front matter with its opening ---, _config.yml, _data): nil when it is
/// empty. Duplicate keys: the last wins. The error's line is 1-based in `text`; its sentence ends with Ruby's
/// words.
Expected<Value> readYaml(std::string_view text, const YamlOptions& options = {});

} // namespace galley
