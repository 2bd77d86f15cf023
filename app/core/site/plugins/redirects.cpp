// SPDX-License-Identifier: MIT
#include "site/plugins/changing.h"
#include "site/plugins/generators.h"

#include "site/merge.h"
#include "site/plugins/text.h"
#include "site/urls.h"

#include <algorithm>
#include <map>

namespace galley::site
{

namespace
{
/// The page a browser sees for a moment, unless the site has a layout of that name.
constexpr const char* layoutSource = R"(<!DOCTYPE html>
<html lang="en-US">
  <meta charset="utf-8">
  <title>Redirecting&hellip;</title>
  <link rel="canonical" href="{{ page.redirect.to }}">
  <script>location="{{ page.redirect.to }}"</script>
  <meta http-equiv="refresh" content="0; url={{ page.redirect.to }}">
  <meta name="robots" content="noindex">
  <h1>Redirecting&hellip;</h1>
  <a href="{{ page.redirect.to }}">Click here if you are not redirected.</a>
</html>
)";

using Redirects = std::vector<std::pair<std::string, std::string>>;

std::string targetOf(const SiteContent& content, const std::string& to)
{
    const bool remote = to.rfind("http://", 0) == 0 || to.rfind("https://", 0) == 0;
    return remote ? to : absoluteUrl(content, to);
}

Hash redirectData(const std::string& from, const std::string& to)
{
    Hash redirect;
    redirect.set("from", from);
    redirect.set("to", to);
    Hash data;
    data.set("sitemap", false);
    data.set("layout", "redirect");
    data.set("permalink", from);
    data.set("redirect", Value(std::move(redirect)));
    return data;
}

std::vector<ItemPtr> redirectable(const SiteContent& content)
{
    std::vector<ItemPtr> all;
    for (const Collection& collection : content.collections) {
        for (const ItemPtr& document : collection.documents) {
            if (document->written)
                all.push_back(document);
        }
    }
    all.insert(all.end(), content.pages.begin(), content.pages.end());
    return all;
}

void addFrom(const Item& item, SiteContent& content, Redirects& redirects)
{
    for (const Value& path : listOf(item.data.get("redirect_from"))) {
        if (path.isNil())
            continue;
        const std::string text = textOf(path);
        const std::string from = text.rfind('/', 0) == 0 ? text : "/" + text;
        const std::string to = targetOf(content, item.url);
        addPage(content, "redirect.html", "", redirectData(from, to));
        redirects.emplace_back(from, to);
    }
}

/// What redirect_to says; of a list the first that is there.
Value firstTarget(const Item& item)
{
    const Array targets = listOf(item.data.get("redirect_to"));
    const auto first = std::find_if(targets.begin(), targets.end(), [](const Value& each) { return !each.isNil(); });
    return first == targets.end() ? Value() : *first;
}

/// Where the item sends its readers; empty: nowhere.
std::string redirectTarget(const SiteContent& content, const Item& item)
{
    const Value target = firstTarget(item);
    return target.isTruthy() ? targetOf(content, textOf(target)) : std::string();
}

/// The plugin calls what only a text has.
void checkRedirects(const Item& item, Diagnostics& diagnostics)
{
    Array paths = listOf(item.data.get("redirect_from"));
    const Value target = firstTarget(item);
    paths.push_back(target.isTruthy() ? target : Value());
    for (const Value& each : paths) {
        const bool isTarget = &each == &paths.back();
        const std::string key = isTarget ? "redirect_to" : "redirect_from";
        if (!each.isNil() && !each.isString())
            diagnostics.push_back({item.relativePath, lineOfKey(item, key), 0, Severity::Error,
                                   "`" + key + "` should be a text; the plugin stops at another value"});
    }
}

void makeTo(SiteContent& content)
{
    changeItems(content, true, [&](Item& item) {
        const std::string to = redirectTarget(content, item);
        if (to.empty())
            return false;
        item.data = merged(item.data, redirectData(item.url, to));
        item.text.clear();
        item.bodyOffset = 0;
        return true;
    });
}

std::string jsonOf(const Redirects& redirects)
{
    std::map<std::string, std::string> last;
    std::vector<std::string> order;
    for (const auto& [from, to] : redirects) {
        if (last.insert_or_assign(from, to).second)
            order.push_back(from);
    }
    std::string json = "{";
    for (const std::string& from : order)
        json += (json.size() > 1 ? "," : "") + jsonString(from) + ":" + jsonString(last.at(from));
    return json + "}";
}
} // namespace

void addRedirects(SiteContent& content)
{
    if (content.layouts.count("redirect") == 0) {
        LayoutFile layout;
        layout.name = "redirect";
        layout.relativePath = "_layouts/redirect.html";
        layout.source = layoutSource;
        content.layouts.emplace("redirect", std::move(layout));
    }
    Redirects redirects;
    for (const ItemPtr& item : redirectable(content)) {
        addFrom(*item, content, redirects);
        checkRedirects(*item, content.diagnostics);
        if (std::string to = redirectTarget(content, *item); !to.empty())
            redirects.emplace_back(item->url, std::move(to));
    }
    makeTo(content);
    const bool wanted = !(content.config.values.get("redirect_from").get("json") == Value(false));
    Hash data;
    data.set("layout", Value());
    if (wanted && !hasUrl(content, "/redirects.json"))
        addPage(content, "redirects.json", jsonOf(redirects), data);
}

} // namespace galley::site
