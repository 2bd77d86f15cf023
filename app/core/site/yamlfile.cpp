// SPDX-License-Identifier: MIT
#include "site/yamlfile.h"

#include "base/fileerror.h"
#include "base/files.h"
#include "base/unicode.h"
#include "post/postdocument.h"
#include "post/yamlreader.h"

#include <algorithm>

namespace galley::site
{

namespace fs = std::filesystem;

std::string displayName(const fs::path& file, const fs::path& root)
{
    const fs::path relative = file.lexically_relative(root);
    return relative.empty() || *relative.begin() == ".." ? file.string() : relative.string();
}

static std::string repaired(const std::string& bytes)
{
    std::string text;
    for (std::size_t pos = 0; pos < bytes.size();)
        unicode::append(text, unicode::next(bytes, pos));
    return text;
}

Expected<std::string> readText(const fs::path& file, const std::string& name, Diagnostics& diagnostics)
{
    Expected<std::string> text = readFile(file);
    if (!text)
        return text;
    constexpr std::string_view mark = "\xEF\xBB\xBF";
    if (text->compare(0, mark.size(), mark) == 0)
        text->erase(0, mark.size());
    const std::size_t invalid = unicode::firstInvalid(*text);
    if (invalid != std::string::npos) {
        const auto line = std::count(text->begin(), text->begin() + static_cast<std::ptrdiff_t>(invalid), '\n') + 1;
        diagnostics.push_back({name, static_cast<int>(line), 0, Severity::Error, "The file is not valid UTF-8"});
        return repaired(*text);
    }
    return text;
}

Expected<Value> readYamlFile(const fs::path& file, const std::string& name, Diagnostics& diagnostics)
{
    const Expected<std::string> text = readText(file, name, diagnostics);
    if (!text)
        return unexpected(Error{messageBesideName(text.error()), name, 0});
    Expected<Value> value = readYaml(*text);
    if (!value && value.error().message.find("class: Symbol") != std::string::npos) {
        diagnostics.push_back({name, value.error().line, 0, Severity::Warning, value.error().message});
        YamlOptions lenient;
        lenient.symbolsAsText = true;
        value = readYaml(*text, lenient);
    }
    if (!value)
        value.error().file = name;
    return value;
}

SplitText splitFrontMatter(std::string_view text, const std::string& name, const std::string& timeZone,
                           Diagnostics& diagnostics)
{
    PostDocument parsed = PostDocument::parse(text, {timeZone});
    for (Diagnostic& diagnostic : parsed.diagnostics) {
        diagnostic.file = name;
        diagnostics.push_back(std::move(diagnostic));
    }
    SplitText split;
    split.data = Value(std::move(parsed.values));
    split.bodyOffset = static_cast<std::size_t>(parsed.body.data() - text.data());
    split.bodyLine = parsed.bodyLine();
    split.valid = !parsed.broken;
    return split;
}

bool beginsWithFrontMatter(std::string_view text)
{
    if (text.substr(0, 3) != "---")
        return false;
    const std::size_t end = text.find('\n');
    return end != std::string_view::npos &&
           text.substr(3, end - 3).find_first_not_of(" \t\r\f\v") == std::string_view::npos;
}

} // namespace galley::site
