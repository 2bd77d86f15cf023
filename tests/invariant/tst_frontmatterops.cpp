// SPDX-License-Identifier: MIT
// Random front matter × random edits: each does to the values exactly what was asked and to the bytes nothing else,
// or is refused with a sentence and a line.
#include "post/frontmatteredit.h"
#include "post/postdocument.h"

#include <QTest>

#include <algorithm>
#include <random>

using namespace galley;

namespace
{
using Random = std::mt19937;

std::size_t pick(Random& random, std::size_t count)
{
    return random() % count;
}

/// YAML as people write it: every way of quoting, nested maps and lists, comments and blank lines between.
class Maker
{
public:
    explicit Maker(Random& random) : m_random(random) {}

    std::string map(std::size_t indent, int depth)
    {
        std::string out;
        const std::size_t count = 1 + pick(m_random, depth == 0 ? 6 : 3);
        for (std::size_t i = 0; i < count; ++i) {
            out += between(indent);
            out += std::string(indent, ' ') + key(i) + ":" + value(indent, depth);
        }
        return out;
    }

private:
    std::string key(std::size_t i)
    {
        const std::string name = "k" + std::to_string(i);
        const std::size_t way = pick(m_random, 8);
        return way == 0 ? "\"" + name + "\"" : way == 1 ? "'" + name + "'" : name;
    }

    std::string between(std::size_t indent)
    {
        switch (pick(m_random, 8)) {
        case 0: return "\n";
        case 1: return std::string(indent, ' ') + "# note " + std::to_string(m_notes++) + "\n";
        default: return {};
        }
    }

    std::string behind()
    {
        const std::size_t way = pick(m_random, 5);
        return way == 0 ? " # note " + std::to_string(m_notes++) + "\n" : way == 1 ? "  \n" : "\n";
    }

    std::string scalar()
    {
        static const std::vector<std::string> all{
            "plain words", "\"double: quoted\"", "'it''s'",       "42",    "1.5", "true",
            "~",           "2017-06-19",         "\"\\u00e9 #\"", "Kůň 🐎", "''",  "2017-06-19 18:00:00 +0200"};
        return all[pick(m_random, all.size())];
    }

    std::string flowList()
    {
        std::string out = "[";
        const std::size_t count = pick(m_random, 4);
        for (std::size_t i = 0; i < count; ++i)
            out += (i ? ", " : "") + scalar();
        return out + "]";
    }

    std::string blockList(std::size_t indent)
    {
        std::string out = behind();
        const std::size_t column = indent + (pick(m_random, 2) ? 2 : 0);
        const std::size_t count = 1 + pick(m_random, 3);
        for (std::size_t i = 0; i < count; ++i)
            out += std::string(column, ' ') + "- " + scalar() + behind();
        return out;
    }

    std::string value(std::size_t indent, int depth)
    {
        const std::string inner(indent + 2, ' ');
        switch (pick(m_random, depth < 2 ? 10 : 7)) {
        case 0: return " " + flowList() + behind();
        case 1: return blockList(indent);
        case 2: return " |\n" + inner + "line one\n" + inner + "  line two\n";
        case 3: return " >-\n" + inner + "folded\n" + inner + "text\n";
        case 7:
        case 8: return behind() + map(indent + 2, depth + 1);
        case 9: return " {a: " + scalar() + ", b: x}" + behind();
        default: return " " + scalar() + behind();
        }
    }

    Random& m_random;
    int m_notes = 0;
};

std::string crlf(std::string text)
{
    for (std::size_t pos = 0; (pos = text.find('\n', pos)) != text.npos; pos += 2)
        text.insert(pos, "\r");
    return text;
}

std::string randomPost(Random& random)
{
    std::string text = "---\n# head\n" + Maker(random).map(0, 0) + "# foot\n---\nBody --- \"text\"\n";
    if (pick(random, 4) == 0)
        text = crlf(text);
    return pick(random, 6) == 0 ? "\xEF\xBB\xBF" + text : text;
}

/// A way down to some value, at least one step.
KeyPath randomPath(Random& random, const Value& root)
{
    KeyPath path;
    const Value* at = &root;
    while ((at->isHash() && !at->hash().empty()) || (at->isArray() && !at->array().empty())) {
        if (!path.empty() && pick(random, 3) == 0)
            break;
        if (at->isHash()) {
            const auto entry = at->hash().begin() + static_cast<std::ptrdiff_t>(pick(random, at->hash().size()));
            path.emplace_back(entry->first.string());
            at = &entry->second;
        } else {
            const std::size_t index = pick(random, at->array().size());
            path.emplace_back(index);
            at = &at->array()[index];
        }
    }
    return path;
}

const Value& at(const Value& root, const KeyPath& path, std::size_t steps)
{
    const Value* value = &root;
    for (std::size_t i = 0; i < steps; ++i) {
        const auto* key = std::get_if<std::string>(&path[i]);
        value = key ? value->hash().find(std::string_view(*key)) : &value->array()[std::get<std::size_t>(path[i])];
    }
    return *value;
}

using Entries = std::vector<Hash::Entry>;
/// Changes the entries (of a list: with nil keys) of the collection that the last step of the path goes into.
using Change = std::function<void(Entries& entries, std::size_t index)>;

/// The model: the same edit on the values.
Value changed(const Value& root, const KeyPath& path, std::size_t step, const Change& change)
{
    Entries entries;
    std::size_t index = 0;
    if (root.isHash()) {
        entries.assign(root.hash().begin(), root.hash().end());
        const auto* key = std::get_if<std::string>(&path[step]);
        while (index < entries.size() && !(entries[index].first == Value(*key)))
            ++index;
    } else {
        for (const Value& item : root.array())
            entries.emplace_back(Value(), item);
        index = std::get<std::size_t>(path[step]);
    }
    if (step + 1 == path.size())
        change(entries, index);
    else
        entries[index].second = changed(entries[index].second, path, step + 1, change);
    if (root.isArray()) {
        Array items;
        for (const auto& [key, value] : entries)
            items.push_back(value);
        return items;
    }
    Hash hash;
    for (const auto& [key, value] : entries)
        hash.set(key, value);
    return hash;
}

bool sameInOrder(const Value& left, const Value& right)
{
    if (left.isHash() && right.isHash())
        return std::equal(left.hash().begin(), left.hash().end(), right.hash().begin(), right.hash().end(),
                          [](const Hash::Entry& l, const Hash::Entry& r) {
                              return sameInOrder(l.first, r.first) && sameInOrder(l.second, r.second);
                          });
    if (left.isArray() && right.isArray())
        return std::equal(left.array().begin(), left.array().end(), right.array().begin(), right.array().end(),
                          sameInOrder);
    return left == right && left.isInteger() == right.isInteger();
}

std::vector<std::string> comments(const std::string& text)
{
    std::vector<std::string> out;
    for (std::size_t at = text.find("# note "); at != text.npos; at = text.find("# note ", at + 1))
        out.push_back(text.substr(at, text.find_first_of("\r\n", at) - at));
    std::sort(out.begin(), out.end());
    return out;
}

Value newValue(Random& random)
{
    const std::vector<Value> all{"words",     "C# meetup #12: \"notes\"",
                                 "it's",      "yes",
                                 "19:00",     "1.10",
                                 "",          "two\nlines\n",
                                 "  edges  ", "- x",
                                 Value(),     true,
                                 7,           Array{"a", "b c"},
                                 "Kůň 🐎"};
    return all[pick(random, all.size())];
}

enum class Kind { Set, Add, Rename, Remove, Move, Insert };

struct Tried {
    Expected<TextEdit> edit;
    Value wanted; ///< of the whole front matter
};

std::size_t entriesAt(const Value& root, const KeyPath& path)
{
    const Value& parent = at(root, path, path.size() - 1);
    return parent.isHash() ? parent.hash().size() : parent.array().size();
}

Tried attempt(Kind kind, const std::string& text, const Value& root, Random& random)
{
    KeyPath path = randomPath(random, root);
    const Value value = newValue(random);
    const std::size_t position = pick(random, entriesAt(root, path) + 1);
    const bool isKey = std::holds_alternative<std::string>(path.back());
    const auto model = [&](const Change& change) { return changed(root, path, 0, change); };
    switch (kind) {
    case Kind::Set:
        return {frontmatter::setValue(text, path, value),
                model([&](Entries& e, std::size_t i) { e[i].second = value; })};
    case Kind::Rename:
        return {isKey ? frontmatter::renameKey(text, path, "new: key") : unexpected(Error{"no key", {}, 1}),
                model([&](Entries& e, std::size_t i) { e[i].first = Value("new: key"); })};
    case Kind::Remove:
        return {frontmatter::remove(text, path),
                model([&](Entries& e, std::size_t i) { e.erase(e.begin() + static_cast<std::ptrdiff_t>(i)); })};
    case Kind::Move:
        return {frontmatter::move(text, path, position), model([&](Entries& e, std::size_t i) {
                    const Hash::Entry entry = e[i];
                    e.erase(e.begin() + static_cast<std::ptrdiff_t>(i));
                    e.insert(e.begin() + static_cast<std::ptrdiff_t>(std::min(position, e.size())), entry);
                })};
    case Kind::Insert: {
        const KeyPath list(path.begin(), path.end() - 1);
        return {isKey ? unexpected(Error{"no list", {}, 1}) : frontmatter::insertItem(text, list, value, position),
                model([&](Entries& e, std::size_t) {
                    e.insert(e.begin() + static_cast<std::ptrdiff_t>(position), {Value(), value});
                })};
    }
    case Kind::Add: break;
    }
    const KeyPath parent(path.begin(), path.end() - 1);
    return {isKey ? frontmatter::addKey(text, parent, "added", value, position) : unexpected(Error{"no map", {}, 1}),
            model([&](Entries& e, std::size_t) {
                e.insert(e.begin() + static_cast<std::ptrdiff_t>(position), {Value("added"), value});
            })};
}
} // namespace

Q_DECLARE_METATYPE(Kind)

class TestFrontMatterOps : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void randomEdit_doesWhatWasAskedOrIsRefused_data()
    {
        QTest::addColumn<Kind>("kind");
        QTest::addColumn<int>("mostRefused"); ///< of a hundred
        QTest::newRow("set") << Kind::Set << 12;
        QTest::newRow("add") << Kind::Add << 12;
        QTest::newRow("rename") << Kind::Rename << 12;
        QTest::newRow("remove") << Kind::Remove << 12;
        QTest::newRow("move") << Kind::Move << 12;
        QTest::newRow("insert") << Kind::Insert << 12;
    }

    void randomEdit_doesWhatWasAskedOrIsRefused()
    {
        QFETCH(Kind, kind);
        QFETCH(int, mostRefused);
        Random random(20170619 + static_cast<unsigned>(kind));
        int done = 0, refused = 0;
        for (int round = 0; round < 1500; ++round) {
            const std::string text = randomPost(random);
            const PostDocument before = PostDocument::parse(text);
            QVERIFY2(!before.broken && !before.values.empty(), text.c_str());
            const Tried tried = attempt(kind, text, Value(before.values), random);
            if (!tried.edit) {
                const bool isMeaningless = tried.edit.error().message.starts_with("no ");
                refused += !isMeaningless;
                QVERIFY(isMeaningless || tried.edit.error().line > 0);
                continue;
            }
            ++done;
            const std::string after = applied(text, *tried.edit);
            const PostDocument post = PostDocument::parse(after);
            const QByteArray shown = QByteArray::fromStdString(text + "=====\n" + after);
            QVERIFY2(!post.broken && sameInOrder(Value(post.values), tried.wanted), shown.constData());
            QVERIFY2(post.body == before.body, shown.constData());
            QVERIFY2(after.find("# head") != after.npos && after.find("# foot") != after.npos, shown.constData());
            const bool isCrlf = text.find('\r') != text.npos;
            QVERIFY2(!isCrlf ||
                         std::count(after.begin(), after.end(), '\r') == std::count(after.begin(), after.end(), '\n'),
                     shown.constData());
            if (kind == Kind::Rename || kind == Kind::Move || kind == Kind::Add)
                QVERIFY2(comments(after) == comments(text), shown.constData());
        }
        qInfo("%d done, %d refused", done, refused);
        QVERIFY(done > 150);
        QVERIFY2(refused * 100 <= mostRefused * (done + refused), std::to_string(refused).c_str());
    }

    void lastKey_isRemovedAndTheCommentsStay()
    {
        const std::string text = "---\n# head\ntitle: A # c\n# foot\n---\nBody\n";
        const Expected<TextEdit> removed = frontmatter::remove(text, {"title"});
        QVERIFY2(removed.has_value(), removed ? "" : removed.error().message.c_str());
        QCOMPARE(applied(text, *removed), std::string("---\n# head\n# foot\n---\nBody\n"));
        const Expected<TextEdit> added = frontmatter::addKey(applied(text, *removed), {}, "title", "B");
        QCOMPARE(applied(applied(text, *removed), *added), std::string("---\n# head\n# foot\ntitle: B\n---\nBody\n"));
    }

    void listThatGivesWay_keepsTheCommentOfItsKey()
    {
        const std::string text = "---\ntags: # mine\n  - a\n  - b\nz: 1\n---\n";
        QCOMPARE(applied(text, *frontmatter::setValue(text, {"tags"}, "one")),
                 std::string("---\ntags: one # mine\nz: 1\n---\n"));
        QCOMPARE(applied(text, *frontmatter::setValue(text, {"tags"}, Array{})),
                 std::string("---\ntags: [] # mine\nz: 1\n---\n"));
    }

    void theEditAndItsOpposite_giveTheSameBytes()
    {
        Random random(4711);
        int done = 0;
        for (int round = 0; round < 800; ++round) {
            const std::string text = randomPost(random);
            const Value root(PostDocument::parse(text).values);
            const KeyPath path = randomPath(random, root);
            const Value old = at(root, path, path.size());
            const bool isLeaf = old.isString() && old.string().find('\n') == std::string::npos;
            const Expected<TextEdit> there =
                isLeaf ? frontmatter::setValue(text, path, "other words") : unexpected(Error{});
            if (!there)
                continue;
            const TextEdit back{there->offset, there->text.size(), text.substr(there->offset, there->length)};
            QCOMPARE(applied(applied(text, *there), back), text);
            // What a person types back into the field: the value is the old one, however it is quoted.
            const std::string changedText = applied(text, *there);
            const Expected<TextEdit> typed = frontmatter::setValue(changedText, path, old);
            QVERIFY2(typed.has_value(), changedText.c_str());
            QVERIFY(sameInOrder(Value(PostDocument::parse(applied(changedText, *typed)).values), root));
            ++done;
        }
        QVERIFY(done > 150);
    }
};

QTEST_GUILESS_MAIN(TestFrontMatterOps)
#include "tst_frontmatterops.moc"
