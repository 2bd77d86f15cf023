// SPDX-License-Identifier: MIT
#include "base/linediff.h"

#include "base/limits.h"

#include <algorithm>
#include <string>

namespace galley
{

namespace
{
using Lines = std::vector<std::string_view>;

/// Furthest x on each diagonal k = x - y after d changes; the array of each d is kept to walk back.
class ShortestEdit
{
public:
    ShortestEdit(const std::string_view* before, int beforeCount, const std::string_view* after, int afterCount)
        : m_before(before), m_after(after), m_n(beforeCount), m_m(afterCount)
    {
    }

    /// One letter a line: '=' both, '-' only before, '+' only after. Empty when more than `most` changes are needed.
    std::string script(int most)
    {
        std::vector<int> furthest(static_cast<std::size_t>(2 * most + 3), 0);
        for (int d = 0; d <= most; ++d) {
            for (int k = -d; k <= d; k += 2) {
                const int x = slide(start(furthest, most, d, k), k);
                furthest[index(most, k)] = x;
                if (x >= m_n && x - k >= m_m) {
                    m_trace.push_back(furthest);
                    return walkBack(most, d, k);
                }
            }
            m_trace.emplace_back(furthest.begin() + (most + 1 - d), furthest.begin() + (most + 2 + d));
        }
        return {};
    }

private:
    static std::size_t index(int most, int k) { return static_cast<std::size_t>(k + most + 1); }

    /// Down from k + 1 (a line came) or right from k - 1 (a line went), whichever gets further.
    static bool comesDown(const std::vector<int>& furthest, int most, int d, int k)
    {
        return k == -d || (k != d && furthest[index(most, k - 1)] < furthest[index(most, k + 1)]);
    }

    static int start(const std::vector<int>& furthest, int most, int d, int k)
    {
        if (d == 0)
            return 0;
        return comesDown(furthest, most, d, k) ? furthest[index(most, k + 1)] : furthest[index(most, k - 1)] + 1;
    }

    int slide(int x, int k) const
    {
        while (x < m_n && x - k < m_m && x - k >= 0 && m_before[x] == m_after[x - k])
            ++x;
        return x;
    }

    std::string walkBack(int most, int d, int k) const
    {
        std::string reversed;
        int x = m_n;
        int y = m_m;
        for (; d > 0; --d) {
            // m_trace[d - 1] holds the diagonals -(d-1) … d-1 only.
            std::vector<int> furthest(static_cast<std::size_t>(2 * most + 3), 0);
            const std::vector<int>& kept = m_trace[static_cast<std::size_t>(d - 1)];
            std::copy(kept.begin(), kept.end(), furthest.begin() + (most + 1 - (d - 1)));
            const bool down = comesDown(furthest, most, d, k);
            k = down ? k + 1 : k - 1;
            const int fromX = furthest[index(most, k)];
            const int fromY = fromX - k;
            for (; x > fromX + (down ? 0 : 1) && y > fromY + (down ? 1 : 0); --x, --y)
                reversed += '=';
            reversed += down ? '+' : '-';
            x = fromX;
            y = fromY;
        }
        reversed.append(static_cast<std::size_t>(x), '=');
        std::reverse(reversed.begin(), reversed.end());
        return reversed;
    }

    const std::string_view* m_before;
    const std::string_view* m_after;
    int m_n;
    int m_m;
    std::vector<std::vector<int>> m_trace;
};

/// Within a changed place removals first: people read "this went, that came".
void orderChanges(std::string& script)
{
    for (auto it = script.begin(); it != script.end();) {
        const auto end = std::find(it, script.end(), '=');
        std::sort(it, end, [](char a, char b) { return a == '-' && b == '+'; });
        it = std::find_if(end, script.end(), [](char c) { return c != '='; });
    }
}

std::vector<DiffRun> toRuns(const std::string& script)
{
    std::vector<DiffRun> runs;
    int before = 0;
    int after = 0;
    for (std::size_t i = 0; i < script.size();) {
        const std::size_t end = std::min(script.find_first_not_of(script[i], i), script.size());
        const auto count = static_cast<int>(end - i);
        const auto kind = script[i] == '='   ? DiffRun::Kind::Same
                          : script[i] == '-' ? DiffRun::Kind::Removed
                                             : DiffRun::Kind::Added;
        runs.push_back({kind, before, after, count});
        before += kind == DiffRun::Kind::Added ? 0 : count;
        after += kind == DiffRun::Kind::Removed ? 0 : count;
        i = end;
    }
    return runs;
}
} // namespace

std::vector<std::string_view> splitLines(std::string_view text)
{
    Lines lines;
    while (!text.empty()) {
        const std::size_t end = text.find('\n');
        lines.push_back(text.substr(0, end));
        text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
    }
    return lines;
}

std::vector<DiffRun> diffLines(std::string_view before, std::string_view after)
{
    const Lines a = splitLines(before);
    const Lines b = splitLines(after);
    const auto same = std::mismatch(a.begin(), a.end(), b.begin(), b.end());
    const auto prefix = static_cast<std::size_t>(same.first - a.begin());
    const auto sameEnd = std::mismatch(a.rbegin(), a.rend() - static_cast<std::ptrdiff_t>(prefix), b.rbegin(),
                                       b.rend() - static_cast<std::ptrdiff_t>(prefix));
    const auto suffix = static_cast<std::size_t>(sameEnd.first - a.rbegin());
    const std::size_t n = a.size() - prefix - suffix;
    const std::size_t m = b.size() - prefix - suffix;
    const int most = static_cast<int>(std::min(limits::diffChanges, n + m));
    std::string script =
        ShortestEdit(a.data() + prefix, static_cast<int>(n), b.data() + prefix, static_cast<int>(m)).script(most);
    if (script.empty())
        script = std::string(n, '-') + std::string(m, '+');
    script = std::string(prefix, '=') + script + std::string(suffix, '=');
    orderChanges(script);
    return toRuns(script);
}

} // namespace galley
