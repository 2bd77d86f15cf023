// SPDX-License-Identifier: MIT
#include "markdowncases.h"

#include "base/jsonreader.h"
#include "testpaths.h"

#include <algorithm>
#include <fstream>

namespace galley::test
{

namespace
{
constexpr std::string_view mark = "%%%";

MarkdownCase named(const std::string& file, const std::string& line)
{
    MarkdownCase result;
    std::string name = line.substr(mark.size() + 1);
    if (const std::size_t json = name.find(" {\""); json != std::string::npos) {
        result.options = name.substr(json + 1);
        name.resize(json);
    }
    result.name = file + ": " + name;
    return result;
}

void readTable(const std::filesystem::path& path, std::vector<MarkdownCase>& cases)
{
    std::ifstream in(path, std::ios::binary);
    std::string* into = nullptr;
    for (std::string line; std::getline(in, line);) {
        if (line == mark) {
            into = &cases.back().html;
        } else if (line.rfind(std::string(mark) + " ", 0) == 0) {
            cases.push_back(named(path.stem().string(), line));
            into = &cases.back().markdown;
        } else if (into) {
            *into += line + "\n";
        }
    }
}
} // namespace

std::vector<MarkdownCase> markdownCases()
{
    std::vector<std::filesystem::path> files;
    for (const auto& entry : std::filesystem::directory_iterator(sourcePath("tests/unit/markdowncases"))) {
        if (entry.path().extension() == ".txt")
            files.push_back(entry.path());
    }
    std::sort(files.begin(), files.end());
    std::vector<MarkdownCase> cases;
    for (const std::filesystem::path& file : files)
        readTable(file, cases);
    return cases;
}

markdown::Options optionsFromJson(const std::string& json)
{
    markdown::Options options = markdown::optionsFromConfig({});
    const auto settings = readJson(json);
    if (!settings || !settings->isHash())
        return options;
    for (const auto& [name, value] : settings->hash())
        markdown::setKramdownOption(options, name.string(), value);
    return options;
}

} // namespace galley::test
