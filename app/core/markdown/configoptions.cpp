// SPDX-License-Identifier: MIT
// A site's configuration as options: what Jekyll's converters and their gems make of it.
#include "markdown/options.h"

#include "base/unicode.h"
#include "markdown/optionvalues.h"

#include <algorithm>
#include <iterator>

namespace galley::markdown
{

namespace
{
void leave(Options& options, std::string key, std::string text, bool stopsBuild = false)
{
    options.unfollowed.push_back({std::move(key), std::move(text), Concern::Page, stopsBuild});
}

Options jekyllDefaults()
{
    Options options;
    options.gfmInput = true;
    options.hardWrap = false;
    for (HighlightOptions* code : {&options.blockCode, &options.spanCode}) {
        code->defaultLanguage = "plaintext";
        code->guessLanguage = true;
    }
    return options;
}

struct Flag {
    std::string_view name;
    bool CommonMarkOptions::*member; ///< null: nothing changes here, see `difference`
    std::string_view difference;     ///< what the site does and we do not; empty: nothing that shows
};

constexpr Flag commonMarkOptions[] = {
    {"DEFAULT", nullptr, ""},
    {"UNSAFE", &CommonMarkOptions::rawHtml, ""},
    {"HARDBREAKS", &CommonMarkOptions::hardBreaks, ""},
    {"NOBREAKS", &CommonMarkOptions::noBreaks, ""},
    {"GITHUB_PRE_LANG", &CommonMarkOptions::languageOnPre, ""},
    {"VALIDATE_UTF8", nullptr, ""},
    {"TABLE_PREFER_STYLE_ATTRIBUTES", nullptr, ""},
    {"FULL_INFO_STRING", nullptr, ""},
    {"SMART", nullptr, "quotes, dashes and ellipses are made typographic there (SMART)"},
    {"FOOTNOTES", nullptr, "footnotes are made there (FOOTNOTES)"},
    {"SOURCEPOS", nullptr, "elements carry data-sourcepos there (SOURCEPOS)"},
    {"LIBERAL_HTML_TAG", nullptr, "more is taken for an HTML tag there (LIBERAL_HTML_TAG)"},
    {"STRIKETHROUGH_DOUBLE_TILDE", nullptr, "a single ~ strikes nothing out there (STRIKETHROUGH_DOUBLE_TILDE)"},
};

constexpr Flag commonMarkExtensions[] = {
    {"table", &CommonMarkOptions::tables, ""},        {"strikethrough", &CommonMarkOptions::strikethrough, ""},
    {"tasklist", &CommonMarkOptions::taskLists, ""},  {"autolink", &CommonMarkOptions::autolinks, ""},
    {"tagfilter", &CommonMarkOptions::tagFilter, ""},
};

/// What is no name is ignored by the gem too, with a warning.
template <std::size_t Count>
void setFlags(Options& options, const Value& names, const Flag (&flags)[Count], const std::string& key, bool upper)
{
    if (!names.isArray())
        return;
    for (const Value& given : names.array()) {
        std::string name = toText(given);
        if (upper)
            std::transform(name.begin(), name.end(), name.begin(),
                           [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c; });
        const auto flag =
            std::find_if(std::begin(flags), std::end(flags), [&](const Flag& f) { return f.name == name; });
        if (flag == std::end(flags))
            continue;
        if (flag->member)
            options.commonMark.*(flag->member) = true;
        if (!flag->difference.empty())
            leave(options, key, std::string(flag->difference));
    }
}

/// Jekyll knows kramdown in any case; every other name is a gem's class.
void setProcessor(Options& options, const Value& config)
{
    const Value given = config.get("markdown");
    if (given.isNil())
        return;
    const std::string name = toText(given);
    if (unicode::toLower(name) == "kramdown")
        return;
    if (name == "CommonMark" || name == "CommonMarkGhPages") {
        options.flavour = Flavour::CommonMark;
        options.commonMark.rawHtml = false; // the gem's default
        setFlags(options, config.get("commonmark").get("options"), commonMarkOptions, "commonmark.options", true);
        setFlags(options, config.get("commonmark").get("extensions"), commonMarkExtensions, "commonmark.extensions",
                 false);
        if (name == "CommonMarkGhPages") {
            options.commonMark = CommonMarkOptions::gfm();
            leave(options, "markdown", "headings have ids of GitHub's making there");
        }
        return;
    }
    leave(options, "markdown", "its Markdown is written by '" + name + "' there and by kramdown here");
}

/// Only these stand behind kramdown's parsers as Jekyll loads them.
void checkInput(Options& options, const Value& given)
{
    const std::string name = toText(given);
    if (given.isNil() || name == "GFM" || name == "kramdown" || name == "Kramdown")
        return;
    const bool known = name == "markdown" || name == "Markdown" || name == "html" || name == "Html";
    if (known)
        leave(options, "kramdown.input", "kramdown reads the text as '" + name + "' there");
    else
        leave(options, "kramdown.input", "kramdown has no parser for the input format '" + name + "'", true);
}

/// Keys of `kramdown:` that Jekyll reads itself.
bool isJekyllsOwn(std::string_view name)
{
    static constexpr std::string_view own[] = {"guess_lang", "show_warnings", "coderay", "enable_coderay"};
    return std::find(std::begin(own), std::end(own), name) != std::end(own) || name.substr(0, 8) == "coderay_";
}

void setKramdown(Options& options, const Hash& kramdown)
{
    checkInput(options, kramdown.get("input"));
    if (const Value guess = kramdown.get("guess_lang"); kramdown.contains("guess_lang"))
        options.blockCode.guessLanguage = options.spanCode.guessLanguage = guess.isTruthy();
    for (const auto& [key, value] : kramdown) {
        if (!key.isString() || isJekyllsOwn(key.string()))
            continue;
        const std::string place = "kramdown." + key.string();
        if (!isKramdownOption(key.string()))
            leave(options, place, "kramdown has no option '" + key.string() + "' unless a plugin adds it");
        else if (!setKramdownOption(options, key.string(), value))
            leave(options, place, "kramdown refuses the value of '" + key.string() + "'", true);
    }
}
} // namespace

CommonMarkOptions CommonMarkOptions::gfm()
{
    CommonMarkOptions options;
    options.tables = options.strikethrough = options.taskLists = options.autolinks = true;
    options.tagFilter = options.filterEndTags = true;
    return options;
}

Options optionsFromConfig(const Value& siteConfig)
{
    Options options = jekyllDefaults();
    setProcessor(options, siteConfig);
    const Value kramdown = siteConfig.get("kramdown");
    const bool coderay = kramdown.get("enable_coderay").isTruthy();
    const Value highlighter = coderay ? Value("coderay") : siteConfig.get("highlighter");
    if (highlighter.isString() && kramdown.get("syntax_highlighter").isNil()) {
        setKramdownOption(options, "syntax_highlighter", highlighter);
        if (!options.unfollowed.empty() && options.unfollowed.back().key == "kramdown.syntax_highlighter")
            options.unfollowed.back().key = coderay ? "kramdown.enable_coderay" : "highlighter";
    }
    if (kramdown.isHash())
        setKramdown(options, kramdown.hash());
    return options;
}

} // namespace galley::markdown
