// SPDX-License-Identifier: MIT
// Every edit of front matter either does exactly what was asked or is refused, over many ways to write it.
#include "post/frontmatteredit.h"
#include "post/postdocument.h"

#include <QTest>

#include <cmath>
#include <random>

using namespace galley;
using namespace std::literals;

namespace
{
struct Shape {
    const char* name;
    std::string yaml; ///< the value that is edited stands under the key t
};

// 37 ways to write a value and what stands round it.
std::vector<Shape> shapes()
{
    return {
        {"plain", "t: Old title\nz: 1\n"},
        {"plain, last", "a: 1\nt: Old title\n"},
        {"comment behind", "t: Old title   # the title\nz: 1\n"},
        {"double quoted", "t: \"Old title\" # c\nz: 1\n"},
        {"single quoted", "t: 'Old ''title'''\nz: 1\n"},
        {"escapes", "t: \"Old \\\"title\\\" \\u00e9\"\nz: 1\n"},
        {"integer", "t: 42\nz: 1\n"},
        {"boolean", "t: yes\nz: 1\n"},
        {"date", "t: 2017-06-19\nz: 1\n"},
        {"time", "t: 2017-06-19 18:00:00 +0200\nz: 1\n"},
        {"nothing", "t:\nz: 1\n"},
        {"nothing, spaces and comment", "t:    # none yet\nz: 1\n"},
        {"tilde", "t: ~\nz: 1\n"},
        {"plain over lines", "t: Old\n  title\n  goes on\nz: 1\n"},
        {"quoted over lines", "t: \"Old\n  title\"\nz: 1\n"},
        {"literal", "t: |\n  line one\n    line two\n\nz: 1\n"},
        {"literal stripped", "t: |-\n    one\n    two\nz: 1\n"},
        {"literal kept", "t: |+\n  one\n\n\nz: 1\n"},
        {"folded", "t: >\n  one\n  two\n\n  three\nz: 1\n"},
        {"folded with comment", "t: >- # folded\n  one\n  two\nz: 1\n"},
        {"flow list", "t: [a, 'b', \"c\"] # tags\nz: 1\n"},
        {"flow list over lines", "t: [\n  a,\n  b,\n]\nz: 1\n"},
        {"block list", "t:\n  - a # first\n  # between\n  - b\nz: 1\n"},
        {"block list at the key's column", "t:\n- a\n- b\nz: 1\n"},
        {"flow map", "t: {a: 1, b: [x]}\nz: 1\n"},
        {"block map", "t:\n  a: 1 # one\n  b: 2\nz: 1\n"},
        {"quoted key", "\"t\": Old\n'z': 1\n"},
        {"value on the next line", "t:\n  Old title\nz: 1\n"},
        {"anchors elsewhere", "b: &b {x: 1}\nt: Old\nc: *b\nd:\n  <<: *b\n"},
        {"own anchor, unused", "t: &name Old\nz: 1\n"},
        {"own anchor, used", "t: &name Old\nz: *name\n"},
        {"alias", "b: &b Old\nt: *b\nz: 1\n"},
        {"tag", "t: !!str 42\nz: 1\n"},
        {"flow root", "{t: Old, z: 1}\n"},
        {"duplicate key", "t: Old\nz: 1\nt: New\n"},
        {"complex neighbours", "? [a, b]\n: 1\nt: Old\n"},
        {"unicode and emoji", "t: Přílišné žluťoučké 🐎 kůň\nz: é\n"},
    };
}

std::vector<Value> newValues()
{
    DateTime time;
    time.seconds = 1497888000;
    time.offset = 7200;
    return {"New title",
            "C# meetup #12: \"notes\"",
            "it's",
            "yes",
            "19:00",
            "two\nlines\n",
            "  edges  ",
            "",
            Value(),
            true,
            7,
            1.5,
            time,
            Array{"a", "x, y", "c"},
            "📝 \\ [brackets] {braces} & *stars* | > % @ `"};
}

std::string post(const std::string& yaml)
{
    return "---\n# header\n" + yaml + "# footer\n---\nBody: \"with\" --- things\n";
}

std::string crlf(std::string text)
{
    for (std::size_t pos = 0; (pos = text.find('\n', pos)) != text.npos; pos += 2)
        text.insert(pos, "\r");
    return text;
}

std::string withoutReturns(std::string text)
{
    std::erase(text, '\r');
    return text;
}

bool same(const Value& left, const Value& right)
{
    return left == right && left.isInteger() == right.isInteger();
}

// Every key but `except` means what it meant; nothing is lost or added.
bool othersUnchanged(const Hash& before, const Hash& after, std::string_view except)
{
    std::size_t counted = 0;
    for (const Hash::Entry& entry : before) {
        if (entry.first.isString() && entry.first.string() == except)
            continue;
        const Value* value = after.find(entry.first);
        const bool complexKey = !entry.first.isString();
        if (!complexKey && (!value || !same(*value, entry.second)))
            return false;
        ++counted;
    }
    return counted + after.contains(except) == after.size();
}
} // namespace

class TestFrontMatterEdit : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void setValue_isRightOrRefused_data()
    {
        QTest::addColumn<bool>("windows");
        QTest::newRow("LF") << false;
        QTest::newRow("CRLF") << true;
    }

    void setValue_isRightOrRefused()
    {
        QFETCH(bool, windows);
        int refused = 0, tries = 0;
        for (const Shape& shape : shapes()) {
            for (const Value& value : newValues()) {
                const std::string text = windows ? crlf(post(shape.yaml)) : post(shape.yaml);
                const Hash before = PostDocument::parse(text).values;
                ++tries;
                const Expected<TextEdit> edit = frontmatter::setValue(text, {"t"s}, value);
                if (!edit) {
                    QVERIFY(!edit.error().message.empty() && edit.error().line > 0);
                    ++refused;
                    continue;
                }
                const std::string after = applied(text, *edit);
                const PostDocument post = PostDocument::parse(after);
                QVERIFY2(!post.broken && same(post.values.get("t"), value), after.c_str());
                QVERIFY2(othersUnchanged(before, post.values, "t"), after.c_str());
                QVERIFY2(after.find("# header") != after.npos && after.find("# footer") != after.npos, after.c_str());
                QCOMPARE(post.body, PostDocument::parse(text).body);
                QVERIFY2(!windows || crlf(withoutReturns(after)) == after, after.c_str());
            }
        }
        QCOMPARE(tries, 555);
        qInfo("%d of %d refused", refused, tries);
        QVERIFY2(refused < 120, std::to_string(refused).c_str());
    }

    void settingTheSameValue_changesNothing()
    {
        for (const Shape& shape : shapes()) {
            const std::string text = post(shape.yaml);
            const Value present = PostDocument::parse(text).values.get("t");
            const Expected<TextEdit> edit = frontmatter::setValue(text, {"t"s}, present);
            QVERIFY2(!edit || applied(text, *edit) == text, shape.name);
        }
    }

    void randomEdits_keepEverythingElse()
    {
        std::mt19937 random(20170619);
        const std::vector<Shape> all = shapes();
        const std::vector<Value> values = newValues();
        int done = 0;
        for (int round = 0; round < 1500; ++round) {
            std::string yaml;
            const int keys = 1 + static_cast<int>(random() % 4);
            for (int k = 0; k < keys; ++k) {
                std::string part = all[random() % 28].yaml;
                for (const char* name : {"t", "z", "a"}) { // keys of their own for each part
                    if (part.starts_with(name + ":"s))
                        part.insert(1, std::to_string(k));
                    if (const std::size_t at = part.find("\n"s + name + ":"); at != part.npos)
                        part.insert(at + 2, std::to_string(k));
                }
                yaml += part;
            }
            const std::string text = post(yaml);
            const PostDocument before = PostDocument::parse(text);
            if (before.broken || before.values.empty())
                continue;
            const std::size_t pick = random() % before.values.size();
            const Value keyValue = (before.values.begin() + static_cast<long>(pick))->first;
            if (!keyValue.isString())
                continue;
            done += checkOne(text, before.values, keyValue.string(), values[random() % values.size()], random() % 4,
                             random() % 5);
        }
        qInfo("%d random edits done", done);
        QVERIFY(done > 700);
    }

    void addedKey_standsBelowTheLastAndIsRead()
    {
        const std::string text = "---\ntitle: A # c\ntags:\n  - x\n---\nBody";
        const Expected<TextEdit> edit = frontmatter::addKey(text, {}, "author", "nvola");
        QCOMPARE(applied(text, *edit), "---\ntitle: A # c\ntags:\n  - x\nauthor: nvola\n---\nBody"s);
        QVERIFY(!frontmatter::addKey(text, {}, "title", "B"));
    }

    void addedKey_givesFrontMatterToATextWithoutOne()
    {
        QCOMPARE(applied("Body\n", *frontmatter::addKey("Body\n", {}, "title", "A: b")),
                 "---\ntitle: \"A: b\"\n---\nBody\n"s);
        const std::string windows = "\xEF\xBB\xBF"s + "Body\r\n";
        QCOMPARE(applied(windows, *frontmatter::addKey(windows, {}, "a", 1)),
                 "\xEF\xBB\xBF"s + "---\r\na: 1\r\n---\r\nBody\r\n");
        QCOMPARE(applied("---\n---\nBody", *frontmatter::addKey("---\n---\nBody", {}, "a", 1)),
                 "---\na: 1\n---\nBody"s);
        QVERIFY(!frontmatter::addKey("---\ntitle: A\nBody", {}, "a", 1));
    }

    void nestedKeysAndItems_areEditedInPlace()
    {
        const std::string text = "---\nevent:\n  place: Hall # big\n  talks:\n    - title: One\n      by: "
                                 "A\n    - title: Two\n---\n";
        const auto set = [&](KeyPath path, const Value& value) {
            return applied(text, *frontmatter::setValue(text, path, value));
        };
        QVERIFY(set({"event"s, "place"s}, "Room").find("  place: Room # big\n") != text.npos);
        QVERIFY(set({"event"s, "talks"s, std::size_t{1}, "title"s}, "Three").find("    - title: Three\n---") !=
                text.npos);
        const Expected<TextEdit> added = frontmatter::addKey(text, {"event"s, "talks"s, std::size_t{0}}, "min", 20);
        QVERIFY(applied(text, *added).find("      by: A\n      min: 20\n    - title: Two") != text.npos);
        const Expected<TextEdit> removed = frontmatter::remove(text, {"event"s, "talks"s, std::size_t{0}, "title"s});
        QVERIFY(applied(text, *removed).find("    - by: A\n    - title: Two") != text.npos);
    }

    void tags_areAddedAndRemovedOneByOne()
    {
        const std::string flow = "---\ntags: [a, 'b' , c] # t\n---\n";
        QCOMPARE(applied(flow, *frontmatter::insertItem(flow, {"tags"s}, "d")),
                 "---\ntags: [a, 'b' , c, d] # t\n---\n"s);
        QCOMPARE(applied(flow, *frontmatter::remove(flow, {"tags"s, std::size_t{0}})),
                 "---\ntags: ['b' , c] # t\n---\n"s);
        QCOMPARE(applied(flow, *frontmatter::setValue(flow, {"tags"s}, Array{"a", "c"})),
                 "---\ntags: [a, c] # t\n---\n"s);
        const std::string block = "---\ntags:\n  # mine\n  - a # one\n  - b\nz: 1\n---\n";
        QCOMPARE(applied(block, *frontmatter::insertItem(block, {"tags"s}, "c")),
                 "---\ntags:\n  # mine\n  - a # one\n  - b\n  - c\nz: 1\n---\n"s);
        QCOMPARE(applied(block, *frontmatter::remove(block, {"tags"s, std::size_t{1}})),
                 "---\ntags:\n  # mine\n  - a # one\nz: 1\n---\n"s);
    }

    void renamedKey_keepsItsValueAndQuotes()
    {
        const std::string text = "---\n\"title\" : A # c\nz: 1\n---\n";
        QCOMPARE(applied(text, *frontmatter::renameKey(text, {"title"s}, "name")),
                 "---\n\"name\" : A # c\nz: 1\n---\n"s);
        QVERIFY(!frontmatter::renameKey(text, {"title"s}, "z"));
    }

    void movedKey_takesItsCommentsAlong()
    {
        const std::string text = "---\na: 1\n# about b\nb:\n  - x\nc: 3 # three\n---\n";
        QCOMPARE(applied(text, *frontmatter::move(text, {"b"s}, 0)),
                 "---\n# about b\nb:\n  - x\na: 1\nc: 3 # three\n---\n"s);
        QCOMPARE(applied(text, *frontmatter::move(text, {"a"s}, 2)),
                 "---\n# about b\nb:\n  - x\nc: 3 # three\na: 1\n---\n"s);
    }

    void rawSource_goesThereAndBack()
    {
        const std::string text = "---\nevent:\n  place: Hall # big\n  at: [1, 2]\nz: 1\n---\n";
        QCOMPARE(*frontmatter::source(text, {"event"s}), "place: Hall # big\nat: [1, 2]"s);
        QCOMPARE(applied(text, *frontmatter::setSource(text, {"event"s}, "place: Room\nnew:\n  - 1")),
                 "---\nevent:\n  place: Room\n  new:\n    - 1\nz: 1\n---\n"s);
        QVERIFY(!frontmatter::setSource(text, {"event"s}, "place: [open"));
        QVERIFY(!frontmatter::setSource(text, {"z"s}, "1\nsneaked: 2"));
        const std::string top = "---\na: 1\n---\n";
        QVERIFY(!frontmatter::setSource(top, {}, "b: 2\n---\nc: 3")); // would end the front matter
    }

private:
    static bool checkOne(const std::string& text, const Hash& before, const std::string& key, const Value& value,
                         unsigned operation, std::size_t position)
    {
        const Expected<TextEdit> edit = operation == 0   ? frontmatter::setValue(text, {key}, value)
                                        : operation == 1 ? frontmatter::remove(text, {key})
                                        : operation == 2 ? frontmatter::move(text, {key}, position)
                                                         : frontmatter::addKey(text, {}, "fresh", value, position);
        if (!edit)
            return false;
        const std::string after = applied(text, *edit);
        const PostDocument result = PostDocument::parse(after);
        const std::string_view changed = operation == 3 ? "fresh"sv : std::string_view(key);
        const bool right = operation == 0   ? same(result.values.get(key), value)
                           : operation == 1 ? !result.values.contains(key)
                           : operation == 2 ? same(result.values.get(key), before.get(key))
                                            : same(result.values.get("fresh"), value);
        if (!right || result.broken || !othersUnchanged(before, result.values, changed))
            qFatal("wrong edit %u of %s:\n%s\n->\n%s", operation, key.c_str(), text.c_str(), after.c_str());
        return true;
    }
};

QTEST_GUILESS_MAIN(TestFrontMatterEdit)
#include "tst_frontmatteredit.moc"
