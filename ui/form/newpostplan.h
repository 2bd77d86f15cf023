// SPDX-License-Identifier: MIT
// NewPostPlan: what is filled in about a new post, and the path and text that come of it on this site.
#pragma once

#include "base/timezone.h"
#include "post/fieldkind.h"
#include "site/postpattern.h"

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

    /// First one like the author's last post, or the site's newest; the built-in ones as the site's posts are written.
    std::vector<site::PostTemplate> templates() const;
    void setTemplate(site::PostTemplate pattern) { m_template = std::move(pattern); }
    const site::PostTemplate& pattern() const { return m_template; }

    /// The part that a key names; nullptr for a key that is none.
    std::string* part(const std::string& key);
    /// The site's zone, else the computer's: what the clock of the dialog is meant in.
    TimeZone zone() const;
    void setDate(const QDateTime& clock);
    /// What a clock there shows at a moment, to the minute.
    QDateTime clockAt(std::int64_t secondsSinceEpoch) const;
    /// The one person that writes on this site; empty where several do, or nobody is named.
    std::string soleAuthor() const { return site::soleAuthor(m_earlier); }
    const site::NewPost& post() const { return m_post; }

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
