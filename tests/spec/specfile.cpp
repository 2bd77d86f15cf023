// SPDX-License-Identifier: MIT
#include "specfile.h"

#include <fstream>

namespace galley::vectors
{

namespace
{
std::string withTabs(std::string line)
{
    const std::string arrow = "→";
    for (std::size_t pos = line.find(arrow); pos != std::string::npos; pos = line.find(arrow, pos))
        line.replace(pos, arrow.size(), "\t");
    return line + "\n";
}
} // namespace

std::vector<Example> readExamples(const std::string& file)
{
    const std::string fence(32, '`');
    std::vector<Example> examples;
    std::ifstream in(file);
    std::string section;
    enum { Prose, Markdown, Html } state = Prose;
    Example example;
    int number = 0;
    bool counts = true;
    for (std::string line; std::getline(in, line);) {
        if (state == Prose && line.rfind(fence + " example", 0) == 0) {
            counts = line.find("disabled") == std::string::npos;
            example = {number + 1, section, {}, {}, line.substr(std::min(line.size(), fence.size() + 9))};
            state = Markdown;
        } else if (state == Markdown && line == ".") {
            state = Html;
        } else if (state == Html && line == fence) {
            number += counts;
            if (counts)
                examples.push_back(example);
            state = Prose;
        } else if (state != Prose) {
            (state == Markdown ? example.markdown : example.html) += withTabs(line);
        } else if (line.rfind("# ", 0) == 0 || line.rfind("## ", 0) == 0) {
            section = line.substr(line.find(' ') + 1);
        }
    }
    return examples;
}

} // namespace galley::vectors
