// SPDX-License-Identifier: MIT
// OutputPlace: where a page, a PDF or an archive of a post is offered to be written: never among the site's sources.
#pragma once

#include <QString>

namespace galley
{

class LivePage;
class OpenPost;
class Preferences;

class OutputPlace final
{
public:
    OutputPlace(const LivePage* page, Preferences* preferences) : m_page(page), m_preferences(preferences) {}

    /// The post's name with this suffix, in the folder that was chosen last for this site, else in the person's
    /// documents. What belongs to a lone post is offered beside it.
    QString offered(const OpenPost& post, const QString& suffix) const;

    /// A file was written there.
    void remember(const QString& path) const;

private:
    QString folderFor(const OpenPost& post) const;
    QString key() const; ///< of the site that is shown; empty without one

    const LivePage* m_page;
    Preferences* m_preferences;
};

} // namespace galley
