// SPDX-License-Identifier: MIT
// What a plain YAML scalar means to Ruby: the rules of Psych's ScalarScanner (YAML 1.1 with Ruby's habits).
#pragma once

#include "base/datetime.h"
#include "base/expected.h"
#include "base/value.h"

#include <optional>
#include <string>
#include <string_view>

namespace galley::yaml
{

/// `yes` → true, `19:00` → 68400, `0123` → 83, `1.10` → 1.1, `2017-06-19` → a date, … else the text itself.
/// Integers beyond 64 bits stay digits in a string. Errors: what makes Psych raise, such as `:symbol`.
Expected<Value> resolveScalar(std::string_view text, std::string_view timeZone = {});

/// `2017-06-19` as Ruby's Date, where it is a day of the calendar.
std::optional<DateTime> parseDate(std::string_view text);

/// Whether Psych would take the text for a timestamp by its shape.
bool looksLikeTime(std::string_view text);

/// A text that looks like a time; nothing when Ruby keeps it as text (month 13, second 61).
std::optional<DateTime> parseTime(std::string_view text, std::string_view timeZone);

} // namespace galley::yaml
