// SPDX-License-Identifier: MIT
#include "site/newpost.h"

#include "base/limits.h"
#include "base/normalform.h"
#include "base/oneline.h"
#include "base/textcut.h"
#include "post/fieldkind.h"
#include "post/frontmatteredit.h"
#include "post/postdocument.h"
#include "site/urls.h"

#include <QFile>

#include <algorithm>
#include <array>
#include <tuple>

// Q_INIT_RESOURCE must stand outside a namespace.
static void initTemplates()
{
    Q_INIT_RESOURCE(core); // a static library's resources are left out by the linker unless asked for
}

namespace galley::site
{
namespace
{
constexpr std::size_t dateBytes = 11; // "2017-05-25-"

std::vector<std::pair<std::string_view, std::string>> partsOf(const NewPost& post)
{
    return {{"title", oneLine(post.title)}, {"author", oneLine(post.author)}, {"event", oneLine(post.event)},
            {"group", oneLine(post.group)}, {"place", oneLine(post.place)},   {"speaker", oneLine(post.speaker)},
            {"talk", oneLine(post.talk)},   {"link", oneLine(post.link)}};
}

std::string resourceText(const char* name)
{
    initTemplates();
    QFile file(QStringLiteral(":/galley/templates/") + QLatin1String(name));
    return file.open(QIODevice::ReadOnly) ? file.readAll().toStdString() : std::string();
}

std::string cutAt(std::string_view text, std::size_t most)
{
    std::string out(unicode::beginning(text, most));
    while (out.ends_with('-'))
        out.pop_back();
    return out;
}

// Keys of an earlier post that mean that post alone.
bool isItsOwn(std::string_view key)
{
    constexpr std::array<std::string_view, 8> own{
        "permalink", "slug", "image", "redirect_from", "excerpt", "last_modified_at", "description", "published"};
    return std::find(own.begin(), own.end(), key) != own.end();
}

bool isKept(std::string_view key, const Value& value)
{
    constexpr std::array<std::string_view, 6> kept{"layout", "author", "authors", "tags", "categories", "category"};
    return value.isBool() || std::find(kept.begin(), kept.end(), key) != kept.end();
}

// "/nvola"; nothing for a name that is no folder's.
std::string folderOf(std::string_view author)
{
    const bool climbs = author.find("..") != author.npos || author.find_first_of("/\\:*?\"<>|") != author.npos;
    return author.empty() || climbs ? std::string() : "/" + std::string(author);
}

DateTime dayOf(const DateTime& date)
{
    const CivilTime civil = toCivil(date);
    return makeDate(civil.year, civil.month, civil.day);
}

constexpr std::string_view yearMark = "{year}", monthMark = "{month}";

// "_posts/2017/05" → "_posts/{year}/{month}" for a post of that month.
std::string withoutDate(std::string_view folder, std::string_view fileName)
{
    std::string out;
    for (std::size_t start = 0; start <= folder.size();) {
        const std::size_t end = std::min(folder.find('/', start), folder.size());
        const std::string_view part = folder.substr(start, end - start);
        const bool afterYear = out.ends_with(yearMark);
        out += start > 0 ? "/" : "";
        if (part.size() == 4 && fileName.starts_with(std::string(part) + "-"))
            out += yearMark;
        else if (afterYear && part.size() == 2 &&
                 fileName.substr(std::min<std::size_t>(5, fileName.size())).starts_with(part))
            out += monthMark;
        else
            out += part;
        start = end + 1;
    }
    return out;
}

std::string folderOn(std::string_view day, std::string folder)
{
    for (const auto& [mark, from, count] : {std::tuple(yearMark, 0, 4), std::tuple(monthMark, 5, 2)}) {
        if (const std::size_t at = folder.find(mark); at != std::string::npos)
            folder.replace(at, mark.size(), day.substr(from, count));
    }
    return folder;
}

void changeBy(std::string& text, const Expected<TextEdit>& edit)
{
    if (edit)
        text = applied(text, *edit);
}

// `authors: [sam]` of a site whose posts have several.
void putAuthors(std::string& text, const Value& before, const std::string& author)
{
    const KeyPath path{std::string("authors")};
    if (!author.empty() && before.isArray())
        changeBy(text, frontmatter::setValue(text, path, Value(Array{Value(author)})));
    else if (!author.empty())
        changeBy(text, frontmatter::setValue(text, path, author));
    else if (fieldText(before).empty())
        changeBy(text, frontmatter::remove(text, path));
}

bool isQuoted(const std::string& text, const std::string& key)
{
    const Expected<std::string> source = frontmatter::source(text, {key});
    return source && (source->starts_with('"') || source->starts_with('\''));
}

std::string withPlaceholders(std::string text, const NewPost& post)
{
    for (const auto& [name, value] : partsOf(post)) {
        const std::string mark = "%{" + std::string(name) + "}";
        const std::string filled = value.empty() ? "…" : value;
        for (std::size_t at = text.find(mark); at != text.npos; at = text.find(mark, at + filled.size()))
            text.replace(at, mark.size(), filled);
    }
    return text;
}

} // namespace

std::vector<PostTemplate> builtInTemplates()
{
    return {{"Meetup write-up", resourceText("meetup-write-up.md")},
            {"Talk notes", resourceText("talk-notes.md")},
            {"Plain post", resourceText("plain-post.md")}};
}

PostTemplate templateLike(const EarlierPost& earlier)
{
    PostTemplate out{"Like my last one", earlier.text};
    const FrontMatter front = findFrontMatter(earlier.text);
    if (!front.present)
        return {out.name, resourceText("plain-post.md")};
    out.text = earlier.text.substr(0, front.bodyBegin);
    const std::size_t fence = out.text.find('\n', front.closingBegin);
    out.text = fence == out.text.npos ? out.text + "\n\n" : out.text.substr(0, fence + 1) + "\n";
    const Hash values = PostDocument::parse(earlier.text).values;
    for (const Hash::Entry& entry : values) {
        if (!entry.first.isString() || isKept(entry.first.string(), entry.second))
            continue;
        const std::string& key = entry.first.string();
        if (key == "date" && entry.second.isDateTime() && entry.second.dateTime().isDate)
            continue; // postText() sees by it that dates have no time here
        if (isItsOwn(key))
            changeBy(out.text, frontmatter::remove(out.text, {key}));
        else
            changeBy(out.text, frontmatter::setValue(out.text, {key}, isQuoted(out.text, key) ? Value("") : Value()));
    }
    return out;
}

PostHabit habitOf(const std::vector<EarlierPost>& newestFirst, std::string_view author)
{
    PostHabit habit;
    const auto own = std::find_if(newestFirst.begin(), newestFirst.end(),
                                  [&](const EarlierPost& post) { return !author.empty() && post.author == author; });
    const auto model = own == newestFirst.end() ? newestFirst.begin() : own;
    if (model == newestFirst.end())
        return habit;
    const std::size_t slash = model->path.rfind('/');
    if (slash != model->path.npos)
        habit.folder = withoutDate(model->path.substr(0, slash), std::string_view(model->path).substr(slash + 1));
    if (const std::string extension = extensionOf(model->path); !extension.empty())
        habit.extension = extension;
    const std::string others = "/" + model->author;
    const bool isEveryones =
        author.empty() && std::all_of(newestFirst.begin(), newestFirst.end(),
                                      [&](const EarlierPost& post) { return post.author == model->author; });
    if (model != own && !isEveryones && !model->author.empty() && habit.folder.ends_with(others))
        habit.folder.replace(habit.folder.size() - others.size(), std::string::npos, folderOf(author));
    return habit;
}

bool asksFor(const PostTemplate& pattern, std::string_view part)
{
    return pattern.text.find("%{" + std::string(part) + "}") != pattern.text.npos ||
           PostDocument::parse(pattern.text).values.contains(part);
}

bool isPortableName(std::string_view name)
{
    return name.find_first_of("\\:*?\"<>|") == name.npos && !name.ends_with(' ') && !name.ends_with('.');
}

std::string slugOfTitle(std::string_view title)
{
    return slug(unicode::composed(title, unicode::Form::Compatibility));
}

Expected<std::string> postPath(const NewPost& post, const PostHabit& habit)
{
    const std::string name = slugOfTitle(post.title);
    if (name.empty())
        return unexpected(Error{"The title needs a letter or a digit, for the file is named by it", {}, 0});
    const std::string day = fieldText(Value(dayOf(post.date)));
    const std::string file = cutAt(name, limits::fileNameBytes - dateBytes - habit.extension.size());
    return folderOn(day, habit.folder) + "/" + day + "-" + file + habit.extension;
}

Expected<std::string> postText(const NewPost& post, const PostTemplate& pattern)
{
    std::string text = pattern.text;
    const PostDocument parsed = PostDocument::parse(pattern.text);
    if (parsed.broken)
        return unexpected(Error{"The template \"" + pattern.name + "\" has front matter that can not be read",
                                {},
                                parsed.diagnostics.empty() ? 1 : parsed.diagnostics.front().line});
    const Hash values = parsed.values;
    for (const auto& [name, value] : partsOf(post)) {
        const std::string key(name);
        if (key == "author" && !values.contains(name) && values.contains("authors")) {
            putAuthors(text, values.get("authors"), value);
        } else if (!values.contains(name)) {
            if (key == "title" || (key == "author" && !value.empty()))
                changeBy(text, frontmatter::addKey(text, {}, key, value));
        } else if (!value.empty()) {
            changeBy(text, frontmatter::setValue(text, {key}, value));
        } else if (fieldText(values.get(name)).empty() && key != "title") {
            changeBy(text, frontmatter::remove(text, {key}));
        }
    }
    if (const Value date = values.get("date"); values.contains("date")) {
        const bool isDay = date.isDateTime() && date.dateTime().isDate;
        changeBy(text, frontmatter::setValue(text, {std::string("date")}, isDay ? dayOf(post.date) : post.date));
    }
    const std::size_t body = findFrontMatter(text).bodyBegin;
    return text.substr(0, body) + withPlaceholders(text.substr(body), post);
}

} // namespace galley::site
