// SPDX-License-Identifier: MIT
// Spelling: underlines what the dictionary does not know in the post that is shown, and offers other words for it.
#pragma once

#include "editor/checkedlines.h"
#include "noticestack.h"
#include "renderqueue.h"
#include "taskqueue.h"

#include <QPointer>
#include <QSet>
#include <QStringList>
#include <QTextEdit>

#include <memory>

class QMenu;

namespace galley
{

class EditorPane;
class OpenPost;
class Speller;

class Spelling final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Spelling)

public:
    /// `wordsFile`: the person's own words, one a line.
    Spelling(const QString& wordsFile, QObject* parent);
    ~Spelling() override;

    void setPost(OpenPost* post, EditorPane* pane);
    void setOn(bool on);
    /// The first of these that has a dictionary; the first named is told when none has.
    void setLanguages(const QStringList& languages);
    void setFolders(const QStringList& folders) { m_folders = folders; }
    void setColor(const QColor& color);

    /// The words that are underlined, as far as they were checked.
    QStringList wrongWords() const;
    void addWord(const QString& word);

Q_SIGNALS:
    void checked();
    void noticed(const galley::Notice& notice);
    void noticeEnded(const QString& id);

private:
    struct Engine; ///< lives on the worker

    void check();
    void take(std::shared_ptr<const WrongLines> wrong, int turn);
    void tellDictionary(const QString& missing);
    void mark();
    QList<QTextEdit::ExtraSelection> marks() const;
    void fillMenu(QMenu* menu, int position);
    void askSuggestions(QMenu* menu, int begin, const QString& word);
    void offer(QMenu* menu, int begin, const QString& word, const QStringList& words);
    std::pair<int, QString> wrongWordAt(int position) const;

    QString m_wordsFile;
    QStringList m_folders;
    QStringList m_languages;
    QColor m_color;
    QPointer<OpenPost> m_post;
    QPointer<EditorPane> m_pane;
    bool m_on = true;
    int m_turn = 0; ///< counts posts and languages: an older answer is dropped
    std::shared_ptr<const WrongLines> m_wrong;
    std::shared_ptr<Engine> m_engine;
    QString m_missing;   ///< the language whose dictionary is told as missing
    TaskQueue m_tasks;   ///< suggestions and own words: none is dropped for a newer one
    RenderQueue m_queue; ///< last: its worker is joined before the rest goes
};

} // namespace galley
