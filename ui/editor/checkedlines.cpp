// SPDX-License-Identifier: MIT
#include "editor/checkedlines.h"

#include "base/textcodec.h"
#include "editor/longlines.h"
#include "editor/prosewords.h"

#include <algorithm>

namespace galley
{

static std::size_t keyOf(std::string_view line, const ProseState& state, bool isFirst)
{
    const std::size_t begin = 2 * state.packed() + (isFirst ? 1 : 0);
    return std::hash<std::string_view>()(line) ^ (begin * 0x9e3779b97f4a7c15U); // spread over all bits
}

WrongLines CheckedLines::wrongWords(std::string_view text, const IsRight& isRight, const std::stop_token& stop)
{
    WrongLines wrong;
    std::unordered_map<std::size_t, Line> lines;
    ProseState state;
    int number = 0;
    for (std::size_t start = 0; start <= text.size() && !stop.stop_requested(); ++number) {
        const std::size_t end = std::min(text.find('\n', start), text.size());
        const std::string_view bytes = text.substr(start, end - start);
        const auto [line, isNew] = lines.try_emplace(keyOf(bytes, state, number == 0));
        if (const auto known = isNew ? m_lines.find(line->first) : m_lines.end(); known != m_lines.end()) {
            line->second = std::move(known->second);
            m_lines.erase(known);
        } else if (isNew) {
            const QString units = longlines::uncut(toEditorText(bytes));
            for (const ProseWord& word : proseWords(units, state, number == 0)) {
                if (!isRight(units.mid(word.start, word.length)))
                    line->second.wrong.push_back({static_cast<int>(word.start), static_cast<int>(word.length)});
            }
            line->second.next = state;
        }
        if (!line->second.wrong.empty())
            wrong.emplace_hint(wrong.end(), number, line->second.wrong);
        state = line->second.next;
        start = end + 1;
    }
    if (stop.stop_requested())
        lines.merge(m_lines); // the rest was not reached
    m_lines = std::move(lines);
    return wrong;
}

} // namespace galley
