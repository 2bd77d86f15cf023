// SPDX-License-Identifier: MIT
// The name an image gets in the site's folder, and what stands for it when it can not be seen.
#pragma once

#include <functional>
#include <string>
#include <string_view>

namespace galley
{

/// "IMG 4711 (copy).JPG" → "img-4711-copy.jpg": lower case, hyphens, no name that Windows keeps for itself, at most
/// 100 bytes. An empty or nameless one is called `fallback`. `taken` tells which names are not free.
std::string imageName(std::string_view original, std::string_view fallback,
                      const std::function<bool(const std::string&)>& taken);

/// A text from the file's name: "tripython-may_2017.jpg" → "Tripython may 2017"; empty for what a camera or a
/// screenshot tool numbers.
std::string imageText(std::string_view original);

} // namespace galley
