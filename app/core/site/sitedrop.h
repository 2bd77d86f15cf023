// SPDX-License-Identifier: MIT
// Liquid's `site` as one page sees it (Jekyll::Drops::SiteDrop).
#pragma once

#include "liquid/objectdrop.h"
#include "site/sitemodel.h"

namespace galley::site
{

class SiteDrop final : public liquid::ObjectDrop
{
public:
    SiteDrop(const SiteModel& model, ItemPtr current, Seen seen)
        : m_model(model), m_current(std::move(current)), m_seen(seen)
    {
    }

    Value get(std::string_view key) const override;
    bool contains(std::string_view key) const override;
    std::vector<std::string> keys() const override;
    std::string_view className() const override { return "Jekyll::Drops::SiteDrop"; }

private:
    Value collectionNamed(std::string_view key, bool& found) const;

    const SiteModel& m_model;
    ItemPtr m_current;
    Seen m_seen;
};

} // namespace galley::site
