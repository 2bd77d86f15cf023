// SPDX-License-Identifier: MIT
// A style sheet whose loops count their steps: libsass would follow `@while true` for ever.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace galley::sass
{

/// The name of the function that is called at each step.
inline constexpr std::string_view sassStep = "galley-step";

struct CountedSass {
    std::string text;
    std::size_t places = 0; ///< where steps are counted; 0: the text is what it was
};

/// SCSS with a call of the function at the beginning of each body that can be run again: of loops, functions and
/// mixins. Lines stay where they are.
CountedSass withSteps(std::string_view scss);

} // namespace galley::sass
