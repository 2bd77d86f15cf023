// SPDX-License-Identifier: MIT
#include "spellingcommands.h"

#include "actions.h"
#include "documentcontroller.h"
#include "editor/editorpane.h"
#include "editor/spelling.h"
#include "livepage.h"
#include "noticestack.h"
#include "posttab.h"
#include "preferences.h"
#include "site/site.h"
#include "theme.h"

#include <QEvent>
#include <QLocale>
#include <QStandardPaths>

namespace galley
{

static const QString checking = QStringLiteral("spelling/on");

static QString wordsFile()
{
    return QStandardPaths::writableLocation(QStandardPaths::AppConfigLocation) + QStringLiteral("/words.txt");
}

SpellingCommands::SpellingCommands(const Actions& actions, DocumentController* documents, LivePage* page,
                                   Preferences* preferences, NoticeStack* notices)
    : QObject(documents), m_documents(documents), m_page(page), m_spelling(new Spelling(wordsFile(), this))
{
    QAction* toggle = actions[Act::CheckSpelling];
    toggle->setChecked(preferences->flag(checking, true));
    m_spelling->setOn(toggle->isChecked());
    connect(toggle, &QAction::toggled, this, [this, preferences](bool on) {
        preferences->setFlag(checking, on);
        m_spelling->setOn(on);
    });
    connect(documents, &DocumentController::currentChanged, this, &SpellingCommands::show);
    connect(page, &LivePage::rendered, this, [this] { m_spelling->setLanguages(languages()); });
    connect(m_spelling, &Spelling::noticed, notices, &NoticeStack::show);
    connect(m_spelling, &Spelling::noticeEnded, notices, &NoticeStack::dismiss);
    show(documents->current());
}

void SpellingCommands::show(PostTab* tab)
{
    tab->editor()->installEventFilter(this);
    m_spelling->setColor(themeColors(tab->editor()->palette()).error);
    m_spelling->setPost(tab->post(), tab->editor()->pane());
}

bool SpellingCommands::eventFilter(QObject* watched, QEvent* event)
{
    const PostEditor* shown = m_documents->current()->editor();
    if (watched == shown && event->type() == QEvent::PaletteChange)
        m_spelling->setColor(themeColors(shown->palette()).error);
    return QObject::eventFilter(watched, event);
}

// What the post says it is written in, else the site, else the person's system.
QStringList SpellingCommands::languages() const
{
    QStringList out;
    const auto add = [&](const Value& value) {
        if (value.isString() && !value.string().empty())
            out << QString::fromStdString(value.string());
    };
    add(m_page->result()->document.values.get("lang"));
    add(m_page->result()->document.values.get("locale"));
    if (out.isEmpty() && m_page->site()) {
        add(m_page->site()->config().get("lang"));
        add(m_page->site()->config().get("locale"));
    }
    return out.isEmpty() ? QStringList{QLocale::system().name() == QStringLiteral("C") ? QStringLiteral("en")
                                                                                       : QLocale::system().name()}
                         : out;
}

} // namespace galley
