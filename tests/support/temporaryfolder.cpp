// SPDX-License-Identifier: MIT
#include "temporaryfolder.h"

#include <cstdlib>
#include <fstream>
#include <iterator>
#include <set>
#include <stdexcept>

namespace galley
{

namespace fs = std::filesystem;

TemporaryFolder::TemporaryFolder()
{
    std::string pattern = (fs::temp_directory_path() / "galley-test-XXXXXX").string();
    if (!::mkdtemp(pattern.data()))
        throw std::runtime_error("no temporary folder");
    m_path = pattern;
}

TemporaryFolder::~TemporaryFolder()
{
    std::error_code code;
    fs::remove_all(m_path, code);
}

fs::path TemporaryFolder::write(std::string_view name, std::string_view bytes) const
{
    const fs::path path = m_path / name;
    std::ofstream(path, std::ios::binary) << bytes;
    return path;
}

std::string bytesOf(const fs::path& path)
{
    std::ifstream in(path, std::ios::binary);
    if (!in)
        return "<missing>";
    return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

std::string namesIn(const fs::path& folder)
{
    std::set<std::string> names;
    for (const fs::directory_entry& entry : fs::directory_iterator(folder))
        names.insert(entry.path().filename().string());
    std::string all;
    for (const std::string& name : names)
        all += name + " ";
    return all;
}

} // namespace galley
