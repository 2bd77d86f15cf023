// SPDX-License-Identifier: MIT
#include "export/buildrecord.h"

#include "export/outputfolder.h"

#include "base/files.h"

#include <cstdint>
#include <cstdio>
#include <string_view>

namespace galley
{

namespace fs = std::filesystem;

namespace
{
/// FNV-1a: the same on every machine and in every version.
std::string nameFor(std::string_view path)
{
    std::uint64_t hash = 0xcbf29ce484222325u;
    for (const char c : path)
        hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001b3u;
    char text[17];
    std::snprintf(text, sizeof text, "%016llx", static_cast<unsigned long long>(hash));
    return text;
}
} // namespace

BuildRecord::BuildRecord(const fs::path& records, const fs::path& output)
    : m_file(records.empty() ? fs::path() : records / nameFor(output.string())), m_output(output.string())
{
}

// The folder's own path comes first, then each name; file names hold any byte but NUL.
std::set<std::string> BuildRecord::read() const
{
    std::set<std::string> names;
    const Expected<std::string> bytes = m_file.empty() ? Expected<std::string>(std::string()) : readFile(m_file);
    if (!bytes)
        return names;
    std::string_view rest = *bytes;
    bool first = true;
    for (std::size_t end = rest.find('\0'); end != std::string_view::npos; end = rest.find('\0')) {
        const std::string_view entry = rest.substr(0, end);
        rest.remove_prefix(end + 1);
        if (first && entry != m_output)
            return {};
        if (!first)
            names.emplace(entry);
        first = false;
    }
    return names;
}

Expected<std::size_t> BuildRecord::write(const std::set<std::string>& names) const
{
    if (m_file.empty())
        return std::size_t{0};
    std::string bytes = m_output + '\0';
    for (const std::string& name : names)
        bytes += name + '\0';
    OutputFolder folder(m_file.parent_path());
    return folder.write(m_file.filename().string(), bytes);
}

} // namespace galley
