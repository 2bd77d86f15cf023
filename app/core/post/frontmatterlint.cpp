// SPDX-License-Identifier: MIT
#include "post/frontmatterlint.h"

#include "base/limits.h"
#include "base/unicode.h"
#include "post/editdraft.h"
#include "post/fieldkind.h"
#include "post/postvalues.h"
#include "post/yamlchars.h"
#include "post/yamlscalar.h"
#include "post/yamlspans.h"

#include <algorithm>
#include <array>
#include <set>

namespace galley
{
namespace
{
using namespace yaml;

Diagnostic diagnosticAt(int line, Severity severity, std::string text)
{
    Diagnostic diagnostic;
    diagnostic.line = line;
    diagnostic.severity = severity;
    diagnostic.text = std::move(text);
    return diagnostic;
}

// Nothing for what no quotes can hold, a NUL say.
std::optional<std::string> plainQuoted(std::string_view text)
{
    const bool hasSpecial = text.find_first_of("\"\\") != text.npos;
    return quoted(text, hasSpecial ? Quoting::Single : Quoting::Double, {});
}

// What a reader would be surprised by; empty when the value means what it looks like.
std::string surprise(std::string_view source, const Value& value)
{
    const std::string shown = "\"" + std::string(source) + "\"";
    if (value.isBool() && source != "true" && source != "false")
        return shown + " means " + (value.boolean() ? "true" : "false") + " to Jekyll";
    if (value.isNumber() && source.find(':') != source.npos)
        return shown + " is read as the number " + fieldText(value) + ", as minutes and seconds are counted in YAML";
    if (value.isInteger() && fieldText(value) != source && source.front() != '+')
        return shown + " is read as the number " + fieldText(value);
    if (value.isFloat() && source.ends_with('0') && fieldText(value) != source &&
        source.find_first_of("eE") == source.npos)
        return shown + " is read as the number " + fieldText(value) + ", without the zero";
    return {};
}

class Linter
{
public:
    explicit Linter(const EditDraft& draft) : m_draft(draft) {}

    std::vector<FrontMatterFinding> findings()
    {
        if (!m_draft.isEmpty())
            visit(m_draft.root());
        return std::move(m_findings);
    }

private:
    void visit(const Node& node)
    {
        if (m_findings.size() >= limits::lintFindings)
            return;
        if (node.kind == Node::Kind::Scalar && !node.tagged)
            scalar(node);
        if (node.kind == Node::Kind::Map)
            duplicates(node);
        for (std::size_t i = 0; i < node.items.size(); ++i) {
            const bool isValue = node.kind == Node::Kind::Map && i % 2 == 1;
            if (isValue && isCoordinate(node.items[i - 1], node.items[i]))
                continue;
            if (node.kind != Node::Kind::Map || isValue) // keys are nobody's values
                visit(node.items[i]);
        }
    }

    // "lat: 48.20" means the number, with or without its zero.
    bool isCoordinate(const Node& key, const Node& value) const
    {
        static constexpr std::array<std::string_view, 7> names{"lat",      "lng",       "lon", "long",
                                                               "latitude", "longitude", "zoom"};
        const std::string_view name = m_draft.yaml().substr(key.content, key.end - key.content);
        if (value.kind != Node::Kind::Scalar || std::find(names.begin(), names.end(), name) == names.end())
            return false;
        const Expected<Value> number = resolveScalar(m_draft.events()[value.firstEvent].value);
        return number && number->isFloat();
    }

    void scalar(const Node& node)
    {
        const Event& event = m_draft.events()[node.firstEvent];
        if (!event.plain || node.end <= node.content)
            return;
        const std::string_view source = m_draft.yaml().substr(node.content, node.end - node.content);
        const Expected<Value> value = resolveScalar(event.value);
        if (const std::string why = value ? surprise(source, *value) : std::string(); !why.empty())
            add(node, why, Severity::Note, node.end);
        else if (const std::size_t end = cutEnd(node); end > node.end)
            add(node, "Jekyll reads only \"" + std::string(source) + "\": what follows \" #\" is a comment",
                Severity::Warning, end);
    }

    // Behind "#12" of "C# meetup #12"; a comment proper has a space behind its #.
    std::size_t cutEnd(const Node& node) const
    {
        const std::string_view yaml = m_draft.yaml();
        const std::size_t hash = yaml.find_first_not_of(" \t", node.end);
        if (hash == yaml.npos || yaml[hash] != '#' || hash + 1 >= yaml.size() || isSpace(yaml[hash + 1]) || node.flow)
            return node.end;
        const std::size_t end = lineEnd(yaml, hash);
        return yaml.find_last_not_of(" \t", end - 1) + 1;
    }

    void duplicates(const Node& map)
    {
        std::set<std::string_view> seen;
        for (std::size_t entry = map.entries(); entry-- > 0;) { // Ruby keeps the last
            const Node& key = map.key(entry);
            const std::string_view name = m_draft.keyText(map, entry);
            if (key.kind == Node::Kind::Scalar && name != "<<" && !seen.insert(name).second)
                m_findings.push_back({diagnosticAt(line(key), Severity::Warning,
                                                   "The key \"" + std::string(name) +
                                                       "\" stands again below, and Jekyll takes the last"),
                                      {},
                                      {}});
        }
    }

    int line(const Node& node) const { return yaml::lineOf(m_draft.yaml(), node.begin) + 1; }

    int column(const Node& node) const
    {
        const std::size_t begin = lineBegin(m_draft.yaml(), node.content);
        return static_cast<int>(unicode::length(m_draft.yaml().substr(begin, node.content - begin))) + 1;
    }

    void add(const Node& node, std::string why, Severity severity, std::size_t end)
    {
        FrontMatterFinding finding{diagnosticAt(line(node), severity, std::move(why)), {}, {}};
        finding.diagnostic.column = column(node);
        const std::string_view source = m_draft.yaml().substr(node.content, end - node.content);
        const bool affordable = m_findings.size() < limits::lintFixes && m_draft.yaml().size() <= limits::lintFixBytes;
        const std::optional<std::string> quotedText = plainQuoted(source);
        if (affordable && quotedText && source.find('\n') == source.npos) {
            const TextEdit edit{node.content, source.size(), *quotedText};
            const Expected<TextEdit> fix = m_draft.checked(edit, Plan{node.firstEvent, node.endEvent, 1});
            if (fix) {
                finding.fixTitle = "Quote it";
                finding.fix = *fix;
            }
        }
        m_findings.push_back(std::move(finding));
    }

    const EditDraft& m_draft;
    std::vector<FrontMatterFinding> m_findings;
};

// An edit helps when the front matter can be read then, or its first error stands further down.
bool helps(std::string_view text, const TextEdit& edit, int errorLine)
{
    const std::string after = applied(text, edit);
    const FrontMatter front = findFrontMatter(after);
    const Expected<Value> value = front.present ? readYaml(front.yaml(after)) : unexpected(Error{});
    return value ? value->isHash() : value.error().line > errorLine;
}

struct Line {
    std::size_t begin = 0; ///< in the whole text
    std::string_view text; ///< without its break
};

Line lineAt(std::string_view text, std::size_t from, int number)
{
    std::size_t begin = from;
    for (; number > 1; --number)
        begin = nextLine(text, begin);
    return {begin, text.substr(begin, lineEnd(text, begin) - begin)};
}

struct Mend {
    std::string title;
    TextEdit edit;
};

std::vector<Mend> mends(const Line& line)
{
    std::vector<Mend> out;
    const std::size_t indent = std::min(line.text.find_first_not_of(" \t"), line.text.size());
    if (line.text.substr(0, indent).find('\t') != line.text.npos)
        out.push_back(
            {"Indent with spaces",
             {line.begin, indent,
              std::string(2 * static_cast<std::size_t>(std::count(
                                  line.text.begin(), line.text.begin() + static_cast<std::ptrdiff_t>(indent), '\t')),
                          ' ')}});
    const std::size_t colon = line.text.find(':');
    if (colon == line.text.npos)
        return out;
    const std::size_t value = std::min(line.text.find_first_not_of(" \t", colon + 1), line.text.size());
    const std::size_t end = line.text.find_last_not_of(" \t") + 1;
    const std::optional<std::string> quotedText =
        value < end ? plainQuoted(line.text.substr(value, end - value)) : std::nullopt;
    if (value > colon + 1 && quotedText)
        out.push_back({"Quote it", {line.begin + value, end - value, *quotedText}});
    if (value == colon + 1)
        out.push_back({"Put a space behind the colon", {line.begin + colon + 1, 0, " "}});
    return out;
}

} // namespace

std::vector<FrontMatterFinding> lintBroken(std::string_view text, const FrontMatter& front, const Error& error)
{
    FrontMatterFinding finding{diagnosticAt(std::max(error.line, 1), Severity::Error, notYaml(error)), {}, {}};
    for (const Mend& mend : mends(lineAt(text, front.begin, error.line))) {
        if (!helps(text, mend.edit, error.line))
            continue;
        finding.fixTitle = mend.title;
        finding.fix = mend.edit;
        break;
    }
    return {finding};
}

std::vector<FrontMatterFinding> lintStray(const std::optional<StrayFrontMatter>& stray)
{
    if (!stray)
        return {};
    return {{diagnosticAt(stray->line, Severity::Warning, stray->why), stray->help, stray->mend}};
}

std::vector<FrontMatterFinding> lintFrontMatter(std::string_view text)
{
    const FrontMatter front = findFrontMatter(text);
    if (!front.present)
        return lintStray(findStrayFrontMatter(text));
    if (const Expected<Value> value = readYaml(front.yaml(text)); !value)
        return lintBroken(text, front, value.error());
    const Expected<EditDraft> draft = EditDraft::open(text);
    return draft ? lint(*draft) : std::vector<FrontMatterFinding>{};
}

std::vector<FrontMatterFinding> lint(const EditDraft& draft)
{
    return Linter(draft).findings();
}

} // namespace galley
