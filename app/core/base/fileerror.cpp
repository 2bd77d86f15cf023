// SPDX-License-Identifier: MIT
#include "base/fileerror.h"

#include <cerrno>
#include <system_error>

namespace galley
{

std::string systemReason(int code, std::string_view missing)
{
    switch (code) {
    case ENOENT: return "there is no such " + std::string(missing);
    case EACCES:
    case EPERM: return "you have no permission";
    case EISDIR: return "it is a folder";
    case ENOTDIR: return "a part of its path is not a folder";
    case EEXIST: return "there is such a file already";
    case ELOOP: return "its symbolic links lead in a circle";
    case ENAMETOOLONG: return "its name is too long";
    case ENOSPC: return "the disk is full";
    case EDQUOT: return "your disk quota is used up";
    case EROFS: return "the disk is read-only";
    default: return std::generic_category().message(code);
    }
}

Error fileError(std::string_view doing, const std::filesystem::path& path, std::string_view reason)
{
    std::string message = "Can't ";
    message.append(doing).append(" ").append(path.string()).append(": ").append(reason);
    return {std::move(message), path.string(), 0};
}

Error fileError(std::string_view doing, const std::filesystem::path& path, int code)
{
    const bool isRead = doing == "open" || doing == "read";
    return fileError(doing, path, systemReason(code, isRead ? "file" : "folder"));
}

/// Where the path begins in a message of fileError(), else npos.
static std::size_t placeOfPath(const Error& error)
{
    return error.file.empty() ? std::string::npos : error.message.find(" " + error.file + ": ");
}

std::string messageBesideName(const Error& error)
{
    const std::size_t at = placeOfPath(error);
    if (at == std::string::npos)
        return error.message;
    return error.message.substr(0, at) + " it" + error.message.substr(at + 1 + error.file.size());
}

std::string reasonOf(const Error& error)
{
    const std::size_t at = placeOfPath(error);
    return at == std::string::npos ? error.message : error.message.substr(at + error.file.size() + 3);
}

} // namespace galley
