// SPDX-License-Identifier: MIT
// A post or document as templates see it (Jekyll::Drops::DocumentDrop).
#pragma once

#include "liquid/objectdrop.h"
#include "site/lazytext.h"
#include "site/sitemodel.h"

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace galley::site
{

/// What both views of a document share.
struct DocumentState {
    ItemPtr item;
    LazyText content;
    LazyText excerpt;
    LazyText output;
};

class DocumentDrop final : public liquid::ObjectDrop
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
    std::string_view className() const override { return "Jekyll::Drops::DocumentDrop"; }
    std::optional<std::string> objectInspected() const override;
    bool objectHasJson() const override { return false; }

    const Item& item() const { return *m_state->item; }
    /// Whether what it shows hangs on its turn (see ShownContent), and whether its content does.
    bool hasTurn() const { return m_role == Role::Document; }
    bool showsTurns() const { return m_seen == Seen::AsWritten && hasTurn(); }
    Value html() const;
    /// The whole page, made by `make` when it is wanted first.
    std::string output(const std::function<std::string()>& make) const;

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
