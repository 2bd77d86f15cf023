// SPDX-License-Identifier: MIT
#include "base/files.h"

#include "base/fileerror.h"
#include "base/limits.h"

#include <algorithm>
#include <cerrno>
#include <fstream>

namespace galley
{

namespace fs = std::filesystem;

template <class Reason>
static tl::unexpected<Error> failure(const fs::path& path, const Reason& reason)
{
    return tl::unexpected(fileError("read", path, reason));
}

Expected<std::string> readFile(const fs::path& path)
{
    std::error_code code;
    const fs::file_status status = fs::status(path, code);
    if (status.type() == fs::file_type::not_found)
        return failure(path, ENOENT);
    if (code)
        return failure(path, code.value());
    if (status.type() == fs::file_type::directory)
        return failure(path, EISDIR);
    if (status.type() != fs::file_type::regular)
        return failure(path, "it is not a regular file");
    const auto size = fs::file_size(path, code);
    if (code)
        return failure(path, code.value());
    if (size > limits::fileBytes)
        return failure(path, "it is larger than " + std::to_string(limits::fileBytes >> 20) + " MB (" +
                                 std::to_string(size) + " bytes)");

    errno = 0;
    std::ifstream in(path, std::ios::binary);
    std::string bytes(size, '\0');
    if (!in || (size > 0 && !in.read(bytes.data(), static_cast<std::streamsize>(size)) && !in.eof()))
        return failure(path, errno ? errno : EIO);
    bytes.resize(static_cast<std::size_t>(in.gcount()));
    return bytes;
}

bool isInside(const fs::path& path, const fs::path& root)
{
    std::error_code code;
    const fs::path real = fs::weakly_canonical(path, code);
    if (code)
        return false;
    const fs::path base = fs::weakly_canonical(root, code);
    if (code)
        return false;
    const auto [end, rest] = std::mismatch(base.begin(), base.end(), real.begin(), real.end());
    return end == base.end() || (std::next(end) == base.end() && end->empty());
}

} // namespace galley
