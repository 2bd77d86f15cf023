// SPDX-License-Identifier: MIT
#include "post/fieldkind.h"

#include "post/yamlwriter.h"

#include <algorithm>
#include <array>

namespace galley
{
namespace
{
template <std::size_t N>
bool isOneOf(std::string_view key, const std::array<std::string_view, N>& names)
{
    return std::find(names.begin(), names.end(), key) != names.end();
}

bool isScalarList(const Value& value)
{
    const Array& items = value.array();
    return std::all_of(items.begin(), items.end(), [](const Value& item) { return item.isString(); });
}

FieldKind kindByName(std::string_view key)
{
    constexpr std::array<std::string_view, 2> choices{"layout", "author"};
    constexpr std::array<std::string_view, 4> dates{"date", "last_modified_at", "updated", "event_date"};
    constexpr std::array<std::string_view, 4> lists{"tags", "categories", "keywords", "authors"};
    constexpr std::array<std::string_view, 6> images{"image", "cover", "thumbnail", "photo", "banner", "avatar"};
    constexpr std::array<std::string_view, 4> flags{"published", "comments", "toc", "pin"};
    constexpr std::array<std::string_view, 3> lines{"description", "summary", "excerpt"};
    return isOneOf(key, choices)  ? FieldKind::Choice
           : isOneOf(key, dates)  ? FieldKind::Date
           : isOneOf(key, lists)  ? FieldKind::List
           : isOneOf(key, images) ? FieldKind::Image
           : isOneOf(key, flags)  ? FieldKind::Boolean
           : isOneOf(key, lines)  ? FieldKind::Lines
                                  : FieldKind::Text;
}
} // namespace

FieldKind fieldKind(std::string_view key, const Value* value)
{
    const FieldKind named = kindByName(key);
    if (!value || value->isNil())
        return named;
    if (value->isHash())
        return FieldKind::Source;
    if (value->isArray())
        return isScalarList(*value) ? FieldKind::List : FieldKind::Source;
    if (value->isDateTime())
        return FieldKind::Date;
    if (value->isBool())
        return FieldKind::Boolean;
    if (named == FieldKind::Date || named == FieldKind::List || named == FieldKind::Choice)
        return named;
    if (value->isNumber())
        return key == "title" ? FieldKind::Text : FieldKind::Number;
    const bool hasLines = value->isString() && value->string().find('\n') != std::string::npos;
    if (hasLines)
        return FieldKind::Lines;
    return named == FieldKind::Boolean ? FieldKind::Text : named;
}

std::string fieldText(const Value& value)
{
    if (value.isString())
        return value.string();
    if (!value.isArray())
        return yaml::writeValue(value, {});
    std::string out;
    for (const Value& item : value.array())
        out += (out.empty() ? "" : ", ") + fieldText(item);
    return out;
}

} // namespace galley
