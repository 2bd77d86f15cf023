// SPDX-License-Identifier: MIT
// The layouts that come with the program, for posts outside any site and for sites whose theme is not installed.
#pragma once

#include "base/value.h"
#include "site/layoutfile.h"

#include <map>
#include <string>
#include <string_view>

namespace galley
{

/// "default", "post" and "page", read from the program's resources.
class BuiltinLayouts
{
public:
    BuiltinLayouts();

    const site::LayoutFile* find(std::string_view name) const; ///< null when there is none of that name

    /// The variable `galley` that they read: their style sheet.
    Value variable() const { return m_variable; }

private:
    std::map<std::string, site::LayoutFile, std::less<>> m_layouts;
    Value m_variable;
};

} // namespace galley
