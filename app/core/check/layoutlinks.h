// SPDX-License-Identifier: MIT
// LayoutLinks: broken links that pages have from their layouts, told once and where a person can mend them.
#pragma once

#include "check/rules.h"

#include <string>
#include <vector>

namespace galley::check
{

class LayoutLinks
{
public:
    explicit LayoutLinks(const Site& site);

    /// May be called by several threads at once.
    void check(const Subject& subject, Findings& findings) const;

private:
    struct Source {
        std::string file; ///< relative to the site's root
        std::string text;
        int firstLine = 0; ///< 0-based line of the file that the text begins on
    };
    void takeTemplates(const Site& site);
    void takeData(const Site& site);
    std::vector<const Source*> templatesOf(const Subject& subject) const;
    Diagnostic placeOf(const PageLink& link, const Subject& subject, Diagnostic diagnostic) const;

    std::vector<Source> m_templates; ///< layouts and includes: they hold the address, or its end
    std::vector<Source> m_data;      ///< configuration and data: they hold the address as it is
};

} // namespace galley::check
