// SPDX-License-Identifier: MIT
// The sentence for a file that can't be used: what was tried, the path, the reason; each of them once.
#pragma once

#include "base/expected.h"

#include <filesystem>
#include <string>
#include <string_view>

namespace galley
{

/// Why the system refused, in a person's words: "there is no such file", "you have no permission", "the disk is full".
/// `code` is an errno; `missing` names what is not there when it is ENOENT.
std::string systemReason(int code, std::string_view missing = "file");

/// "Can't open /home/a/post.md: it is a folder". `doing` is a verb: open, read, write.
Error fileError(std::string_view doing, const std::filesystem::path& path, std::string_view reason);

/// The same for an errno. What is opened or read is missing itself; what is written misses its folder.
Error fileError(std::string_view doing, const std::filesystem::path& path, int code);

/// The message for whoever names the file in other words already: "Can't open it: it is a folder".
std::string messageBesideName(const Error& error);

/// The reason alone: "it is a folder".
std::string reasonOf(const Error& error);

} // namespace galley
