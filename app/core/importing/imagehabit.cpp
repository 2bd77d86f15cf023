// SPDX-License-Identifier: MIT
#include "importing/imagehabit.h"

#include "base/limits.h"
#include "site/urls.h"

#include <algorithm>
#include <array>
#include <optional>

namespace galley
{
namespace
{
bool isDatedName(std::string_view name)
{
    return name.size() > 11 && name[4] == '-' && name[7] == '-' && name[10] == '-';
}

// What a part of a folder's name may be told by; an empty word stands for nothing.
struct Word {
    std::string_view mark;
    std::string text;
};

std::array<Word, 5> wordsOf(const PostNames& post)
{
    const std::string stem = site::stemOf(post.file);
    const bool dated = isDatedName(stem);
    return {{{"{post}", stem},
             {"{slug}", dated ? stem.substr(11) : stem},
             {"{author}", post.author},
             {"{year}", dated ? stem.substr(0, 4) : std::string()},
             {"{month}", dated ? stem.substr(5, 2) : std::string()}}};
}

std::string generalized(std::string_view folder, const PostNames& post)
{
    const std::array<Word, 5> words = wordsOf(post);
    std::string out;
    for (std::size_t start = 0; start <= folder.size();) {
        const std::size_t end = std::min(folder.find('/', start), folder.size());
        const std::string_view part = folder.substr(start, end - start);
        const auto word = std::find_if(words.begin(), words.end(),
                                       [&](const Word& each) { return !part.empty() && each.text == part; });
        if (!part.empty())
            out += (out.empty() ? "" : "/") + std::string(word == words.end() ? part : word->mark);
        start = end + 1;
    }
    return out;
}

std::string_view between(std::string_view text, std::string_view before, std::string_view after)
{
    const std::size_t begin = text.find(before);
    const std::size_t end = begin == text.npos ? begin : text.find(after, begin + before.size());
    return end == text.npos ? std::string_view() : text.substr(begin + before.size(), end - begin - before.size());
}

// "{{ site.baseurl }}/images/a.png" and the like → the path below the root and the way it was written.
std::optional<std::pair<std::string_view, ImageAddress>> addressOf(std::string_view written)
{
    if (written.find("relative_url") != written.npos) {
        const char quote = written.find('"') != written.npos ? '"' : '\'';
        const std::string_view path = between(written, std::string_view(&quote, 1), std::string_view(&quote, 1));
        return path.empty() ? std::nullopt : std::optional(std::pair(path, ImageAddress::RelativeUrl));
    }
    const std::size_t close = written.find("}}");
    if (written.find("site.baseurl") < close && close != written.npos)
        return std::pair(written.substr(close + 2), ImageAddress::BaseUrl);
    if (written.starts_with('/') && !written.starts_with("//") && written.find("{{") == written.npos)
        return std::pair(written, ImageAddress::Plain);
    return std::nullopt;
}

// What stands in the brackets of each ![…](…); {{ }} may hold spaces and brackets of its own.
std::vector<std::string_view> writtenImages(std::string_view text)
{
    std::vector<std::string_view> out;
    for (std::size_t at = text.find("!["); at != text.npos && out.size() < limits::habitImagesOfPost;
         at = text.find("![", at + 2)) {
        const std::size_t lineEnd = std::min(text.find('\n', at), text.size());
        const std::size_t open = text.find("](", at);
        if (open == text.npos || open > lineEnd)
            continue;
        const std::size_t liquid = text.find("}}", open);
        const bool hasLiquid = text.substr(open + 2).starts_with("{{") && liquid < lineEnd;
        const std::size_t close = text.find_first_of(") \n", hasLiquid ? liquid : open);
        if (close != text.npos)
            out.push_back(text.substr(open + 2, close - open - 2));
    }
    return out;
}

struct Tally {
    ImageHabit habit;
    int count = 0;
};

void count(std::vector<Tally>& tallies, const ImageUser& post)
{
    for (const std::string_view written : writtenImages(post.text)) {
        const auto address = addressOf(written);
        const std::size_t slash = address ? address->first.rfind('/') : 0;
        if (!address || slash == 0 || slash == std::string_view::npos)
            continue;
        const std::string_view folder = address->first.substr(0, slash);
        if (folder.find("..") != folder.npos)
            continue;
        const ImageHabit habit{generalized(site::unescapePath(folder), post.names), address->second};
        const auto known =
            std::find_if(tallies.begin(), tallies.end(), [&](const Tally& each) { return each.habit == habit; });
        if (known == tallies.end())
            tallies.push_back({habit, 1});
        else
            ++known->count;
    }
}

std::optional<ImageHabit> mostUsed(const std::vector<Tally>& tallies)
{
    const auto most = std::max_element(tallies.begin(), tallies.end(),
                                       [](const Tally& a, const Tally& b) { return a.count < b.count; });
    return most == tallies.end() ? std::nullopt : std::optional(most->habit);
}
} // namespace

ImageHabit imageHabit(const std::vector<ImageUser>& newestFirst, std::string_view author, const ImageHabit& fallback)
{
    std::vector<Tally> own, others;
    for (std::size_t i = 0; i < std::min(newestFirst.size(), limits::habitPosts); ++i) {
        const ImageUser& post = newestFirst[i];
        count(!author.empty() && post.names.author == author ? own : others, post);
    }
    return mostUsed(own).value_or(mostUsed(others).value_or(fallback));
}

ImageHabit standardImageHabit(std::string_view baseUrl)
{
    const bool atRoot = baseUrl.empty() || baseUrl == "/";
    return {"assets/images/{post}", atRoot ? ImageAddress::Plain : ImageAddress::RelativeUrl};
}

ImageHabit imageHabitBesidePost()
{
    return {"assets/images/{post}", ImageAddress::BesidePost};
}

std::string imageFolder(const ImageHabit& habit, const PostNames& post)
{
    std::string folder = habit.folder;
    for (const Word& word : wordsOf(post)) {
        const std::size_t at = folder.find(word.mark);
        if (at == folder.npos)
            continue;
        const bool climbs = word.text.find("..") != word.text.npos || word.text.find_first_of("/\\") != word.text.npos;
        folder.replace(at, word.mark.size(), climbs ? std::string() : word.text);
    }
    const std::string rooted = site::rooted(folder); // no "..", no empty parts
    return rooted.substr(std::min<std::size_t>(1, rooted.size()));
}

std::string imageAddress(const ImageHabit& habit, std::string_view path)
{
    const std::string escaped = site::escapePath(path);
    switch (habit.address) {
    case ImageAddress::BaseUrl: return "{{ site.baseurl }}/" + escaped;
    case ImageAddress::RelativeUrl: return "{{ \"/" + std::string(path) + "\" | relative_url }}";
    case ImageAddress::BesidePost: return escaped;
    case ImageAddress::Plain: break;
    }
    return "/" + escaped;
}

std::string imageMarkdown(const ImageHabit& habit, std::string_view path, std::string_view text)
{
    std::string alt;
    for (const char c : text)
        alt += c == '[' || c == ']' || c == '\n' || c == '\r' ? ' ' : c;
    return "![" + alt + "](" + imageAddress(habit, path) + ")";
}

} // namespace galley
