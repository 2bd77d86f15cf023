// SPDX-License-Identifier: MIT
#include "site/sass.h"

#include "site/merge.h"
#include "site/urls.h"

#include "base/childprogram.h"
#include "base/limits.h"

namespace galley::site
{

namespace fs = std::filesystem;

namespace
{
std::string limitReached(const ChildAnswer& answer)
{
    using Ending = ChildAnswer::Ending;
    if (answer.ending == Ending::TooLate || answer.isOutOfTime())
        return "it takes more than " + std::to_string(limits::sassSeconds) + " seconds";
    if (answer.ending == Ending::TooLong)
        return "its CSS is larger than " + std::to_string(limits::sassCssBytes >> 20) + " MB";
    if (answer.exitCode == sassOutOfMemory)
        return "it takes more than " + std::to_string(limits::sassMemoryBytes >> 20) + " MB of memory";
    return "libsass broke down on it";
}

Expected<SassResult> asked(const std::string& question, ChildAnswer& answer, const std::stop_token& stop)
{
    const auto program = helperProgram("galley-sass");
    if (!program)
        return unexpected(program.error());
    answer = askProgram(*program, question,
                        {std::chrono::milliseconds(limits::sassDeadlineMilliseconds), limits::sassCssBytes}, stop);
    if (answer.ending == ChildAnswer::Ending::NotStarted)
        return unexpected(Error{"Sass: " + program->string() + " can't be started: " + answer.bytes, {}, 0});
    if (answer.ending == ChildAnswer::Ending::Stopped)
        return unexpected(Error{"Sass: the rendering was stopped", {}, 0});
    if (answer.ending == ChildAnswer::Ending::Ended && answer.exitCode == 0) {
        if (auto result = sassAnswer(answer.bytes))
            return *std::move(result);
    }
    return unexpected(Error{"Sass: The style sheet was stopped: " + limitReached(answer), {}, 0});
}
} // namespace

SassOptions sassOptions(const Hash& config, const fs::path& root, const fs::path& themeRoot)
{
    const Value own = config.get("sass");
    SassOptions options;
    options.allowed = {root};
    options.root = root;
    std::string style = textOf(own.get("style"));
    style.erase(0, style.rfind(':', 0) == 0 ? 1 : 0);
    if (style == "nested" || style == "expanded" || style == "compressed")
        options.style = style;
    options.addCharset = own.get("add_charset").isTruthy();
    for (const Value& path : listOf(own.get("load_paths")))
        options.loadPaths.push_back(root.string() + rooted(textOf(path)));
    const std::string folder = textOf(own.get("sass_dir"));
    options.loadPaths.push_back(root.string() + rooted(folder.empty() ? "_sass" : folder));
    if (!themeRoot.empty()) {
        options.loadPaths.push_back(themeRoot / "_sass");
        options.allowed.push_back(themeRoot);
    }
    return options;
}

bool wantsSourceMap(const Hash& config, std::string_view environment)
{
    std::string setting = textOf(config.get("sass").get("sourcemap"));
    setting.erase(0, setting.rfind(':', 0) == 0 ? 1 : 0);
    return setting != "never" && !(setting == "development" && environment != "development");
}

Expected<SassResult> SassCompiler::css(SassQuestion question, const std::stop_token& stop)
{
    if (question.source.empty())
        return SassResult{};
    question.options = m_options;
    std::string key = packed(question);
    {
        const std::lock_guard lock(m_mutex);
        if (const auto known = m_known.find(key); known != m_known.end())
            return known->second;
    }
    ChildAnswer answer;
    Expected<SassResult> result = asked(key, answer, stop);
    // A style sheet that reached a limit reaches it again; whether a program could be started may change.
    if (answer.ending != ChildAnswer::Ending::Stopped && answer.ending != ChildAnswer::Ending::NotStarted)
        keep(std::move(key), result);
    return result;
}

void SassCompiler::keep(std::string question, const Expected<SassResult>& answer)
{
    const auto size = [](const std::string& key, const Expected<SassResult>& value) {
        return 2 * key.size() + (value ? value->css.size() + value->sourceMap.size() : value.error().message.size());
    };
    const std::lock_guard lock(m_mutex);
    if (!m_known.emplace(question, answer).second)
        return; // another thread asked the same
    m_bytes += size(question, answer);
    m_order.push_back(std::move(question));
    while (m_bytes > limits::sassCacheBytes && !m_order.empty()) {
        const auto oldest = m_known.find(m_order.front());
        m_bytes -= size(oldest->first, oldest->second);
        m_known.erase(oldest);
        m_order.pop_front();
    }
}

} // namespace galley::site
