// SPDX-License-Identifier: MIT
#include "site/datareader.h"

#include "site/csvfile.h"
#include "site/folderwalk.h"
#include "site/merge.h"
#include "site/urls.h"
#include "site/yamlfile.h"

#include "base/fileerror.h"
#include "base/files.h"
#include "base/limits.h"

#include <algorithm>
#include <array>
#include <string>
#include <vector>

namespace galley::site
{

namespace fs = std::filesystem;

namespace
{
struct Reading {
    const fs::path& root;
    const Hash& config;
    Diagnostics& diagnostics;
};

bool isWord(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
}

/// Word characters, hyphens and inner blanks stay; blanks become underscores (DataReader#sanitize_filename).
std::string keyOf(const std::string& name)
{
    std::string kept;
    for (const char c : name) {
        if (isWord(c) || c == '-' || c == ' ' || c == '\t')
            kept += c;
    }
    std::string key;
    for (const char c : trimmed(kept)) {
        if (c != ' ' && c != '\t')
            key += c;
        else if (key.empty() || key.back() != '_')
            key += '_';
    }
    return key;
}

/// Names in the order Jekyll takes them: by kind of file, then by name; folders last.
std::vector<fs::path> entriesOf(const fs::path& folder, std::error_code& failure)
{
    static constexpr std::array<std::string_view, 5> kinds{".yaml", ".yml", ".json", ".csv", ".tsv"};
    std::vector<std::pair<std::size_t, fs::path>> found;
    std::error_code code;
    // A loop over the iterator itself would throw when the folder fails in the middle.
    for (fs::directory_iterator it(folder, failure), end; !failure && it != end; it.increment(failure)) {
        const fs::directory_entry& entry = *it;
        const std::string name = entry.path().filename().string();
        if (name.front() == '.')
            continue;
        const auto kind = std::find(kinds.begin(), kinds.end(), extensionOf(name));
        if (entry.is_directory(code))
            found.emplace_back(kinds.size(), entry.path());
        else if (kind != kinds.end())
            found.emplace_back(static_cast<std::size_t>(kind - kinds.begin()), entry.path());
    }
    std::sort(found.begin(), found.end());
    std::vector<fs::path> paths;
    for (auto& [kind, path] : found)
        paths.push_back(std::move(path));
    return paths;
}

Expected<Value> readOne(const fs::path& path, const std::string& name, const Reading& reading)
{
    const std::string extension = extensionOf(name);
    if (extension != ".csv" && extension != ".tsv")
        return readYamlFile(path, name, reading.diagnostics);
    const Expected<std::string> text = readText(path, name, reading.diagnostics);
    if (!text)
        return unexpected(text.error());
    const Value settings = reading.config.get(extension == ".csv" ? "csv_reader" : "tsv_reader");
    const Value headers = settings.get("headers");
    const Expected<Value> rows =
        readCsv(*text, extension == ".csv" ? ',' : '\t', headers.isNil() || headers.isTruthy());
    std::vector<std::string> converters;
    for (const Value& each : listOf(settings.get("csv_converters")))
        converters.push_back(textOf(each));
    return rows ? Expected<Value>(convertedFields(*rows, converters)) : rows;
}

Hash readFolder(const fs::path& folder, const Reading& reading, int depth)
{
    Hash data;
    std::error_code code;
    const std::vector<fs::path> entries = entriesOf(folder, code);
    if (code)
        reading.diagnostics.push_back({displayName(folder, reading.root), 1, 0, Severity::Error,
                                       "The folder can't be read: " + systemReason(code.value(), "folder")});
    for (const fs::path& path : entries) {
        const std::string name = displayName(path, reading.root);
        if (std::optional<Diagnostic> flaw = flawOfLink(path, reading.root, name)) {
            reading.diagnostics.push_back(std::move(*flaw));
            continue;
        }
        if (fs::is_directory(path, code)) {
            if (depth < limits::folderDepth)
                data.set(keyOf(path.filename().string()), Value(readFolder(path, reading, depth + 1)));
            continue;
        }
        Expected<Value> value = readOne(path, name, reading);
        if (!value)
            reading.diagnostics.push_back(
                {name, std::max(value.error().line, 1), 0, Severity::Error, value.error().message});
        else
            data.set(keyOf(stemOf(name)), std::move(*value));
    }
    return data;
}
} // namespace

Hash readData(const fs::path& folder, const fs::path& root, const Hash& config, Diagnostics& diagnostics)
{
    if (std::optional<Diagnostic> flaw = flawOfLink(folder, root, displayName(folder, root)))
        diagnostics.push_back(std::move(*flaw));
    std::error_code code;
    if (!fs::is_directory(folder, code) || !isInside(folder, root))
        return {};
    return readFolder(folder, {root, config, diagnostics}, 0);
}

} // namespace galley::site
