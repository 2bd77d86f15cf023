// SPDX-License-Identifier: MIT
#include "cli/commands.h"

#include <cstdio>

namespace galley::cli
{

namespace
{
struct Command {
    Syntax syntax;
    int (*run)(const Arguments&);
};

constexpr Option drafts{"drafts", "", "Take the drafts in _drafts as well."};
constexpr Option future{"future", "", "Take posts with a date to come as well."};
constexpr Option unpublished{"unpublished", "", "Take posts with published: false as well."};
constexpr Option config{"config", "A,B", "Configuration files instead of _config.yml; the last one wins."};
constexpr Option environment{"environment", "NAME",
                             "What templates see as jekyll.environment: production as hosts publish; $JEKYLL_ENV or "
                             "development by default."};
constexpr Option siteTime{"time", "ISO", "The time to build for, such as 2024-05-01T12:00:00+02:00; now by default."};
constexpr Option jobs{"jobs", "N", "How many threads to use; one for each processor by default."};

/// The only list of commands and options: parser, help and usage read it.
const std::vector<Command>& commands()
{
    static const std::vector<Command> all{
        {{"render",
          "POST",
          "Prints the page of one post.",
          {},
          {{"site", "DIR", "The site it belongs to; by default the nearest folder upward with a _config.yml."},
           environment,
           {"o", "FILE", "Write the page into FILE instead of printing it."},
           {"standalone", "", "Put styles, images and fonts into the page."}}},
         render},
        {{"build",
          "SITE",
          "Writes the whole site.",
          {{"o", "OUT", "The folder to write into."}},
          {config, environment, drafts, future, unpublished, siteTime, jobs}},
         build},
        {{"check",
          "SITE|POST",
          "Says what to look at before publishing: names, dates, links, images, layouts. Writes nothing.",
          {},
          {config, environment, drafts, future, unpublished, siteTime, jobs}},
         check},
        {{"new",
          "SITE",
          "Makes a post with the right name in the right folder and prints its path.",
          {{"title", "TITLE", "The title; the file's name comes from it."}},
          {{"author", "NAME", "The author; many sites keep one folder of posts for each."},
           {"date", "YYYY-MM-DD", "The day of the post; today by default."},
           {"layout", "NAME", "The layout; post by default."}}},
         newPost},
    };
    return all;
}

const Command* commandOf(std::string_view name)
{
    for (const Command& each : commands()) {
        if (each.syntax.name == name)
            return &each;
    }
    return nullptr;
}

int print(const std::string& text)
{
    std::fputs(text.c_str(), stdout);
    return done;
}

int printOverview()
{
    std::string out = "galley-cli: posts and sites as Jekyll publishes them, without Ruby\n\n";
    for (const Command& each : commands())
        out += usageOf(each.syntax) + "\n    " + std::string(each.syntax.help) + "\n";
    out += "galley-cli help COMMAND | COMMAND --help\n    What the options of a command mean.\n"
           "galley-cli --help | --version\n"
           "\n"
           "Messages read \"file:line:col: severity: text\" and go to standard error.\n"
           "Exit code: 0 done, warnings allowed; 1 at least one error; 2 wrong usage.\n";
    return print(out);
}

int usage(const std::string& message, const std::string& command = {})
{
    std::fprintf(stderr, "galley-cli: %s\nTry galley-cli %s--help\n", message.c_str(),
                 command.empty() ? "" : (command + " ").c_str());
    return badUsage;
}

/// galley-cli help [COMMAND]
int help(const std::vector<std::string>& words)
{
    if (words.size() == 1)
        return printOverview();
    const Command* const command = commandOf(words[1]);
    if (!command || words.size() > 2)
        return usage(command ? "help takes one command" : "Unknown command " + words[1]);
    return print(helpOf(command->syntax));
}
} // namespace

int run(const std::vector<std::string>& words)
{
    if (words.empty())
        return usage("Which command? render, build, check or new");
    if (words[0] == "--help" || words[0] == "-h")
        return printOverview();
    if (words[0] == "help")
        return help(words);
    if (words[0] == "--version") {
        std::puts("galley-cli " GALLEY_VERSION);
        return done;
    }
    const Command* const command = commandOf(words[0]);
    if (!command)
        return usage("Unknown command " + words[0]);
    const auto arguments = parse(command->syntax, {words.begin() + 1, words.end()});
    if (!arguments)
        return usage(arguments.error().message, words[0]);
    return arguments->helpAsked ? print(helpOf(command->syntax)) : command->run(*arguments);
}

} // namespace galley::cli
