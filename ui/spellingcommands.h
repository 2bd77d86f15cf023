// SPDX-License-Identifier: MIT
// SpellingCommands: View → Check Spelling, for the post that is shown and in the language it is written in.
#pragma once

#include <QObject>

namespace galley
{

class Actions;
class DocumentController;
class LivePage;
class NoticeStack;
class PostTab;
class Preferences;
class Spelling;

class SpellingCommands final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SpellingCommands)

public:
    SpellingCommands(const Actions& actions, DocumentController* documents, LivePage* page, Preferences* preferences,
                     NoticeStack* notices);

    Spelling* spelling() const { return m_spelling; }

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void show(PostTab* tab);
    QStringList languages() const;

    DocumentController* m_documents;
    LivePage* m_page;
    Spelling* m_spelling;
};

} // namespace galley
