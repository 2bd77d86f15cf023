// SPDX-License-Identifier: MIT
// _data: files become site.data, folders become hashes in it (Jekyll::DataReader).
#pragma once

#include "base/diagnostic.h"
#include "base/value.h"

#include <filesystem>

namespace galley::site
{

/// `folder` is the data folder; what lies outside of `root` is not read. `config` has csv_reader and
/// tsv_reader.
Hash readData(const std::filesystem::path& folder, const std::filesystem::path& root, const Hash& config,
              Diagnostics& diagnostics);

} // namespace galley::site
