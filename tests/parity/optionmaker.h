// SPDX-License-Identifier: MIT
// OptionMaker: random settings of kramdown, as JSON for kramdown itself and as our options.
#pragma once

#include "markdown/options.h"

#include <random>
#include <string>
#include <string_view>
#include <vector>

namespace galley::test
{

/// One setting: a name and its value in JSON.
struct Setting {
    std::string_view name;
    std::string_view json;
};
using Settings = std::vector<Setting>;

class OptionMaker
{
public:
    explicit OptionMaker(unsigned seed) : m_random(seed) {}

    /// One to four settings of different names.
    Settings next();

private:
    std::mt19937 m_random;
};

/// {"name": value, …}
std::string toJson(const Settings& settings);

/// Jekyll's defaults with these settings.
markdown::Options toOptions(const Settings& settings);

} // namespace galley::test
