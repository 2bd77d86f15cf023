// SPDX-License-Identifier: MIT
// A post or document as templates see it (Jekyll::Drops::DocumentDrop).
#pragma once

#include "base/value.h"
#include "site/lazytext.h"
#include "site/sitemodel.h"

#include <memory>
#include <string_view>

namespace galley::site
{

/// What both views of a document share.
struct DocumentState {
    ItemPtr item;
    LazyText content;
    LazyText excerpt;
};

class DocumentDrop final : public Drop
{
public:
    /// Excerpt: as the excerpt's own Liquid sees its document (Drops::ExcerptDrop).
    enum class Role { Document, Excerpt };

    DocumentDrop(const SiteModel& model, std::shared_ptr<const DocumentState> state, Seen seen,
                 Role role = Role::Document)
        : m_model(model), m_state(std::move(state)), m_seen(seen), m_role(role)
    {
    }

    Value get(std::string_view key) const override;
    bool contains(std::string_view key) const override;
    std::vector<std::string> keys() const override;
    std::string toString() const override;

    const Item& item() const { return *m_state->item; }
    /// Whether its content is the HTML only for those who are rendered later (see ShownContent).
    bool showsTurns() const { return m_seen == Seen::AsWritten && m_role == Role::Document; }
    Value html() const;

private:
    Value content() const;
    Value excerpt() const;
    Value own(std::string_view key) const;

    const SiteModel& m_model;
    std::shared_ptr<const DocumentState> m_state;
    Seen m_seen;
    Role m_role;
};

/// Document#id: the URL's folder and the slug.
std::string documentId(const Item& item);

} // namespace galley::site
