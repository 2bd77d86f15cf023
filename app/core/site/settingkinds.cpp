// SPDX-License-Identifier: MIT
#include "site/settingkinds.h"

#include "site/merge.h"
#include "site/siteconfig.h"
#include "site/urls.h"

#include "base/unicode.h"

#include <array>
#include <string_view>

namespace galley::site
{

namespace
{
bool isList(const Value& value)
{
    return value.isArray();
}

bool isListOrHash(const Value& value)
{
    return value.isArray() || value.isHash();
}

bool isHash(const Value& value)
{
    return value.isHash();
}

bool isText(const Value& value)
{
    return value.isString();
}

/// What answers to `empty?`.
bool isTextListOrHash(const Value& value)
{
    return value.isString() || value.isArray() || value.isHash();
}

bool isOff(const Value& value)
{
    return !value.isTruthy();
}

bool isCount(const Value& value)
{
    return value.isInteger() && value.integer() >= 0;
}

bool isUtf8(const Value& value)
{
    const std::string name = unicode::toLower(textOf(value));
    return name == "utf-8" || name == "utf8" || name == "bom|utf-8";
}

struct Rule {
    std::string_view key;
    bool (*fits)(const Value& value);
    Severity severity; ///< an error where Jekyll stops
    std::string_view text;
};

constexpr std::array<Rule, 20> rules{
    Rule{"include", isList, Severity::Error, "'include' should be set as an array"},
    Rule{"exclude", isList, Severity::Error, "'exclude' should be set as an array"},
    Rule{"plugins", isList, Severity::Error, "'plugins' should be set as an array"},
    Rule{"keep_files", isList, Severity::Error, "'keep_files' should be a list of names"},
    Rule{"collections", isListOrHash, Severity::Error,
         "'collections' should be a list of names, or have a line `name:` for each"},
    Rule{"kramdown", isHash, Severity::Error, "'kramdown' should have lines `option: value` below it"},
    Rule{"sass", isHash, Severity::Error, "'sass' should have lines `option: value` below it"},
    Rule{"liquid", isHash, Severity::Error, "'liquid' should have lines `option: value` below it"},
    Rule{"layouts_dir", isText, Severity::Error, "'layouts_dir' should be the name of a folder"},
    Rule{"includes_dir", isText, Severity::Error, "'includes_dir' should be the name of a folder"},
    Rule{"data_dir", isText, Severity::Error, "'data_dir' should be the name of a folder"},
    Rule{"collections_dir", isTextListOrHash, Severity::Error, "'collections_dir' should be the name of a folder"},
    Rule{"markdown", isText, Severity::Error, "'markdown' should be the name of a converter such as kramdown"},
    Rule{"relative_permalinks", isOff, Severity::Error,
         "'relative_permalinks' is gone since Jekyll 3: permalinks count from the site's folder"},
    Rule{"encoding", isText, Severity::Error, "'encoding' should be a name such as utf-8"},
    Rule{"permalink", isText, Severity::Error,
         "'permalink' should be a style such as pretty, or a pattern such as /:year/:title/"},
    Rule{"markdown_ext", isText, Severity::Error, "'markdown_ext' should be a text such as markdown,md"},
    Rule{"limit_posts", isCount, Severity::Error, "'limit_posts' should be a whole number, 0 or above"},
    Rule{"defaults", isList, Severity::Warning, "'defaults' should be a list of `scope` and `values`; it is not used"},
    Rule{"encoding", isUtf8, Severity::Warning, "'encoding': files are read as UTF-8 here, whatever it says"}};
} // namespace

void checkSettings(Hash& values, const SiteOptions& options, Diagnostics& diagnostics)
{
    for (const Rule& rule : rules) {
        const Value value = values.get(rule.key);
        const bool emptyList = value.isNil() && values.contains(rule.key) && rule.fits == isList &&
                               rule.severity == Severity::Error && rule.key != "keep_files";
        if (!emptyList && (value.isNil() || rule.fits(value)))
            continue;
        diagnostics.push_back(aboutSetting(rule.key, options, rule.severity, std::string(rule.text)));
        if (rule.key == "encoding")
            continue; // templates may print it
        if (rule.fits == isList && value.isString())
            values.set(std::string(rule.key), Value(Array{value}));
        else
            values.remove(std::string(rule.key));
    }
    for (const std::string_view option : {"strict_variables", "strict_filters"}) {
        if (values.get("liquid").get(option).isTruthy())
            diagnostics.push_back(aboutSetting("liquid", options, Severity::Warning,
                                               "'liquid." + std::string(option) +
                                                   "' is not followed here; Jekyll stops at an unknown name"));
    }
}

} // namespace galley::site
