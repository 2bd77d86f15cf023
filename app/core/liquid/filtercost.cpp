// SPDX-License-Identifier: MIT
#include "liquid/filtercost.h"

#include "liquid/context.h"
#include "liquid/rubynumber.h"

#include <algorithm>
#include <array>
#include <bit>

namespace galley::liquid
{

namespace
{
struct Known {
    std::string_view name;
    Walk walk;
};
constexpr std::array<Known, 42> known{{{"size", Walk::Nothing},
                                       {"first", Walk::Nothing},
                                       {"last", Walk::Nothing},
                                       {"default", Walk::Nothing},
                                       {"sort", Walk::Sorted},
                                       {"sort_natural", Walk::Sorted},
                                       {"group_by", Walk::Sorted},
                                       {"uniq", Walk::Deep},
                                       {"join", Walk::Deep},
                                       {"inspect", Walk::Deep},
                                       {"jsonify", Walk::Deep},
                                       {"where", Walk::Deep},
                                       {"find", Walk::Deep},
                                       {"escape_once", Walk::Read},
                                       {"strip_html", Walk::Read},
                                       {"slugify", Walk::Read},
                                       {"smartify", Walk::Read},
                                       {"markdownify", Walk::Read},
                                       {"toc", Walk::Read},
                                       {"toc_only", Walk::Read},
                                       {"inject_anchors", Walk::Read},
                                       {"normalize_whitespace", Walk::Read},
                                       {"replace", Walk::Read},
                                       {"replace_first", Walk::Read},
                                       {"replace_last", Walk::Read},
                                       {"remove", Walk::Read},
                                       {"remove_first", Walk::Read},
                                       {"remove_last", Walk::Read},
                                       {"split", Walk::Read},
                                       {"escape", Walk::Read},
                                       {"xml_escape", Walk::Read},
                                       {"cgi_escape", Walk::Read},
                                       {"uri_escape", Walk::Read},
                                       {"url_encode", Walk::Read},
                                       {"url_decode", Walk::Read},
                                       {"upcase", Walk::Read},
                                       {"downcase", Walk::Read},
                                       {"capitalize", Walk::Read},
                                       {"strip_newlines", Walk::Read},
                                       {"newline_to_br", Walk::Read},
                                       {"truncatewords", Walk::Read},
                                       {"number_of_words", Walk::Read}}};

void weigh(const Value& value, bool deep, std::uint64_t& weight)
{
    if (++weight > limits::liquidItems)
        return;
    if (value.isArray()) {
        for (const Value& each : value.array()) {
            weigh(each, deep, weight);
            if (weight > limits::liquidItems)
                return;
        }
    } else if (deep && value.isHash()) {
        for (const Hash::Entry& entry : value.hash()) {
            weigh(entry.second, deep, weight);
            if (weight > limits::liquidItems)
                return;
        }
    }
}

std::uint64_t costOfValue(const Value& value, Walk walk)
{
    if (value.isString())
        return value.string().size() / (walk == Walk::Read ? 1 : limits::liquidBytesPerUnit);
    std::uint64_t items = 0;
    if (value.isRange())
        items = static_cast<std::uint64_t>(std::clamp<std::int64_t>(rangeSize(value.range()), 0, limits::liquidItems));
    else if (value.isArray() || value.isHash())
        items = weightOf(value, walk == Walk::Deep);
    constexpr std::uint64_t each = 4; // an item is copied, with a count of who holds it
    return items * (walk == Walk::Sorted ? each * static_cast<std::uint64_t>(std::bit_width(items)) : each);
}
} // namespace

Walk walkOf(std::string_view name)
{
    const auto found = std::find_if(known.begin(), known.end(), [&](const Known& one) { return one.name == name; });
    return found == known.end() ? Walk::Items : found->walk;
}

std::uint64_t weightOf(const Value& value, bool deep)
{
    std::uint64_t weight = 0;
    weigh(value, deep, weight);
    return weight;
}

std::uint64_t costOf(const FilterCall& call, Walk walk)
{
    if (walk == Walk::Nothing)
        return call.input.isString() ? costOfValue(call.input, Walk::Items) : 0;
    std::uint64_t cost = costOfValue(call.input, walk);
    for (const Value& argument : call.arguments)
        cost += costOfValue(argument, Walk::Items);
    return cost;
}

bool mayJoin(const FilterCall& call, const Value& list, const Value& more)
{
    if (weightOf(list, true) + weightOf(more, true) <= limits::liquidItems)
        return true;
    call.fail("array too large");
    return false;
}

} // namespace galley::liquid
