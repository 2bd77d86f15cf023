// SPDX-License-Identifier: MIT
// The only file that knows yaml-cpp: its events, its exceptions and the sentences made from them.
#include "post/yamlreader.h"

#include "base/limits.h"
#include "post/yamlchars.h"
#include "post/yamlcheck.h"
#include "post/yamlevents.h"

#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/parser.h>

#include <algorithm>
#include <array>
#include <istream>
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

struct Sentence {
    std::string_view theirs; ///< how yaml-cpp's message begins
    std::string_view ours;
};

constexpr std::array sentences{
    Sentence{"illegal map value",
             "A colon followed by a space starts a new value here; put the text after the first colon in"
             " quotes (mapping values are not allowed in this context)"},
    Sentence{"end of map not found",
             "This line does not fit the lines above: it needs the form \"key: value\" at the same"
             " indentation (did not find expected key)"},
    Sentence{"end of sequence not found",
             "This line does not fit the list above: every entry starts with \"- \" at the same"
             " indentation (did not find expected '-' indicator)"},
    Sentence{"end of sequence flow not found",
             "A list opened with [ is not closed with ] (did not find expected ',' or ']')"},
    Sentence{"end of map flow not found", "A { is not closed with } (did not find expected ',' or '}')"},
    Sentence{"the referenced anchor", "This names an anchor (*name) that is not defined above (Unknown alias)"},
    Sentence{"unknown token",
             "This character cannot begin a value; put the value in quotes (found character that cannot start"
             " any token)"},
    Sentence{"illegal block entry",
             "A list entry \"- \" cannot begin here (block sequence entries are not allowed in this context)"},
    Sentence{"illegal map key", "A key cannot begin here (mapping keys are not allowed in this context)"},
    Sentence{"unknown escape character",
             "Between double quotes a backslash starts an escape, and this one does not exist; write"
             " \\\\ or use single quotes (found unknown escape character)"},
    Sentence{"illegal tab when looking for indentation",
             "A tab cannot indent YAML; use spaces (found character '\\t' that"
             " cannot start any token)"},
    Sentence{"found tab when looking for indentation",
             "A tab cannot indent YAML; use spaces (found character '\\t' that cannot"
             " start any token)"},
    Sentence{"illegal EOF in scalar",
             "A quote is opened and never closed (found unexpected end of stream while scanning a"
             " quoted scalar)"},
    Sentence{"illegal character in block scalar",
             "After | or > only a comment may follow; begin the text on the next line"
             " (did not find expected comment or line break)"},
    Sentence{"bad file", "Values are nested too deeply"},
};

Error toError(const YAML::Exception& exception)
{
    Error error;
    error.line = exception.mark.is_null() ? 1 : exception.mark.line + 1;
    error.message = "The YAML cannot be read here (" + exception.msg + ")";
    for (const Sentence& sentence : sentences) {
        if (std::string_view(exception.msg).starts_with(sentence.theirs))
            error.message = sentence.ours;
    }
    return error;
}

// yaml-cpp 0.7 ends a plain scalar inside [] at every ?, so `[why?, how]` fails where Ruby reads it. A ?
// inside a word goes through the parser as a control character, which no accepted text holds.
constexpr char hiddenMark = '\x01';

std::string hideMarks(std::string_view text)
{
    std::string out(text);
    for (std::size_t pos = out.find('?'); pos != out.npos; pos = out.find('?', pos + 1)) {
        const char before = pos > 0 ? out[pos - 1] : '\n';
        if (!isSpace(before) && std::string_view("[{,?\"'").find(before) == std::string_view::npos)
            out[pos] = hiddenMark;
    }
    return out;
}

Expected<Events> collectHidden(std::string_view text);

Expected<Events> collect(std::string_view text)
{
    if (text.find('?') == text.npos)
        return collectHidden(text);
    Expected<Events> events = collectHidden(hideMarks(text));
    if (events) {
        for (Event& event : *events) {
            std::replace(event.value.begin(), event.value.end(), hiddenMark, '?');
            std::replace(event.tag.begin(), event.tag.end(), hiddenMark, '?');
        }
    }
    return events;
}

Expected<Events> collectHidden(std::string_view text)
{
    ViewBuffer buffer(text);
    std::istream stream(&buffer);
    Collector collector;
    try {
        YAML::Parser parser(stream);
        parser.HandleNextDocument(collector);
    } catch (const YAML::Exception& exception) {
        return unexpected(toError(exception));
    } catch (const std::exception& exception) {
        return unexpected(Error{"The YAML cannot be read (" + std::string(exception.what()) + ")", {}, 1});
    }
    return collector.take();
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
    Expected<Events> events = collect(text);
    if (!events)
        return events;
    if (const std::optional<Error> error = rubyRefusal(text, *events))
        return unexpected(*error);
    return events;
}

} // namespace galley::yaml
