// SPDX-License-Identifier: MIT
#include "psychdocuments.h"

#include <array>
#include <random>

namespace galley::test
{
namespace
{
using List = std::vector<std::string>;

void append(List& out, const List& more)
{
    out.insert(out.end(), more.begin(), more.end());
}

// Each word as it is, in capitals, with a capital, quoted, signed and with something behind it.
List varied(const List& words)
{
    List out;
    for (const std::string& word : words) {
        std::string upper, capital = word;
        for (const char c : word)
            upper += c >= 'a' && c <= 'z' ? char(c - 32) : c;
        capital[0] = upper[0];
        append(out, {word, upper, capital, "\"" + word + "\"", "'" + word + "'", word + " x", word + "s"});
    }
    return out;
}

List signedForms(const List& numbers)
{
    List out;
    for (const std::string& number : numbers)
        append(out, {number, "-" + number, "+" + number, "\"" + number + "\"", number + "x", number + " # c"});
    return out;
}

std::string joined(std::mt19937& random, const List& lines, int most)
{
    std::string out = "---\n";
    const int count = 1 + static_cast<int>(random() % static_cast<unsigned>(most));
    for (int i = 0; i < count; ++i)
        out += lines[random() % lines.size()] + "\n";
    return out;
}

// Each of at most `most` lines.
List documentsOf(const List& lines, unsigned seed, int count, int most)
{
    std::mt19937 random(seed);
    List out;
    for (int i = 0; i < count; ++i)
        out.push_back(joined(random, lines, most));
    return out;
}
} // namespace

std::vector<std::string> scalarTable()
{
    List out = varied({"yes", "no", "true", "false", "on", "off", "null", "y", "n", "nil", "none", ".inf", ".nan"});
    append(out, signedForms({"0",
                             "7",
                             "42",
                             "0123",
                             "08",
                             "0o17",
                             "0x1F",
                             "0xfg",
                             "0b101",
                             "0b12",
                             "1_000",
                             "1,234",
                             "1.10",
                             "1.",
                             ".5",
                             "1e3",
                             "1.5e3",
                             "1.5e+3",
                             "1.5E-3",
                             "1_0.2_5",
                             "19:00",
                             "9:05",
                             "1:2:3",
                             "19:60",
                             "25:00",
                             "1:30.5",
                             "1:2:3:4",
                             "1__0",
                             "9223372036854775807",
                             "9223372036854775808",
                             "0.1",
                             "00",
                             "1,0",
                             "1,,0",
                             "1.2.3"}));
    append(out, {"2017-06-19",
                 "2017-6-19",
                 "2017-06-9",
                 "2017-02-30",
                 "2017-13-01",
                 "2016-02-29",
                 "2017-06-19 18:00",
                 "2017-06-19 18:00:00",
                 "2017-06-19T18:00:00",
                 "2017-06-19t18:00:00Z",
                 "2017-06-19 18:00:00 Z",
                 "2017-06-19 18:00:00 +0200",
                 "2017-06-19 18:00:00 +02:00",
                 "2017-06-19 18:00:00 -5",
                 "2017-06-19 18:00:00 +200",
                 "2017-06-19 18:00:00 -00:30",
                 "2017-06-19 18:00:00.5",
                 "2017-06-19 18:00:00.123456789 +0100",
                 "2017-06-19 24:00:00",
                 "2017-06-19 25:00:00",
                 "2017-06-19 18:60:00",
                 "2017-06-19 18:00:60",
                 "2017-06-19 18:00:61",
                 "2017-06-31 18:00:00",
                 "2017-06-19 1:00:00",
                 "2017-06-19 18:00:00 UTC",
                 "2017-06-19 18:00:00 CEST",
                 "0001-01-01",
                 "9999-12-31",
                 "17-06-19",
                 "2017/06/19",
                 "19.06.2017",
                 "2017-06-19x",
                 "20170619",
                 "2017-03-26 02:30:00",
                 "2017-10-29 02:30:00"});
    append(out, {"~",
                 "~x",
                 "",
                 "# c",
                 "C# meetup #12",
                 "a#b",
                 "a: b",
                 "a:b",
                 ":sym",
                 ": x",
                 "::",
                 ":\"q\"",
                 "a:",
                 "http://x.y/z?a=b#c",
                 "- x",
                 "-x",
                 "--",
                 "---",
                 "...",
                 "?",
                 "? x",
                 "?x",
                 "what?",
                 "[a, b]",
                 "[a, b",
                 "[]",
                 "{}",
                 "{a: b}",
                 "{a: b",
                 "[what?, b]",
                 "[a,,b]",
                 "[a, ]",
                 "*a",
                 "&a b",
                 "&a",
                 "!x y",
                 "!!str 12",
                 "!!int 12",
                 "!!float 1",
                 "!!binary aGk=",
                 "!ruby/object:X {}",
                 "@x",
                 "`x`",
                 "%x",
                 "x%",
                 "|",
                 ">",
                 "|x",
                 "\"a\\nb\"",
                 "\"a\\qb\"",
                 "\"\\u00e9\\x41\"",
                 "'it''s'",
                 "'it's'",
                 "\"a\" b",
                 "\"open",
                 "'open",
                 "<<",
                 "=",
                 "x=y",
                 "(c)",
                 "$5",
                 "5$",
                 "50%",
                 "1st",
                 "3D",
                 "1/2",
                 "a, b",
                 ", a",
                 "é",
                 "日本",
                 "🎉 party",
                 "x\ty",
                 "a  b",
                 " a",
                 "a ",
                 "null null",
                 "yes please",
                 "0x",
                 "0b",
                 "+",
                 "-",
                 ".",
                 "..",
                 "_",
                 "1_",
                 "_1",
                 "1.0_",
                 "+.inf",
                 "-.inf",
                 "+.5",
                 "-.5",
                 "+:1",
                 "12:30 pm",
                 "v1.2",
                 "1.2.3",
                 "007",
                 "1e",
                 "e1",
                 "0.0",
                 "-0",
                 "-0.0",
                 "1.e+3",
                 "\\",
                 "/"});
    return out;
}

std::vector<std::string> randomScalars(unsigned seed, int count)
{
    const List fragments{"1",      "0",     "9",    "12",  "08",  "017",  "0x1F", "0b1",  "_",         ",",        ".",
                         ":",      "-",     "+",    "e",   "E",   "e+3",  "inf",  ".inf", ".nan",      "yes",      "no",
                         "on",     "off",   "null", "~",   "-01", "2020", "-12",  "-31",  " 10:00:00", "T1:02:03", "Z",
                         "+02:00", "-0530", ".5",   ":30", ":59", "a",    " ",    "/",    "é",         "<<",       "=",
                         "%",      "19",    "y",    "n",   "#",   " #",   "\"",   "'",    "*a",        "|",        "?"};
    std::mt19937 random(seed);
    List out;
    for (int i = 0; i < count; ++i) {
        std::string text;
        for (unsigned part = 1 + random() % 4; part > 0; --part)
            text += fragments[random() % fragments.size()];
        out.push_back(text);
    }
    return out;
}

std::vector<std::string> likelyDocuments(unsigned seed, int count)
{
    const List lines{"title: A title",
                     "title: \"Quoted: title\"",
                     "title: Meetup: C++",
                     "author: nvola",
                     "layout: post # c",
                     "tags: [a, 'b c', \"d\"]",
                     "tags:\n  - one\n  - two # c",
                     "tags:\n- one\n- two",
                     "date: 2017-06-19 18:00:00 +0200",
                     "date: 2017-06-19",
                     "time: 19:00",
                     "description: >-\n  folded\n  text\n\n  more",
                     "text: |\n  lines\n    deeper\n",
                     "event:\n  place: Hall\n  talks:\n    - by: A\n      at: 18:30",
                     "published: no",
                     "version: 1.10",
                     "zip: 01234",
                     "# a comment",
                     "",
                     "image: /a/b.jpg",
                     "link: https://example.org/#x",
                     "note:the space is missing",
                     "a line without a colon",
                     "broken: \"open",
                     "list: [a, b",
                     "\tindented: by tab",
                     "  indented: x",
                     "key : spaced",
                     "'quoted key': x",
                     "empty:",
                     "tilde: ~",
                     "ref: &r {x: 1}",
                     "use: *r",
                     "merge:\n  <<: *r\n  y: 2",
                     "sym: :name",
                     "mail: me@example.org",
                     "at: @handle",
                     "percent: 50% off",
                     "question: [why?, how]",
                     "emoji: 🎉",
                     "long: a plain\n  scalar on\n  lines",
                     "quote: 'it''s'",
                     "quote: 'it's'",
                     "- item",
                     "title: C# meetup #12"};
    return documentsOf(lines, seed, count, 6);
}

std::vector<std::string> hostileDocuments(unsigned seed, int count)
{
    const List lines{"a: 1",
                     "b: \"x\"",
                     "d:",
                     "  - x",
                     "    z: 2",
                     "- q",
                     "  e: f",
                     "g: |",
                     "   text",
                     "h: >-",
                     "# c",
                     "j: {k: v, l: [m]}",
                     "k: &anc {x: 1}",
                     "l: *anc",
                     "<<: *anc",
                     "m: a: b",
                     "n: \"open",
                     "p: !!str 12",
                     "r: ? x",
                     "? s",
                     ": t",
                     "\tu: v",
                     "v:\tw",
                     "x: - y",
                     "...",
                     "y: @z",
                     "ee: plain",
                     "  continues",
                     "ff : gg",
                     "hh:ii",
                     "nn: 'a' b",
                     "oo: [a, b",
                     "qq: ]",
                     "ss: [a,,b]",
                     "- - a",
                     "-",
                     ": - b",
                     "{a: b}: c",
                     " sp: 1",
                     "m2: {",
                     "}",
                     "]",
                     "%YAML 1.1",
                     "*anc : v",
                     "n2: |2",
                     "n4: |x",
                     "o4: [a] b"};
    return documentsOf(lines, seed, count, 5);
}

} // namespace galley::test
