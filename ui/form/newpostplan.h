// SPDX-License-Identifier: MIT
// NewPostPlan: what is filled in about a new post, and the path and text that come of it on this site.
#pragma once

#include "base/timezone.h"
#include "post/fieldkind.h"
#include "site/newpost.h"

#include <QDateTime>
#include <QStringList>

#include <memory>

namespace galley
{

class Site;

/// A new post as the person decided it.
struct NewPostDraft {
    std::string text;
    QString path;       ///< absolute, where the first save makes the file; empty without a site
    QStringList photos; ///< files to put into it
};

class NewPostPlan
{
public:
    void setSite(std::shared_ptr<const Site> site, const QString& root);
    const std::shared_ptr<const Site>& site() const { return m_site; }
    const QString& root() const { return m_root; }

    /// "Like my last one" is there when the author has an earlier post.
    std::vector<site::PostTemplate> templates() const;
    void setTemplate(site::PostTemplate pattern) { m_template = std::move(pattern); }
    const site::PostTemplate& pattern() const { return m_template; }

    /// The part that a key names; nullptr for a key that is none.
    std::string* part(const std::string& key);
    /// The site's zone, else the computer's: what the clock of the dialog is meant in.
    TimeZone zone() const;
    void setDate(const QDateTime& clock);
    const site::NewPost& post() const { return m_post; }
    const site::EarlierPost* lastOf(const std::string& author) const;

    /// Relative to the site's root; an error says what is missing.
    Expected<std::string> path() const;
    QString absolutePath() const;
    Expected<std::string> text() const { return postText(m_post, m_template); }

private:
    std::shared_ptr<const Site> m_site;
    QString m_root;
    std::vector<site::EarlierPost> m_earlier; ///< newest first
    std::vector<site::PostTemplate> m_own;    ///< of the site's _templates
    site::NewPost m_post;
    site::PostTemplate m_template;
};

} // namespace galley
