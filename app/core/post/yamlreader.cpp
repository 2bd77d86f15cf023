// SPDX-License-Identifier: MIT
// The only file that knows yaml-cpp. libyaml, the parser inside Ruby, says whether a text can be read at all; where the
// two read a text differently, Ruby's reading counts.
#include "post/yamlreader.h"

#include "base/limits.h"
#include "post/yamlchars.h"
#include "post/yamlevents.h"
#include "post/yamlsyntax.h"

#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/mark.h>
#include <yaml-cpp/parser.h>

#include <algorithm>
#include <istream>
#include <optional>
#include <streambuf>

namespace galley::yaml
{
namespace
{
// Reads the text in place; yaml-cpp wants a stream.
class ViewBuffer final : public std::streambuf
{
public:
    explicit ViewBuffer(std::string_view text)
    {
        char* begin = const_cast<char*>(text.data()); // only ever read from
        setg(begin, begin, begin + text.size());
    }
};

class Collector final : public YAML::EventHandler
{
public:
    Events take() { return std::move(m_events); }

    void OnDocumentStart(const YAML::Mark&) override {}
    void OnDocumentEnd() override {}
    void OnNull(const YAML::Mark& mark, YAML::anchor_t anchor) override
    {
        add(Event::Kind::Scalar, mark, {}, anchor).plain = true;
    }
    void OnAlias(const YAML::Mark& mark, YAML::anchor_t anchor) override { add(Event::Kind::Alias, mark, {}, anchor); }
    void OnScalar(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                  const std::string& value) override
    {
        Event& event = add(Event::Kind::Scalar, mark, tag, anchor);
        event.plain = tag == "?";
        event.value = value;
    }
    void OnSequenceStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                         YAML::EmitterStyle::value style) override
    {
        add(Event::Kind::SequenceStart, mark, tag, anchor).flow = style == YAML::EmitterStyle::Flow;
    }
    void OnSequenceEnd() override { add(Event::Kind::SequenceEnd); }
    void OnMapStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                    YAML::EmitterStyle::value style) override
    {
        add(Event::Kind::MapStart, mark, tag, anchor).flow = style == YAML::EmitterStyle::Flow;
    }
    void OnMapEnd() override { add(Event::Kind::MapEnd); }

private:
    Event& add(Event::Kind kind)
    {
        Event& event = m_events.emplace_back();
        event.kind = kind;
        return event;
    }
    Event& add(Event::Kind kind, const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor)
    {
        Event& event = add(kind);
        event.offset = static_cast<std::size_t>(mark.pos);
        event.line = mark.line;
        event.anchor = anchor;
        if (tag != "?" && tag != "!") // "no tag" of plain and of quoted scalars
            event.tag = tag;
        return event;
    }

    Events m_events;
};

// Nothing where yaml-cpp refuses the text.
std::optional<Events> collect(std::string_view text)
{
    ViewBuffer buffer(text);
    std::istream stream(&buffer);
    Collector collector;
    try {
        YAML::Parser parser(stream);
        parser.HandleNextDocument(collector);
    } catch (const std::exception&) {
        return std::nullopt;
    }
    return collector.take();
}

bool isNullWord(std::string_view text)
{
    return text == "~" || text == "null" || text == "Null" || text == "NULL";
}

// An empty value stands at the next token for yaml-cpp and behind its colon for libyaml, and yaml-cpp gives no text for
// ~ and null: only what a value is made from is compared.
bool isSame(const Event& ours, const Event& rubys)
{
    const bool isNull = ours.kind == Event::Kind::Scalar && ours.plain && ours.value.empty() && ours.tag.empty();
    const bool sameText = ours.value == rubys.value || (isNull && isNullWord(rubys.value));
    return ours.kind == rubys.kind && ours.plain == rubys.plain && ours.flow == rubys.flow &&
           ours.anchor == rubys.anchor && ours.tag == rubys.tag && sameText;
}
} // namespace

Expected<Events> readEvents(std::string_view text)
{
    if (text.size() > limits::fileBytes)
        return unexpected(Error{"The YAML is larger than 64 MB", {}, 1});
    constexpr std::string_view bom = "\xEF\xBB\xBF";
    if (text.starts_with(bom))
        return unexpected(Error{"The text begins with a byte order mark; the caller must take it off", {}, 1});
    if (const std::optional<Error> error = forbiddenCharacter(text))
        return unexpected(*error);
    Expected<Events> rubys = rubyEvents(text);
    if (!rubys)
        return rubys;
    std::optional<Events> ours = collect(text);
    if (ours && std::equal(ours->begin(), ours->end(), rubys->begin(), rubys->end(), isSame))
        return std::move(*ours);
    return rubys;
}

} // namespace galley::yaml
