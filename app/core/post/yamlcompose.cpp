// SPDX-License-Identifier: MIT
// Events to values: what Psych's ToRuby does with a document.
#include "base/limits.h"
#include "post/yamlchars.h"
#include "post/yamlevents.h"
#include "post/yamlreader.h"
#include "post/yamlscalar.h"

#include <algorithm>

#include <QByteArray>

namespace galley
{
namespace
{
using yaml::Event;

Error inLine(Error error, const Event& event)
{
    error.line = event.line + 1;
    return error;
}

Error refusedClass(const Event& event, std::string_view name)
{
    return inLine(Error{"Jekyll reads no Ruby objects; take the tag " + event.tag +
                            " away (Tried to load unspecified class: " + std::string(name) + ")",
                        {},
                        0},
                  event);
}

// As Ruby's unpack("m") reads it: foreign characters are passed over, and a "=" ends the data where it can stand as
// filling.
std::string unpackedBase64(std::string_view text)
{
    QByteArray digits;
    for (const char c : text) {
        if ((c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || yaml::isDigit(c) || c == '+' || c == '/')
            digits += c;
        else if (c == '=' && digits.size() % 4 >= 2)
            break;
    }
    return QByteArray::fromBase64(digits).toStdString();
}

// One pass over the events; the depth is that of the events, which the parser limits.
class Composer
{
public:
    Composer(const yaml::Events& events, const std::string& timeZone) : m_events(events), m_timeZone(timeZone) {}

    Expected<Value> document() { return m_events.empty() ? Value() : node(); }

private:
    struct Anchored {
        Value value;
        std::size_t nodes = 0; ///< values in it, aliases written out
        bool complete = false;
    };

    struct OpenMap {
        std::size_t anchor = 0;
        const Hash* hash = nullptr;
    };

    Expected<Value> node()
    {
        const Event& event = m_events[m_next++];
        const std::size_t before = m_nodes++;
        if (event.kind == Event::Kind::Alias)
            return alias(event);
        Expected<Value> value = event.kind == Event::Kind::Scalar          ? scalar(event)
                                : event.kind == Event::Kind::SequenceStart ? sequence(event)
                                                                           : mapping(event);
        if (value && event.anchor) {
            Anchored& anchored = slot(event.anchor);
            anchored.value = *value;
            anchored.nodes = m_nodes - before;
            anchored.complete = true;
        }
        return value;
    }

    Anchored& slot(std::size_t anchor)
    {
        if (m_anchors.size() <= anchor)
            m_anchors.resize(anchor + 1);
        return m_anchors[anchor];
    }

    Expected<Value> alias(const Event& event)
    {
        const Anchored& anchored = slot(event.anchor);
        if (!anchored.complete)
            return unexpected(inLine(Error{"This value contains itself", {}, 0}, event));
        m_nodes += anchored.nodes;
        m_aliased += anchored.nodes;
        if (m_aliased > limits::yamlAliasedValues)
            return unexpected(
                inLine(Error{"The aliases (*name) write out to more than a million values", {}, 0}, event));
        return anchored.value;
    }

    Expected<Value> scalar(const Event& event)
    {
        if (event.tag.empty())
            return event.plain ? plain(event) : Value(event.value);
        if (event.tag == "!binary" || event.tag == "tag:yaml.org,2002:binary")
            return Value(unpackedBase64(event.value));
        if (isTextTag(event.tag))
            return Value(event.value);
        if (event.tag == "!float" || event.tag == "tag:yaml.org,2002:float")
            return asFloat(event);
        if (event.tag.starts_with("!ruby/"))
            return unexpected(refusedClass(event, event.tag.substr(6)));
        return plain(event);
    }

    Expected<Value> plain(const Event& event)
    {
        Expected<Value> value = yaml::resolveScalar(event.value, m_timeZone);
        if (!value)
            return unexpected(inLine(value.error(), event));
        return value;
    }

    Expected<Value> asFloat(const Event& event)
    {
        const Expected<Value> value = plain(event);
        if (value && value->isNumber())
            return Value(value->number());
        return unexpected(inLine(Error{"\"" + event.value +
                                           "\" is marked as a number and is none (invalid value for"
                                           " Float())",
                                       {},
                                       0},
                                 event));
    }

    Expected<Value> sequence(const Event& event)
    {
        const bool ordered = event.tag == "!omap" || event.tag == "tag:yaml.org,2002:omap";
        Array items;
        while (m_events[m_next].kind != Event::Kind::SequenceEnd) {
            Expected<Value> item = node();
            if (!item)
                return item;
            items.push_back(std::move(*item));
        }
        ++m_next;
        return ordered ? orderedMap(items) : Value(std::move(items));
    }

    static Value orderedMap(const Array& pairs)
    {
        Hash hash;
        for (const Value& pair : pairs) {
            if (pair.isHash() && !pair.hash().empty())
                hash.set(pair.hash().begin()->first, pair.hash().begin()->second);
        }
        return hash;
    }

    Expected<Value> mapping(const Event& event)
    {
        if (event.tag == "!set" || event.tag == "tag:yaml.org,2002:set")
            return unexpected(refusedClass(event, "Psych::Set"));
        if (event.tag == "!omap" || event.tag == "tag:yaml.org,2002:omap")
            return unexpected(refusedClass(event, "Psych::Omap"));
        if (event.tag.starts_with("!ruby/") && event.tag != "!ruby/object:Hash" && event.tag != "!ruby/string")
            return unexpected(refusedClass(event, event.tag.substr(6)));
        Hash hash;
        m_open.push_back({event.anchor, &hash});
        while (m_events[m_next].kind != Event::Kind::MapEnd) {
            if (const std::optional<Error> error = entry(hash))
                return unexpected(*error);
        }
        ++m_next;
        m_open.pop_back();
        return isTextTag(event.tag) ? taggedText(event, hash) : Value(std::move(hash));
    }

    static bool isTextTag(std::string_view tag)
    {
        return tag == "!str" || tag == "!ruby/string" || tag == "tag:yaml.org,2002:str";
    }

    // A map marked as text is its member "str"; the others would be instance variables, which nil can not have.
    static Expected<Value> taggedText(const Event& event, const Hash& hash)
    {
        const Value* text = hash.find(std::string_view("str"));
        if (text || hash.empty())
            return text ? *text : Value();
        return unexpected(inLine(Error{"A map is marked as text here; take the tag !!str away", {}, 0}, event));
    }

    std::optional<Error> entry(Hash& hash)
    {
        const Event& keyEvent = m_events[m_next];
        const Expected<Value> key = node();
        if (!key)
            return key.error();
        const Event::Kind kind = m_events[m_next].kind;
        const bool isMerge = key->isString() && key->string() == "<<" && keyEvent.tag != "tag:yaml.org,2002:str" &&
                             kind != Event::Kind::Scalar;
        if (isMerge && mergeOpenMap(hash))
            return std::nullopt;
        Expected<Value> value = node();
        if (!value)
            return value.error();
        if (!isMerge || !merge(hash, *value, kind))
            hash.set(*key, std::move(*value));
        return std::nullopt;
    }

    // `<<: *name` inside the map &name itself takes over what stands above it in that map, as in Psych.
    bool mergeOpenMap(Hash& hash)
    {
        const Event& alias = m_events[m_next];
        const auto open = std::find_if(m_open.begin(), m_open.end(),
                                       [&](const OpenMap& map) { return alias.anchor && map.anchor == alias.anchor; });
        if (alias.kind != Event::Kind::Alias || open == m_open.end())
            return false;
        ++m_next;
        if (open->hash != &hash)
            mergeInto(hash, *open->hash);
        return true;
    }

    static void mergeInto(Hash& hash, const Hash& other)
    {
        for (const Hash::Entry& entry : other)
            hash.set(entry.first, entry.second);
    }

    // Psych lets a merge override the keys above it, and keys below override the merge.
    static bool merge(Hash& hash, const Value& value, Event::Kind kind)
    {
        if (value.isHash() && kind != Event::Kind::SequenceStart) {
            mergeInto(hash, value.hash());
            return true;
        }
        if (!value.isArray() || kind != Event::Kind::SequenceStart)
            return false;
        Hash merged;
        const Array& parts = value.array();
        if (!std::all_of(parts.begin(), parts.end(), [](const Value& part) { return part.isHash(); }))
            return false;
        std::for_each(parts.rbegin(), parts.rend(), [&](const Value& part) { mergeInto(merged, part.hash()); });
        mergeInto(hash, merged);
        return true;
    }

    const yaml::Events& m_events;
    const std::string& m_timeZone;
    std::size_t m_next = 0;
    std::size_t m_nodes = 0;
    std::size_t m_aliased = 0;
    std::vector<Anchored> m_anchors;
    std::vector<OpenMap> m_open; ///< the maps around the node that is being read, outermost first
};
} // namespace

Expected<Value> yaml::compose(const Events& events, const std::string& timeZone)
{
    return Composer(events, timeZone).document();
}

/// As if each symbol stood in quotes.
static void quoteSymbols(yaml::Events& events)
{
    for (yaml::Event& event : events) {
        if (event.value.size() > 1 && event.value.front() == ':')
            event.plain = false;
    }
}

Expected<Value> readYaml(std::string_view text, const YamlOptions& options)
{
    Expected<yaml::Events> events = yaml::readEvents(text);
    if (!events)
        return unexpected(events.error());
    if (options.symbolsAsText)
        quoteSymbols(*events);
    return yaml::compose(*events, options.timeZone);
}

} // namespace galley
