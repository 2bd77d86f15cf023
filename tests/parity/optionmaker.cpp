// SPDX-License-Identifier: MIT
#include "optionmaker.h"

#include "base/jsonreader.h"

#include <algorithm>
#include <iterator>

namespace galley::test
{

namespace
{
/// Every option of kramdown 2.4 that changes HTML; html_to_native and transliterated_header_ids are told as not
/// followed.
// clang-format off
constexpr Setting choices[] = {
    {"input", R"("kramdown")"}, {"input", R"("GFM")"}, {"hard_wrap", "true"}, {"hard_wrap", R"("false")"},
    {"auto_ids", "false"}, {"auto_ids", "true"}, {"auto_id_prefix", R"("p-")"}, {"auto_id_stripping", "true"},
    {"toc_levels", R"("2..3")"}, {"toc_levels", "[1, 3]"}, {"toc_levels", R"("2,4")"},
    {"smart_quotes", R"("apos,apos,quot,quot")"}, {"smart_quotes", R"("laquo,raquo,bdquo,ldquo")"},
    {"smart_quotes", R"(["39", "39", "34", "34"])"}, {"smart_quotes", R"("sbquo,lsquo,8222,147")"},
    {"footnote_nr", "5"}, {"footnote_backlink", R"("")"}, {"footnote_backlink", R"("up &uarr; <b>")"},
    {"footnote_backlink_inline", "true"}, {"footnote_prefix", R"("x-")"},
    {"syntax_highlighter", "null"}, {"syntax_highlighter_opts", R"({"disable": true})"},
    {"syntax_highlighter_opts", R"({"block": {"line_numbers": true}, "default_lang": "text"})"},
    {"syntax_highlighter_opts", R"({"span": {"disable": true}})"},
    {"syntax_highlighter_opts", R"({"css_class": "code", "default_lang": "text"})"},
    {"syntax_highlighter_opts", R"({"block": {"line_numbers": true, "start_line": 7}})"},
    {"syntax_highlighter_opts", R"({"wrap": false})"},
    {"math_engine", "null"}, {"math_engine", R"("mathjax")"},
    {"parse_block_html", "true"}, {"parse_span_html", "false"},
    {"entity_output", R"("symbolic")"}, {"entity_output", R"("numeric")"}, {"entity_output", R"("as_input")"},
    {"typographic_symbols", R"({"hellip": "...", "mdash": "---"})"},
    {"typographic_symbols", R"({"ndash": "&ndash;", "laquo": "<<", "raquo_space": " >>"})"},
    {"header_offset", "1"}, {"header_offset", "-2"}, {"remove_line_breaks_for_cjk", "true"},
    {"link_defs", R"({"word": ["http://w.x/y", "A title"], "it": ["/it"]})"},
    {"gfm_quirks", R"("paragraph_end")"}, {"gfm_quirks", R"("no_auto_typographic")"}, {"gfm_quirks", "[]"},
    {"gfm_quirks", R"(["paragraph_end", "no_auto_typographic"])"},
};
// clang-format on
} // namespace

Settings OptionMaker::next()
{
    const auto below = [&](std::size_t count) {
        return std::uniform_int_distribution<std::size_t>(0, count - 1)(m_random);
    };
    Settings settings;
    const std::size_t count = 1 + below(4);
    for (std::size_t i = 0; i < count; ++i) {
        const Setting& choice = choices[below(std::size(choices))];
        const bool isNew =
            std::none_of(settings.begin(), settings.end(), [&](const Setting& s) { return s.name == choice.name; });
        if (isNew)
            settings.push_back(choice);
    }
    return settings;
}

std::string toJson(const Settings& settings)
{
    std::string json = "{";
    for (const Setting& setting : settings) {
        json.append(json.size() > 1 ? ", \"" : "\"").append(setting.name).append("\": ").append(setting.json);
    }
    return json + "}";
}

markdown::Options toOptions(const Settings& settings)
{
    markdown::Options options = markdown::optionsFromConfig({});
    for (const Setting& setting : settings) {
        const auto hash = readJson("{\"value\": " + std::string(setting.json) + "}");
        if (hash && hash->isHash())
            markdown::setKramdownOption(options, setting.name, hash->hash().get("value"));
    }
    return options;
}

} // namespace galley::test
