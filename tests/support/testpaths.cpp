// SPDX-License-Identifier: MIT
#include "testpaths.h"

namespace galley::test
{

namespace fs = std::filesystem;

fs::path sourcePath(const std::string& relative)
{
    return fs::path(GALLEY_SOURCE_DIR) / relative;
}

std::optional<fs::path> sharedPath(const std::string& relative)
{
    const fs::path path = fs::path(GALLEY_SOURCE_DIR).parent_path() / "shared" / relative;
    std::error_code code;
    if (!fs::exists(path, code))
        return std::nullopt;
    return path;
}

} // namespace galley::test
