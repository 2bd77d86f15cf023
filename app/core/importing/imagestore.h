// SPDX-License-Identifier: MIT
// Copies of images in a site's folder: made without ever replacing a file, and taken back only while they are as made.
#pragma once

#include "base/expected.h"

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

namespace galley
{

struct StoredImage {
    std::filesystem::path file;                    ///< absolute
    std::string path;                              ///< below the root, with /: "images/nvola/a.png"
    std::vector<std::filesystem::path> newFolders; ///< made for it, outermost first
    std::shared_ptr<const std::string> bytes;
};

/// A copy in root/folder, under the first free name after `original` (see imageName). An error when the folder can not
/// be made or written, or would lie outside of the root.
Expected<StoredImage> storeImage(const std::filesystem::path& root, const std::string& folder,
                                 const std::string& original, const std::string& fallback,
                                 std::shared_ptr<const std::string> bytes);

/// Takes the copy away, with the folders made for it when they are empty; a file that was changed since stays.
void removeImage(const StoredImage& image);

/// Puts a copy back that was taken away; a file that lies there by now stays.
Expected<void> restoreImage(const StoredImage& image);

} // namespace galley
