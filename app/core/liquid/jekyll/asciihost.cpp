// SPDX-License-Identifier: MIT
#include "liquid/jekyll/asciihost.h"

#include "base/normalform.h"
#include "base/unicode.h"

#include <algorithm>
#include <cstdint>
#include <vector>

namespace galley::liquid
{

namespace
{
// RFC 3492, section 5.
constexpr std::uint32_t base = 36, smallest = 1, largest = 26, skew = 38, damp = 700, firstBias = 72, firstCode = 128;

std::uint32_t adapted(std::uint32_t delta, std::uint32_t points, bool isFirst)
{
    delta = isFirst ? delta / damp : delta / 2;
    delta += delta / points;
    std::uint32_t k = 0;
    for (; delta > (base - smallest) * largest / 2; k += base)
        delta /= base - smallest;
    return k + (base - smallest + 1) * delta / (delta + skew);
}

char digit(std::uint32_t value)
{
    return static_cast<char>(value < 26 ? 'a' + value : '0' + (value - 26));
}

void appendNumber(std::string& out, std::uint32_t number, std::uint32_t bias)
{
    for (std::uint32_t k = base;; k += base) {
        const std::uint32_t limit = k <= bias ? smallest : std::min(k - bias, largest);
        if (number < limit)
            break;
        out += digit(limit + (number - limit) % (base - limit));
        number = (number - limit) / (base - limit);
    }
    out += digit(number);
}

std::string punycode(std::string_view label)
{
    std::vector<char32_t> input;
    std::string out;
    for (std::size_t pos = 0; pos < label.size();) {
        input.push_back(unicode::next(label, pos));
        if (input.back() < firstCode)
            out += static_cast<char>(input.back());
    }
    const auto basics = static_cast<std::uint32_t>(out.size());
    if (basics > 0)
        out += '-';
    std::uint32_t code = firstCode, delta = 0, bias = firstBias;
    for (std::uint32_t done = basics; done < input.size(); ++delta, ++code) {
        char32_t next = 0x110000;
        for (const char32_t c : input)
            next = c >= code ? std::min(next, c) : next;
        delta += (static_cast<std::uint32_t>(next) - code) * (done + 1);
        code = static_cast<std::uint32_t>(next);
        for (const char32_t c : input) {
            delta += c < code ? 1 : 0;
            if (c != code)
                continue;
            appendNumber(out, delta, bias);
            bias = adapted(delta, done + 1, done == basics);
            delta = 0;
            ++done;
        }
    }
    return out;
}

bool isAscii(std::string_view text)
{
    return std::all_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}
} // namespace

std::string asciiHost(std::string_view host)
{
    const bool hasControl = std::any_of(host.begin(), host.end(), [](char c) {
        return (static_cast<unsigned char>(c) < 0x20 && c != '\t' && c != '\n' && c != '\r') || c == 0x7F;
    });
    if (isAscii(host) || hasControl || unicode::firstInvalid(host) != std::string_view::npos)
        return std::string(host);
    std::string lower = unicode::toLower(host);
    while (lower.ends_with('.')) // Ruby's split drops the empty labels at the end
        lower.pop_back();
    std::string out;
    for (std::size_t start = 0; start <= lower.size();) {
        const std::size_t end = std::min(lower.find('.', start), lower.size());
        const std::string label = lower.substr(start, end - start);
        out += start > 0 ? "." : "";
        out += isAscii(label) ? label : "xn--" + punycode(unicode::composed(label, unicode::Form::Compatibility));
        start = end + 1;
    }
    return out;
}

} // namespace galley::liquid
