// SPDX-License-Identifier: MIT
#include "importing/imagestore.h"

#include "base/fileerror.h"
#include "base/files.h"
#include "importing/imagename.h"

#include <algorithm>
#include <cerrno>
#include <cstdio>

namespace galley
{
namespace fs = std::filesystem;
namespace
{
/// Folders of `folder` that are not there yet, outermost first.
std::vector<fs::path> missing(const fs::path& root, fs::path folder)
{
    std::vector<fs::path> out;
    std::error_code code;
    for (; folder != root && !folder.empty() && !fs::exists(folder, code); folder = folder.parent_path())
        out.push_back(folder);
    std::reverse(out.begin(), out.end());
    return out;
}

// Exclusive: a file that another program makes in the same moment is not written over.
Expected<void> create(const fs::path& file, const std::string& bytes)
{
    std::FILE* const out = std::fopen(file.c_str(), "wxb");
    if (!out)
        return unexpected(fileError("write", file, errno));
    const bool whole = std::fwrite(bytes.data(), 1, bytes.size(), out) == bytes.size();
    const int reason = errno;
    if (std::fclose(out) == 0 && whole)
        return {};
    std::remove(file.c_str()); // half a picture is of no use
    return unexpected(fileError("write", file, whole ? errno : reason));
}

Expected<void> makeFolders(const fs::path& folder, const fs::path& root)
{
    if (!isInside(folder, root)) // symbolic links resolved, before anything is made
        return unexpected(fileError("put an image into", folder, "the folder lies outside of the site"));
    std::error_code code;
    fs::create_directories(folder, code);
    if (code)
        return unexpected(fileError("make the folder", folder, code.value()));
    return {};
}

void removeFolders(const std::vector<fs::path>& folders)
{
    std::error_code code;
    for (auto folder = folders.rbegin(); folder != folders.rend(); ++folder)
        fs::remove(*folder, code); // only when it is empty
}
} // namespace

Expected<StoredImage> storeImage(const fs::path& root, const std::string& folder, const std::string& original,
                                 const std::string& fallback, std::shared_ptr<const std::string> bytes)
{
    StoredImage image;
    const fs::path place = (root / folder).lexically_normal();
    image.newFolders = missing(root, place);
    if (const Expected<void> made = makeFolders(place, root); !made) {
        removeFolders(image.newFolders);
        return unexpected(made.error());
    }
    std::error_code code;
    const std::string name = imageName(original, fallback, [&](const std::string& each) {
        return fs::symlink_status(place / each, code).type() != fs::file_type::not_found;
    });
    image.file = place / name;
    image.path = (folder.empty() ? std::string() : folder + "/") + name;
    image.bytes = std::move(bytes);
    if (const Expected<void> made = create(image.file, *image.bytes); !made) {
        removeFolders(image.newFolders);
        return unexpected(made.error());
    }
    return image;
}

void removeImage(const StoredImage& image)
{
    const Expected<std::string> present = readFile(image.file);
    std::error_code code;
    if (present && *present == *image.bytes && fs::remove(image.file, code))
        removeFolders(image.newFolders);
}

Expected<void> restoreImage(const StoredImage& image)
{
    std::error_code code;
    fs::create_directories(image.file.parent_path(), code);
    if (fs::exists(image.file, code))
        return {};
    return create(image.file, *image.bytes);
}

} // namespace galley
