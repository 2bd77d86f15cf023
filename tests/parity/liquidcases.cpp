// SPDX-License-Identifier: MIT
#include "liquidcases.h"

namespace galley::test
{

namespace
{
// clang-format off
constexpr const char* values[] = {
    "1", "0", "-3", "2.5", "'a'", "\"two words\"", "''", "nil", "true", "false", "(1..3)", "(a..4)",
    "a", "f", "s", "long", "list", "names", "mixed", "hash", "posts", "missing", "list[0]", "list[-1]", "list.first",
    "names.last", "names.size", "hash.k", "hash['k']", "hash[s]", "hash.size", "posts[0].title", "posts.first.tags",
    "posts[1]['n']", "missing.x.y", "s.size", "html", "url", "day", "numbers", "'2020-02-03'", "'10'", "a.b", "nested.x.y"};

constexpr const char* filterNames[] = {
    "upcase", "downcase", "capitalize", "size", "first", "last", "join", "join: ', '", "reverse", "sort", "uniq", "compact",
    "plus: 2", "minus: 0.5", "times: 3", "times: 1.1", "divided_by: 3", "divided_by: 2.0", "divided_by: 0", "modulo: 3",
    "round", "round: 1", "ceil", "floor", "abs", "at_least: 2", "at_most: 2.5", "append: '!'", "prepend: s",
    "replace: 'a', 'b'", "replace: 'o'", "replace_first: 't', 'T'", "remove: 'a'", "split: ' '", "split: ''", "split: ','",
    "strip", "lstrip", "rstrip", "strip_html", "strip_newlines", "newline_to_br", "escape", "escape_once", "url_encode",
    "url_decode", "truncate: 5", "truncate: 6, ''", "truncatewords: 2", "slice: 0", "slice: 1, 2", "slice: -2, 2",
    "default: 'd'", "default: 'd', allow_false: true", "map: 'title'", "map: 'n'", "where: 'n', 2", "where: 'tags', 'x'",
    "where_exp: 'p', 'p.n > 1'", "where_exp: 'p', 'p contains s'", "find: 'n', 2", "find_exp: 'p', 'p.n == 3'",
    "group_by: 'n'", "group_by_exp: 'p', 'p.title | size'", "sort: 'title'", "sort: 'n', 'last'", "sort_natural",
    "concat: names", "push: 'z'", "pop", "shift", "unshift: 0", "date: '%Y-%m-%d'", "date: '%e %B %y, %j %U'",
    "date_to_string", "date_to_long_string: 'ordinal'", "date_to_xmlschema", "date_to_rfc822", "relative_url", "absolute_url",
    "strip_index", "slugify", "slugify: 'pretty'", "slugify: 'latin'", "xml_escape", "cgi_escape", "uri_escape",
    "normalize_whitespace", "number_of_words", "number_of_words: 'auto'", "array_to_sentence_string",
    "array_to_sentence_string: 'or'", "jsonify", "inspect", "to_integer", "base64_encode", "unknown", "unknown: 1", "join: 1"};

constexpr const char* operators[] = {"==", "!=", "<>", "<", ">", "<=", ">=", "contains", "==", "contains"};
// Elsewhere than in conditions Jekyll's empty and blank are objects of their own, which ours are not.
constexpr const char* tests[] = {"empty", "blank"};
constexpr const char* texts[] = {"text ", " x\n", "\n", "é ", "- ", "{ ", "} ", "  \n  ", "<b>", "%}"};
constexpr const char* loopTails[] = {"", "", " limit: 2", " offset: 1", " reversed", " limit:2 offset:1", " offset: continue",
                                     " reversed limit: 2", ", limit: 1"};
constexpr const char* members[] = {"index", "index0", "rindex", "first", "last", "length", "parentloop.index"};
constexpr const char* signs[] = {"|", ":", ",", "'", "\"", "(", ")", "[", "]", ".", "=", "!", "&", "-", "?", " and ", " or ", "#"};
// clang-format on
} // namespace

template <std::size_t count>
std::string LiquidCases::pick(const char* const (&choices)[count])
{
    return choices[m_random() % count];
}

bool LiquidCases::chance(int percent)
{
    return static_cast<int>(m_random() % 100) < percent;
}

std::string LiquidCases::value()
{
    return pick(values);
}

std::string LiquidCases::filters()
{
    std::string out;
    while (chance(55))
        out += " | " + pick(filterNames);
    return out;
}

std::string LiquidCases::condition()
{
    std::string out = value();
    if (chance(70))
        out += " " + pick(operators) + " " + (chance(15) ? pick(tests) : value());
    if (chance(30))
        out += (chance(50) ? " and " : " or ") + condition();
    return out;
}

std::string LiquidCases::loop(int depth)
{
    const std::string tail = pick(loopTails);
    if (chance(20))
        return "{% tablerow i in " + value() + (chance(50) ? " cols: 2" : "") + " %}{{ i }}{% endtablerow %}";
    return "{% for i in " + value() + tail + " %}" + piece(depth + 1) + "{{ i }}{{ forloop." + pick(members) + " }}" +
           (chance(15) ? "{% if i == 2 %}{% break %}{% endif %}" : "") + (chance(30) ? "{% else %}none" : "") +
           "{% endfor %}";
}

std::string LiquidCases::piece(int depth)
{
    switch (depth > 3 ? m_random() % 4 : m_random() % 14) {
    case 0: return pick(texts);
    case 1:
    case 2: return "{{ " + value() + filters() + " }}";
    case 3: return "{%- assign v = " + value() + filters() + " -%}{{ v }}";
    case 4: return "{% if " + condition() + " %}" + piece(depth + 1) + "{% else %}" + piece(depth + 1) + "{% endif %}";
    case 5:
        return "{% unless " + condition() + " %}" + piece(depth + 1) + "{% elsif " + condition() +
               " %}E{% endunless %}";
    case 6:
        return "{% case " + value() + " %}{% when " + value() + ", " + value() + " %}" + piece(depth + 1) +
               "{% else %}o{% endcase %}";
    case 7:
    case 8: return loop(depth);
    case 9: return "{% capture c %}" + piece(depth + 1) + "{% endcapture %}[{{ c" + filters() + " }}]";
    case 10: return "{% cycle 'a', " + value() + " %}{% increment n %}{% decrement m %}";
    case 11: return "{% comment %}" + piece(depth + 1) + "{% endcomment %}{% raw %}{{ x }}{% endraw %}";
    case 12: return "{%- liquid\n assign q = " + value() + filters() + "\n echo q\n-%}";
    default: return "{% ifchanged %}" + piece(depth + 1) + "{% endifchanged %}{{- " + value() + " -}}";
    }
}

/// A character put in or taken out, so that the lax parser has work.
std::string LiquidCases::damaged(std::string text)
{
    const std::size_t place = m_random() % (text.size() + 1);
    if (chance(60))
        return text.insert(place, pick(signs));
    return place < text.size() ? text.erase(place, 1) : text;
}

std::string LiquidCases::nextTemplate()
{
    std::string out;
    do
        out += piece(0);
    while (chance(50));
    // Erasing half of a letter would leave bytes that JSON can not carry.
    return chance(25) && out.find("\xC3") == std::string::npos ? damaged(out) : out;
}

std::string LiquidCases::environment()
{
    return R"json({"a":2,"f":1.5,"s":"k","long":"One two  three\nfour, five.","list":[3,1,2],"names":["b","a","C","b"],
"mixed":[1,"1",null,2.0,[5,[6]],true],"hash":{"k":"v","n":7,"size2":[1]},"nested":{"x":{"y":[1,2]}},"numbers":[1.5,2,-0.25],
"html":"<p class=\"x\">A &amp; B</p><script>1</script>\r\n<br>","url":"/a b/index.html?q=ü#z","day":"2017-06-19 10:20:30",
"posts":[{"title":"Zeta","n":2,"tags":["x","y"]},{"title":"alpha","n":10,"tags":"x"},{"title":"Mid","n":3},{"n":"2"}]})json";
}

} // namespace galley::test
