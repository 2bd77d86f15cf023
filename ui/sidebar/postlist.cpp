// SPDX-License-Identifier: MIT
#include "sidebar/postlist.h"
#include "shorttext.h"

#include <QCoreApplication>
#include <QDate>
#include <QLocale>
#include <QStringList>

#include <map>

namespace galley
{

static QString told(const char* text)
{
    return QCoreApplication::translate("PostList", text);
}

QString searchable(const QString& text)
{
    QString out;
    for (const char32_t c : text.normalized(QString::NormalizationForm_KD).toUcs4()) {
        const char32_t lower = QChar::toLower(c);
        if (!QChar::isMark(c))
            out += QString::fromUcs4(&lower, 1);
    }
    return out;
}

bool hasWords(const QString& haystack, const QStringList& words)
{
    return std::all_of(words.begin(), words.end(), [&](const QString& word) { return haystack.contains(word); });
}

static QString sectionOf(const site::Listed& file)
{
    switch (file.kind) {
    case site::ListedKind::Post: return told(QT_TRANSLATE_NOOP("PostList", "Posts"));
    case site::ListedKind::Draft: return told(QT_TRANSLATE_NOOP("PostList", "Drafts"));
    case site::ListedKind::Page: return told(QT_TRANSLATE_NOOP("PostList", "Pages"));
    case site::ListedKind::Data: return told(QT_TRANSLATE_NOOP("PostList", "Data"));
    case site::ListedKind::Layout: return told(QT_TRANSLATE_NOOP("PostList", "Layouts"));
    case site::ListedKind::Document: break;
    }
    return capitalized(QString::fromStdString(file.collection));
}

static QString stateWord(site::ListedState state)
{
    switch (state) {
    case site::ListedState::Draft: return told(QT_TRANSLATE_NOOP("PostList", "draft"));
    case site::ListedState::Scheduled: return told(QT_TRANSLATE_NOOP("PostList", "scheduled"));
    case site::ListedState::Unpublished: return told(QT_TRANSLATE_NOOP("PostList", "unpublished"));
    case site::ListedState::LeftOut: return told(QT_TRANSLATE_NOOP("PostList", "left out by Jekyll"));
    case site::ListedState::Published: break;
    }
    return {};
}

static QDate dayOf(const DateTime& time)
{
    const CivilTime civil = toCivil(time);
    return QDate(static_cast<int>(civil.year), civil.month, civil.day);
}

static PostRow rowOf(const site::Listed& file)
{
    PostRow row;
    row.file = file;
    row.title = QString::fromStdString(file.title);
    row.section = sectionOf(file);
    const QString author = QString::fromStdString(file.author);
    QStringList parts;
    if (file.date) {
        const QDate day = dayOf(*file.date);
        row.month = QLocale().toString(day, QStringLiteral("MMMM yyyy"));
        parts << QLocale().toString(day, QStringLiteral("d MMM yyyy"));
    }
    parts << author << stateWord(file.state);
    parts.removeAll(QString());
    row.detail = parts.isEmpty() ? QString::fromStdString(file.relativePath) : parts.join(QStringLiteral(" · "));
    row.haystack = searchable(row.title + QLatin1Char(' ') + author + QLatin1Char(' ') +
                              QString::fromStdString(file.relativePath));
    return row;
}

PostList::PostList(const std::vector<site::Listed>& files)
{
    m_rows.reserve(files.size());
    for (const site::Listed& file : files)
        m_rows.push_back(rowOf(file));
}

static QString groupOf(const PostRow& row, Grouping grouping)
{
    const bool isPost = row.file.kind == site::ListedKind::Post || row.file.kind == site::ListedKind::Draft;
    if (grouping == Grouping::Month && isPost && !row.month.isEmpty())
        return row.month;
    if (grouping == Grouping::Author && isPost)
        return row.file.author.empty() ? told(QT_TRANSLATE_NOOP("PostList", "Without an author"))
                                       : QString::fromStdString(row.file.author);
    return row.section;
}

std::vector<PostGroup> PostList::groups(Grouping grouping, const QString& filter) const
{
    const QStringList words = searchable(filter).split(QLatin1Char(' '), Qt::SkipEmptyParts);
    std::vector<PostGroup> groups;
    std::map<QString, std::size_t> places;
    for (std::size_t i = 0; i < m_rows.size(); ++i) {
        if (!hasWords(m_rows[i].haystack, words))
            continue;
        const QString title = groupOf(m_rows[i], grouping);
        const auto [place, added] = places.emplace(title, groups.size());
        if (added)
            groups.push_back({title, {}});
        groups[place->second].rows.push_back(static_cast<int>(i));
    }
    return groups;
}

} // namespace galley
