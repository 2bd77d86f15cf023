// SPDX-License-Identifier: MIT
// A site in a temporary folder, with its output folder beside it.
#pragma once

#include "base/diagnostic.h"
#include "export/sitebuild.h"

#include <QTemporaryDir>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>

namespace galley::test
{

class SiteFolder
{
public:
    SiteFolder() { write("_config.yml", "title: T\nurl: https://x.example\n"); }

    void write(const std::string& name, const std::string& text) const
    {
        const std::filesystem::path path = root() / name;
        std::filesystem::create_directories(path.parent_path());
        std::ofstream(path, std::ios::binary) << text;
    }
    void remove(const std::string& name) const { std::filesystem::remove(root() / name); }

    std::filesystem::path root() const { return base() / "site"; }
    std::filesystem::path outside() const { return base() / "outside"; }
    std::filesystem::path out() const { return base() / "out"; }
    std::filesystem::path base() const { return std::filesystem::canonical(m_folder.path().toStdString()); }

    SiteOptions options(int jobs = 2) const
    {
        SiteOptions options;
        options.root = root();
        options.now.seconds = 1714979289; // 2024-05-06
        options.jobs = jobs;
        return options;
    }
    BuildResult build(int jobs = 2) const { return buildSite({options(jobs), out(), base() / "records", {}}); }
    std::string page(const std::string& name) const
    {
        std::ifstream in(out() / name, std::ios::binary);
        std::ostringstream text;
        text << in.rdbuf();
        return text.str();
    }

private:
    QTemporaryDir m_folder;
};

/// Whether a diagnostic of this file says this; `line` 0 is any.
inline bool tells(const Diagnostics& diagnostics, const std::string& file, const std::string& words, int line = 0)
{
    return std::any_of(diagnostics.begin(), diagnostics.end(), [&](const Diagnostic& d) {
        return d.file == file && d.text.find(words) != std::string::npos && (line == 0 || d.line == line);
    });
}

} // namespace galley::test
