// SPDX-License-Identifier: MIT
#include "form/newpostplan.h"

#include "machine/machine.h"
#include "site/newpostsources.h"
#include "site/site.h"

#include <QFile>

#include <algorithm>
#include <array>

namespace galley
{

void NewPostPlan::setSite(std::shared_ptr<const Site> site, const QString& root)
{
    m_site = std::move(site);
    m_root = root;
    m_earlier = m_site ? site::earlierPosts(*m_site) : std::vector<site::EarlierPost>();
    m_own = m_site ? site::siteTemplates(m_site->root()) : std::vector<site::PostTemplate>();
}

std::vector<site::PostTemplate> NewPostPlan::templates() const
{
    std::vector<site::PostTemplate> out = site::builtInTemplates();
    if (!m_site)
        return out;
    for (site::PostTemplate& builtIn : out)
        builtIn = &builtIn == &out.back() ? site::plainTemplate(*m_site, m_earlier, m_post.author)
                                          : site::fitted(builtIn, *m_site, m_earlier, m_post.author);
    out.insert(out.begin(), m_own.begin(), m_own.end());
    if (std::optional<site::PostTemplate> last = site::templateLikeLast(m_earlier, m_post.author))
        out.insert(out.begin(), std::move(*last));
    return out;
}

std::string* NewPostPlan::part(const std::string& key)
{
    const std::array<std::pair<std::string_view, std::string*>, 8> parts{{{"title", &m_post.title},
                                                                          {"author", &m_post.author},
                                                                          {"event", &m_post.event},
                                                                          {"group", &m_post.group},
                                                                          {"place", &m_post.place},
                                                                          {"speaker", &m_post.speaker},
                                                                          {"talk", &m_post.talk},
                                                                          {"link", &m_post.link}}};
    const auto found = std::find_if(parts.begin(), parts.end(), [&](const auto& each) { return each.first == key; });
    return found == parts.end() ? nullptr : found->second;
}

TimeZone NewPostPlan::zone() const
{
    return m_site ? m_site->timeZone()
                  : TimeZone::named(machine::localZone()).value_or(TimeZone());
}

void NewPostPlan::setDate(const QDateTime& clock)
{
    const QDate day = clock.date();
    const QTime time = clock.time();
    const CivilTime civil{day.year(), day.month(), day.day(), time.hour(), time.minute(), 0, 0};
    m_post.date = zone().local(civil);
}

QDateTime NewPostPlan::clockAt(std::int64_t secondsSinceEpoch) const
{
    const CivilTime clock = toCivil(zone().at(secondsSinceEpoch));
    return {QDate(static_cast<int>(clock.year), clock.month, clock.day), QTime(clock.hour, clock.minute)};
}

Expected<std::string> NewPostPlan::path() const
{
    return postPath(m_post, habitOf(m_earlier, m_post.author));
}

QString NewPostPlan::absolutePath() const
{
    const Expected<std::string> relative = path();
    if (m_root.isEmpty() || !relative)
        return {};
    return m_root + QLatin1Char('/') + QFile::decodeName(relative->c_str());
}

} // namespace galley
