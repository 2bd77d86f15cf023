// SPDX-License-Identifier: MIT
// Session: which posts were open, where the caret stood in each, which folder was looked at.
#pragma once

#include <QObject>

namespace galley
{

class DocumentController;
class PostTab;
class Preferences;
class SiteLoader;

class Session final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Session)

public:
    Session(Preferences* preferences, DocumentController* documents, SiteLoader* sites, QObject* parent);

    /// Opens what was open; the folder when no post was. What is gone is passed over.
    void openLast();

    /// Written at each change: a program that is killed opens what it had open.
    void remember();
    void rememberPlace(PostTab* tab);

private:
    Preferences* m_preferences;
    DocumentController* m_documents;
    SiteLoader* m_sites;
};

} // namespace galley
