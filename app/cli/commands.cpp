// SPDX-License-Identifier: MIT
#include "cli/commands.h"

#include <cstdio>

namespace galley::cli
{

namespace
{
constexpr const char* help =
    R"(galley-cli: posts and sites as Jekyll publishes them, without Ruby

  galley-cli render POST [--site DIR] [-o FILE] [--standalone]
      The page of one post, on standard output or in FILE. Its site is the nearest folder upward with a
      _config.yml, or DIR. --standalone puts styles, images and fonts inside.
  galley-cli build SITE -o OUT [--config A,B] [--drafts] [--future] [--unpublished] [--time ISO] [--jobs N]
      The whole site, written into the folder OUT.
  galley-cli check SITE|POST [--config A,B] [--drafts] [--future] [--unpublished] [--time ISO] [--jobs N]
      What to look at before publishing: names, dates, links, images, layouts. Nothing is written.
  galley-cli new SITE --title TITLE [--author NAME] [--date YYYY-MM-DD] [--layout NAME]
      A new post in the right folder and with the right name; prints its path.
  galley-cli --help | --version

Messages read "file:line:col: severity: text" and go to standard error.
Exit code: 0 done, warnings allowed; 1 at least one error; 2 wrong usage.
)";

struct Command {
    Syntax syntax;
    int (*run)(const Arguments&);
};

std::vector<Command> commands()
{
    return {
        {{"render", "POST", {"standalone"}, {"site", "o"}}, render},
        {{"build", "SITE", {"drafts", "future", "unpublished"}, {"o", "config", "time", "jobs"}}, build},
        {{"check", "SITE or POST", {"drafts", "future", "unpublished"}, {"config", "time", "jobs"}}, check},
        {{"new", "SITE", {}, {"title", "author", "date", "layout"}}, newPost},
    };
}

int usage(const std::string& message)
{
    std::fprintf(stderr, "galley-cli: %s\nTry galley-cli --help\n", message.c_str());
    return badUsage;
}
} // namespace

int run(const std::vector<std::string>& words)
{
    if (words.empty())
        return usage("Which command? render, build, check or new");
    if (words[0] == "--help" || words[0] == "-h" || words[0] == "help") {
        std::fputs(help, stdout);
        return done;
    }
    if (words[0] == "--version") {
        std::puts("galley-cli " GALLEY_VERSION);
        return done;
    }
    for (const Command& command : commands()) {
        if (words[0] != command.syntax.name)
            continue;
        const auto arguments = parse(command.syntax, {words.begin() + 1, words.end()});
        return arguments ? command.run(*arguments) : usage(arguments.error().message);
    }
    return usage("Unknown command " + words[0]);
}

} // namespace galley::cli
