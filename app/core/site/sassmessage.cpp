// SPDX-License-Identifier: MIT
#include "site/sassmessage.h"

#include <charconv>

namespace galley::site
{

namespace
{
using Texts = std::vector<std::string>;

/// Each text behind its length: "3:abc".
std::string packedTexts(const Texts& texts)
{
    std::string out;
    for (const std::string& text : texts)
        out += std::to_string(text.size()) + ':' + text;
    return out;
}

std::optional<Texts> textsIn(std::string_view bytes)
{
    Texts texts;
    while (!bytes.empty()) {
        std::size_t length = 0;
        const auto [end, code] = std::from_chars(bytes.data(), bytes.data() + bytes.size(), length);
        const auto head = static_cast<std::size_t>(end - bytes.data()) + 1;
        if (code != std::errc() || head > bytes.size() || *end != ':' || length > bytes.size() - head)
            return std::nullopt;
        texts.emplace_back(bytes.substr(head, length));
        bytes.remove_prefix(head + length);
    }
    return texts;
}

Texts textsOf(const std::vector<std::filesystem::path>& paths)
{
    return {paths.begin(), paths.end()};
}

std::vector<std::filesystem::path> pathsIn(const std::string& bytes)
{
    const auto texts = textsIn(bytes);
    return texts ? std::vector<std::filesystem::path>(texts->begin(), texts->end())
                 : std::vector<std::filesystem::path>();
}

constexpr std::size_t questionTexts = 9;
constexpr std::size_t answerTexts = 5;
} // namespace

std::string packed(const SassQuestion& question)
{
    const auto yes = [](bool is) { return std::string(is ? "1" : "0"); };
    const SassOptions& options = question.options;
    return packedTexts({question.source, yes(question.indented), question.name, yes(question.withMap),
                        packedTexts(textsOf(options.loadPaths)), packedTexts(textsOf(options.allowed)), options.style,
                        yes(options.addCharset), options.root.string()});
}

std::optional<SassQuestion> sassQuestion(std::string_view bytes)
{
    auto texts = textsIn(bytes);
    if (!texts || texts->size() != questionTexts)
        return std::nullopt;
    Texts& t = *texts;
    SassOptions options{pathsIn(t[4]), pathsIn(t[5]), t[6], t[7] == "1", t[8]};
    return SassQuestion{std::move(t[0]), t[1] == "1", t[2], t[3] == "1", std::move(options)};
}

std::string packed(const Expected<SassResult>& answer)
{
    if (answer)
        return packedTexts({answer->css, answer->sourceMap, "", "", "0"});
    const Error& error = answer.error();
    return packedTexts({"", "", error.message, error.file, std::to_string(error.line)});
}

std::optional<Expected<SassResult>> sassAnswer(std::string_view bytes)
{
    auto texts = textsIn(bytes);
    if (!texts || texts->size() != answerTexts)
        return std::nullopt;
    Texts& t = *texts;
    if (t[2].empty())
        return SassResult{std::move(t[0]), std::move(t[1])};
    int line = 0;
    std::from_chars(t[4].data(), t[4].data() + t[4].size(), line);
    return Expected<SassResult>(unexpected(Error{std::move(t[2]), std::move(t[3]), line}));
}

} // namespace galley::site
