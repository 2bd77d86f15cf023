// SPDX-License-Identifier: MIT
#include "site/postpattern.h"

#include "post/frontmatteredit.h"
#include "post/postdocument.h"
#include "site/site.h"
#include "site/sitecontent.h"

#include <algorithm>
#include <array>

namespace galley::site
{
namespace
{
void changeBy(std::string& text, const Expected<TextEdit>& edit)
{
    if (edit)
        text = applied(text, *edit);
}

void removeKey(std::string& text, const std::string& key)
{
    if (frontmatter::hasKey(text, key))
        changeBy(text, frontmatter::remove(text, {key}));
}

// The author's newest post, else the newest.
const EarlierPost* modelOf(const std::vector<EarlierPost>& newestFirst, std::string_view author)
{
    const auto isWhole = [](const EarlierPost& post) { return !post.text.empty(); };
    const auto own = std::find_if(newestFirst.begin(), newestFirst.end(),
                                  [&](const EarlierPost& post) { return isWhole(post) && post.author == author; });
    if (own != newestFirst.end())
        return &*own;
    const auto newest = std::find_if(newestFirst.begin(), newestFirst.end(), isWhole);
    return newest == newestFirst.end() ? nullptr : &*newest;
}

// An empty value in the quotes of `source`.
std::string emptyLike(const std::string& source)
{
    if (source.starts_with('"'))
        return "\"\"";
    return source.starts_with('\'') ? "''" : std::string();
}

bool isShared(const Site& site, const std::string& key)
{
    const std::vector<ItemPtr>& posts = site.content().posts();
    return posts.size() > 1 && std::all_of(posts.begin(), posts.end(), [&](const ItemPtr& post) {
               return post->data.contains(key) && post->data.get(key) == posts.front()->data.get(key);
           });
}

bool isOneOf(std::string_view key, std::initializer_list<std::string_view> names)
{
    return std::find(names.begin(), names.end(), key) != names.end();
}

// "Post" and "post.html" are no names of layouts: as Jekyll looks them up.
bool hasLayout(const Site& site, const std::string& pattern)
{
    const Value layout = PostDocument::parse(pattern).values.get("layout");
    return layout.isString() && site.layout(layout.string());
}

bool hasDefaultLayout(const Site& site)
{
    return !site.content().defaults.find("_posts/2000-01-01-a.md", "posts", "layout").isNil();
}

void takeAuthor(std::string& text, std::string_view author, bool isOwn, const std::vector<EarlierPost>& newestFirst)
{
    if (isOwn || soleAuthor(newestFirst) == author)
        return;
    for (const char* key : {"author", "authors"}) {
        if (!frontmatter::hasKey(text, key))
            continue;
        const KeyPath path{std::string(key)};
        const Value now = PostDocument::parse(text).values.get(key);
        const Expected<std::string> source = frontmatter::source(text, path);
        if (now.isArray())
            changeBy(text, frontmatter::setValue(text, path, Value(Array{})));
        else if (source)
            changeBy(text, frontmatter::setSource(text, path, emptyLike(*source)));
    }
}

PostTemplate like(const EarlierPost& model, std::string_view name)
{
    PostTemplate out = templateLike(model);
    out.name = name;
    return out;
}
} // namespace

std::string soleAuthor(const std::vector<EarlierPost>& newestFirst)
{
    const bool same = !newestFirst.empty() &&
                      std::all_of(newestFirst.begin(), newestFirst.end(),
                                  [&](const EarlierPost& post) { return post.author == newestFirst.front().author; });
    return same ? newestFirst.front().author : std::string();
}

std::optional<PostTemplate> templateLikeLast(const std::vector<EarlierPost>& newestFirst, std::string_view author)
{
    const EarlierPost* model = modelOf(newestFirst, author);
    if (!model)
        return std::nullopt;
    const bool isOwn = model->author == author || (author.empty() && model->author == soleAuthor(newestFirst));
    PostTemplate out = like(*model, isOwn ? "Like my last one" : "Like the newest post");
    takeAuthor(out.text, author, isOwn, newestFirst);
    return out;
}

PostTemplate fitted(const PostTemplate& builtIn, const Site& site, const std::vector<EarlierPost>& newestFirst,
                    std::string_view author)
{
    PostTemplate out = builtIn;
    const EarlierPost* model = modelOf(newestFirst, author);
    if (!model || !findFrontMatter(model->text).present) {
        if (!hasLayout(site, out.text) || hasDefaultLayout(site))
            removeKey(out.text, "layout");
        return out;
    }
    if (const Expected<std::string> layout = frontmatter::source(model->text, {std::string("layout")}))
        changeBy(out.text, frontmatter::putSource(out.text, "layout", *layout));
    else
        removeKey(out.text, "layout");
    const Expected<std::string> title = frontmatter::source(model->text, {std::string("title")});
    const Hash values = PostDocument::parse(out.text).values;
    for (const Hash::Entry& entry : values) {
        const std::string key = entry.first.isString() ? entry.first.string() : std::string();
        if (key == "layout" || !entry.second.isString() || !title)
            continue;
        const Expected<std::string> own = frontmatter::source(model->text, {key});
        changeBy(out.text, frontmatter::setSource(out.text, {key}, emptyLike(own ? *own : *title)));
    }
    const Value date = PostDocument::parse(model->text).values.get("date");
    if (date.isDateTime() && date.dateTime().isDate && values.contains("date"))
        changeBy(out.text, frontmatter::setValue(out.text, {std::string("date")}, date));
    return out;
}

PostTemplate plainTemplate(const Site& site, const std::vector<EarlierPost>& newestFirst, std::string_view author)
{
    const PostTemplate plain = builtInTemplates().back();
    const EarlierPost* model = modelOf(newestFirst, author);
    if (!model || !findFrontMatter(model->text).present || PostDocument::parse(model->text).broken)
        return fitted(plain, site, newestFirst, author);
    PostTemplate out = like(*model, plain.name);
    const bool isOwn = model->author == author;
    takeAuthor(out.text, author, isOwn, newestFirst);
    const Hash values = PostDocument::parse(model->text).values;
    for (const Hash::Entry& entry : values) {
        if (!entry.first.isString())
            continue;
        const std::string& key = entry.first.string();
        if (isOneOf(key, {"layout", "title", "author", "authors", "date"}))
            continue;
        if (isShared(site, key)) {
            const Expected<std::string> source = frontmatter::source(model->text, {key});
            if (source && frontmatter::hasKey(out.text, key))
                changeBy(out.text, frontmatter::setSource(out.text, {key}, *source));
            continue;
        }
        const bool isKind = isOneOf(key, {"tags", "categories", "category"});
        if (!isKind)
            removeKey(out.text, key);
        else if (frontmatter::hasKey(out.text, key))
            changeBy(out.text,
                     frontmatter::setValue(out.text, {key}, entry.second.isArray() ? Value(Array{}) : Value()));
    }
    return out;
}

} // namespace galley::site
