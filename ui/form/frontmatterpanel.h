// SPDX-License-Identifier: MIT
// FrontMatterPanel: the front matter of a post as a form. It owns no data: it shows values and asks for text
// edits.
#pragma once

#include "base/textedit.h"
#include "post/fieldkind.h"
#include "post/frontmatterlook.h"

#include <QWidget>

#include <functional>
#include <string>
#include <vector>

class QFormLayout;
class QLabel;
class QMenu;
class QScrollArea;
class QToolButton;

namespace galley
{

class FieldRow;

class FrontMatterPanel final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(FrontMatterPanel)

public:
    /// The document's whole text as it is now, UTF-8; asked for when an edit is made.
    using TextSource = std::function<std::string()>;

    explicit FrontMatterPanel(QWidget* parent = nullptr);
    ~FrontMatterPanel() override;

    void setTextSource(TextSource source);
    /// What the site offers; call again when the site was read anew.
    void setChoices(FieldChoices choices);
    /// Call after every change of the text, the form's own edits included; it may come late. The look that is
    /// shown already costs nothing.
    void showPost(const FrontMatterLookPtr& look, const PostDocument& post);
    /// The next look is another post's: when that can not be read, the fields are empty.
    void forgetPost();

    bool isCollapsed() const;
    void setCollapsed(bool collapsed);
    /// As if the person had typed the value: an image that was copied into the site, a command that sets a
    /// field.
    void setField(const QString& key, const Value& value);
    void focusField(const QString& key);
    /// Gives the keyboard to the field that had it last, else to the first; to the header when no field takes it.
    void takeFocus();
    /// Where Shift+Tab from the text goes; another one after lastStopChanged().
    QWidget* lastStop() const;

Q_SIGNALS:
    void editRequested(const galley::TextEdit& edit); ///< offsets are bytes of the text source's text
    void lineRequested(int line);                     ///< 1-based line of the file to show in the editor
    void imageRequested(const QString& key);          ///< pick an image; answer with setField
    void collapsedChanged(bool collapsed);
    void lastStopChanged(QWidget* stop);

private:
    using Change = std::function<Expected<TextEdit>(const std::string& text)>;
    struct Wanted {
        std::string key;
        FieldKind kind;
        bool present;
    };

    void buildHeader();
    void showState(const PostDocument& post);
    std::vector<Wanted> wantedRows(const Hash& values) const;
    void arrangeRows(const std::vector<Wanted>& wanted);
    FieldRow* makeRow(const Wanted& wanted);
    FieldRow* rowOf(const std::string& key) const;
    void connectRow(FieldRow* row);
    void fillRow(FieldRow& row);
    void change(FieldRow* row, const Change& change);
    void setRowValue(FieldRow* row, const Value& value);
    void makeList(FieldRow* row);
    void showOutcome(FieldRow& row, const QString& why);
    void moveRow(FieldRow* row, int by);
    void renameRow(FieldRow* row);
    void fillAddMenu();
    void addField(const QString& key);
    void showNotice(const QString& why, int line);

    TextSource m_textSource;
    FieldChoices m_choices;
    FrontMatterLookPtr m_look; ///< what the fields show; null before the first post
    Hash m_values;
    std::vector<FieldRow*> m_rows;
    std::string m_focusKey; ///< the field that was added and gets the keyboard when it is there
    QToolButton* m_chevron;
    QLabel* m_summary;
    QToolButton* m_add;
    QMenu* m_addMenu;
    QLabel* m_notice;
    QToolButton* m_noticeLink;
    int m_noticeLine = 0;
    QWidget* m_noticeBar;
    QScrollArea* m_scroll;
    QWidget* m_fields;
    QFormLayout* m_form;
};

} // namespace galley
