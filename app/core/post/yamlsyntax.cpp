// SPDX-License-Identifier: MIT
// The only file that knows libyaml: its events, its errors and the sentences made from them.
#include "post/yamlsyntax.h"

#include "base/unicode.h"
#include "post/yamlchars.h"

#include <yaml.h>

#include <algorithm>
#include <array>
#include <map>
#include <optional>

namespace galley::yaml
{
namespace
{
// As deep as yaml-cpp reads; Ruby's own stack ends later.
constexpr int mostLevels = 500;

// libyaml counts characters, Galley bytes. Marks come nearly in order, so the place is found from the last one.
class ByteOffsets
{
public:
    explicit ByteOffsets(std::string_view text) : m_text(text) {}

    std::size_t at(std::size_t character)
    {
        if (character < m_character)
            m_character = m_byte = 0;
        while (m_character < character && m_byte < m_text.size()) {
            unicode::next(m_text, m_byte);
            ++m_character;
        }
        return m_byte;
    }

private:
    std::string_view m_text;
    std::size_t m_character = 0;
    std::size_t m_byte = 0;
};

struct Sentence {
    std::string_view problem; ///< libyaml's word
    std::string_view ours;
    bool fromContext; ///< the place where the construct began helps more than the place where it failed
};

constexpr std::array sentences{
    Sentence{"mapping values are not allowed in this context",
             "A colon followed by a space starts a new value here; put the text after the first colon in quotes",
             false},
    Sentence{"did not find expected key",
             "This line does not fit the lines above: it needs the form \"key: value\" at the same indentation", false},
    Sentence{"did not find expected '-' indicator",
             "This line does not fit the list above: every entry starts with \"- \" at the same indentation", false},
    Sentence{"did not find expected ',' or ']'", "A list opened with [ is not closed with ]", true},
    Sentence{"did not find expected ',' or '}'", "A { is not closed with }", true},
    Sentence{"did not find expected node content",
             "A value is missing here; there may be a comma too many, or a character that must stand in quotes", false},
    Sentence{"found character that cannot start any token",
             "This character cannot begin a value; put the value in quotes", false},
    Sentence{"found a tab character that violates indentation", "A tab cannot indent YAML; use spaces", false},
    Sentence{"found a tab character where an indentation space is expected", "A tab cannot indent YAML; use spaces",
             false},
    Sentence{"block sequence entries are not allowed in this context", "A list entry \"- \" cannot begin here", false},
    Sentence{"mapping keys are not allowed in this context", "A key cannot begin here", false},
    Sentence{"found unknown escape character",
             "Between double quotes a backslash starts an escape, and this one does not exist; write \\\\ or use single"
             " quotes",
             false},
    Sentence{"found unexpected end of stream", "A quote is opened here and never closed", true},
    Sentence{"found unexpected document indicator", "A quote is opened here and not closed before the next ---", true},
    Sentence{"did not find expected comment or line break",
             "After | or > only a comment may follow; begin the text on the next line", false},
    Sentence{"found undefined tag handle", "A value cannot begin with this !name; put the value in quotes", false},
    Sentence{"did not find expected <document start>",
             "This line does not fit the lines above: keys of one group begin in the same column", false},
};

// `a line without a colon` among keys: the sentence shows the line.
std::string bareKeySentence(std::string_view text, std::size_t offset)
{
    const std::size_t lineEnd = std::min(text.find_first_of("\r\n", offset), text.size());
    std::size_t end = offset;
    for (int characters = 0; characters < 40 && end < lineEnd; ++characters)
        unicode::next(text, end);
    const std::string line(text.substr(offset, end - offset));
    const bool noSpace = line.find(':') != line.npos;
    return noSpace ? "A space is missing behind the colon in \"" + line + "\""
                   : "\"" + line +
                         "\" stands where a key is expected; write \"key: value\", or indent it if it goes on from the"
                         " line above";
}

class Reader
{
public:
    explicit Reader(std::string_view text) : m_text(text), m_offsets(text)
    {
        m_ready = yaml_parser_initialize(&m_parser) == 1;
        if (!m_ready)
            return;
        yaml_parser_set_encoding(&m_parser, YAML_UTF8_ENCODING);
        yaml_parser_set_input_string(&m_parser, reinterpret_cast<const unsigned char*>(text.data()), text.size());
    }
    ~Reader()
    {
        if (m_ready)
            yaml_parser_delete(&m_parser);
    }
    Reader(const Reader&) = delete;
    Reader& operator=(const Reader&) = delete;

    Expected<Events> read()
    {
        if (!m_ready)
            return unexpected(Error{"There is not enough memory to read the YAML", {}, 1});
        yaml_event_type_t type = YAML_NO_EVENT;
        while (type != YAML_DOCUMENT_END_EVENT && type != YAML_STREAM_END_EVENT) {
            yaml_event_t event;
            if (yaml_parser_parse(&m_parser, &event) == 0)
                return unexpected(failure());
            type = event.type;
            take(event);
            yaml_event_delete(&event);
            if (m_error)
                return unexpected(*m_error);
        }
        return std::move(m_events);
    }

private:
    static std::string textOf(const unsigned char* bytes)
    {
        return bytes ? std::string(reinterpret_cast<const char*>(bytes)) : std::string();
    }

    Event& add(Event::Kind kind, const yaml_mark_t& mark)
    {
        Event& event = m_events.emplace_back();
        event.kind = kind;
        event.line = static_cast<int>(mark.line);
        event.offset = m_offsets.at(mark.index);
        return event;
    }

    std::size_t defined(const unsigned char* anchor) { return anchor ? m_anchors[textOf(anchor)] = ++m_lastAnchor : 0; }

    void open(Event& event, const unsigned char* anchor, const unsigned char* tag, bool flow)
    {
        event.flow = flow;
        event.tag = textOf(tag);
        event.anchor = defined(anchor);
        if (++m_level > mostLevels)
            m_error = Error{"Values are nested too deeply", {}, event.line + 1};
    }

    void scalar(const yaml_event_t& event)
    {
        const auto& data = event.data.scalar;
        Event& scalar = add(Event::Kind::Scalar, event.start_mark);
        scalar.plain = data.plain_implicit != 0; // `! "x"` too: Psych looks at nothing else
        scalar.tag = textOf(data.tag);
        scalar.anchor = defined(data.anchor);
        scalar.value.assign(reinterpret_cast<const char*>(data.value), data.length);
    }

    void alias(const yaml_event_t& event)
    {
        Event& alias = add(Event::Kind::Alias, event.start_mark);
        const auto known = m_anchors.find(textOf(event.data.alias.anchor));
        if (known == m_anchors.end())
            m_error =
                Error{"This names an anchor (*name) that is not defined above (Unknown alias)", {}, alias.line + 1};
        else
            alias.anchor = known->second;
    }

    void close(Event::Kind kind)
    {
        m_events.emplace_back().kind = kind;
        --m_level;
    }

    void take(const yaml_event_t& event)
    {
        const auto& sequence = event.data.sequence_start;
        const auto& mapping = event.data.mapping_start;
        if (event.type == YAML_SCALAR_EVENT)
            scalar(event);
        else if (event.type == YAML_ALIAS_EVENT)
            alias(event);
        else if (event.type == YAML_SEQUENCE_START_EVENT)
            open(add(Event::Kind::SequenceStart, event.start_mark), sequence.anchor, sequence.tag,
                 sequence.style == YAML_FLOW_SEQUENCE_STYLE);
        else if (event.type == YAML_MAPPING_START_EVENT)
            open(add(Event::Kind::MapStart, event.start_mark), mapping.anchor, mapping.tag,
                 mapping.style == YAML_FLOW_MAPPING_STYLE);
        else if (event.type == YAML_SEQUENCE_END_EVENT)
            close(Event::Kind::SequenceEnd);
        else if (event.type == YAML_MAPPING_END_EVENT)
            close(Event::Kind::MapEnd);
    }

    Error failure()
    {
        if (m_parser.error == YAML_MEMORY_ERROR)
            return Error{"There is not enough memory to read the YAML", {}, 1};
        const std::string_view problem = m_parser.problem ? m_parser.problem : "";
        const std::string_view context = m_parser.context ? m_parser.context : "";
        const bool isBareKey = problem == "could not find expected ':'";
        Error error{"The YAML cannot be read here", {}, static_cast<int>(m_parser.problem_mark.line) + 1};
        const auto known = std::find_if(sentences.begin(), sentences.end(),
                                        [&](const Sentence& sentence) { return sentence.problem == problem; });
        if (known != sentences.end())
            error.message = known->ours;
        if (isBareKey)
            error.message = bareKeySentence(m_text, m_offsets.at(m_parser.context_mark.index));
        else if (problem.starts_with("found character") && at(m_parser.problem_mark) == '\t')
            error.message = "A tab cannot indent YAML; use spaces";
        if (isBareKey || (known != sentences.end() && known->fromContext && !context.empty()))
            error.line = static_cast<int>(m_parser.context_mark.line) + 1;
        error.message += " (" + std::string(problem) + ")";
        return error;
    }

    char at(const yaml_mark_t& mark)
    {
        const std::size_t offset = m_offsets.at(mark.index);
        return offset < m_text.size() ? m_text[offset] : '\0';
    }

    std::string_view m_text;
    ByteOffsets m_offsets;
    yaml_parser_t m_parser{};
    bool m_ready = false;
    Events m_events;
    std::map<std::string, std::size_t> m_anchors;
    std::size_t m_lastAnchor = 0;
    int m_level = 0;
    std::optional<Error> m_error;
};
} // namespace

Expected<Events> rubyEvents(std::string_view text)
{
    return Reader(text).read();
}

} // namespace galley::yaml
