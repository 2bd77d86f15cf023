// SPDX-License-Identifier: MIT
#include "site/documentdata.h"

#include "site/merge.h"
#include "site/urls.h"

#include <algorithm>

namespace galley::site
{

namespace
{
bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

/// Length of `\d{2,4}-\d{1,2}-\d{1,2}-` at the beginning; 0 when it is not there.
std::size_t datePrefix(std::string_view name)
{
    constexpr std::pair<std::size_t, std::size_t> figures[] = {{2, 4}, {1, 2}, {1, 2}};
    std::size_t at = 0;
    for (const auto& [least, most] : figures) {
        std::size_t count = 0;
        while (at < name.size() && count < most && isDigit(name[at])) {
            ++at;
            ++count;
        }
        if (count < least || at >= name.size() || name[at++] != '-')
            return 0;
    }
    return at;
}

Array words(const std::string& text)
{
    Array list;
    for (std::size_t start = 0; start < text.size();) {
        start = text.find_first_not_of(" \t\r\n\f\v", start);
        if (start == std::string::npos)
            break;
        const std::size_t end = std::min(text.find_first_of(" \t\r\n\f\v", start), text.size());
        list.push_back(text.substr(start, end - start));
        start = end;
    }
    return list;
}

void appendFlat(Array& out, const Value& value)
{
    if (value.isArray()) {
        for (const Value& member : value.array())
            appendFlat(out, member);
    } else if (!value.isNil()) {
        out.push_back(value);
    }
}

void appendNew(Array& out, const Value& value)
{
    if (std::find(out.begin(), out.end(), value) == out.end())
        out.push_back(value);
}

Array united(const Array& left, const Array& right)
{
    Array all;
    for (const Array* part : {&left, &right}) {
        for (const Value& value : *part)
            appendNew(all, value);
    }
    return all;
}

/// Utils.pluralized_array_from_hash: the singular key whole, else the plural one split.
Array pluralized(const Hash& data, std::string_view singular, std::string_view plural)
{
    Array list;
    const Value one = data.get(singular);
    const Value many = data.get(plural);
    if (one.isTruthy())
        appendFlat(list, one);
    else if (many.isString())
        list = words(many.string());
    else if (many.isArray())
        appendFlat(list, many);
    return list;
}
} // namespace

FileName fileNameOf(std::string_view relativePath)
{
    const std::string_view name = relativePath.substr(relativePath.rfind('/') + 1);
    const std::size_t dot = name.rfind('.');
    const std::size_t prefix = datePrefix(name);
    FileName found;
    if (dot == std::string_view::npos || dot + 1 == name.size()) {
        found.slug = stemOf(name);
    } else if (prefix > 0 && prefix <= dot) {
        found.date = std::string(name.substr(0, prefix - 1));
        found.slug = std::string(name.substr(prefix, dot - prefix));
        found.extension = std::string(name.substr(dot));
    } else {
        found.slug = std::string(name.substr(0, dot));
        found.extension = std::string(name.substr(dot));
    }
    while (!found.slug.empty() && found.slug.back() == '.')
        found.slug.pop_back();
    return found;
}

DocumentData::DocumentData(std::string_view relativePath, std::string_view collection, bool isDraft)
{
    const std::string special = isDraft ? "_drafts" : "_" + std::string(collection);
    m_values.set("draft", isDraft);
    Array folders;
    if (relativePath.substr(0, special.size()) != special) {
        std::string_view above = relativePath.substr(0, relativePath.find(special));
        const std::string_view name = relativePath.substr(relativePath.rfind('/') + 1);
        for (std::size_t start = 0; start < above.size();) {
            const std::size_t end = std::min(above.find('/', start), above.size());
            if (end > start && above.substr(start, end - start) != name)
                folders.push_back(above.substr(start, end - start));
            start = end + 1;
        }
    }
    m_values.set("categories", Value(std::move(folders)));
}

void DocumentData::merge(const Hash& other)
{
    Value categories = other.get("categories");
    if (categories.isString())
        categories = words(categories.string());
    const Value present = m_values.get("categories");
    m_values = merged(m_values, other);
    if (!categories.isNil())
        m_values.set("categories", present.isArray() ? Value(united(present.array(), listOf(categories))) : categories);
}

void completeTitles(Hash& data, const FileName& name)
{
    const auto complete = [&](const char* key, const std::string& value) {
        if (!data.get(key).isTruthy() && !value.empty())
            data.set(key, value);
    };
    complete("title", titleOfSlug(name.slug));
    complete("slug", name.slug);
    complete("ext", name.extension);
}

void completeLists(Hash& data)
{
    Array categories = listOf(data.get("categories"));
    appendFlat(categories, pluralized(data, "category", "categories"));
    Array names;
    for (const Value& category : categories)
        appendNew(names, textOf(category));
    data.set("categories", Value(united(listOf(data.get("categories")), names)));
    data.set("tags", Value(pluralized(data, "tag", "tags")));
}

} // namespace galley::site
