// SPDX-License-Identifier: MIT
// CheckedSite: a site with flaws to come, and what the check before publishing says of it.
#pragma once

#include "check/check.h"
#include "site/site.h"
#include "temporaryfolder.h"

#include <filesystem>
#include <memory>
#include <string>

namespace galley::test
{

inline constexpr const char* layout =
    "---\n---\n<html><body><nav><a href=\"/gone-from-layout\">x</a></nav>{{ content }}</body></html>\n";

/// A site with a base address, two layouts, authors and a few posts.
class CheckedSite
{
public:
    CheckedSite()
    {
        write("_config.yml", "url: https://x.example\nbaseurl: /course\ntimezone: Europe/Berlin\n"
                             "authors:\n  nvola: {name: Natasha Vola}\n");
        write("_layouts/post.html", layout);
        write("_layouts/default.html", layout);
        write("images/Photo.JPG", "jpg");
        write("images/big.jpg", std::string(1'500'000, 'x'));
        write("_private/secret.png", "png");
        write("about.md", "---\nlayout: default\ntitle: About\n---\n## The Team\n");
        write("_posts/2020-01-01-first.md", post("## Known Place\n"));
        write("_posts/2099-03-04-later.md", post("text\n"));
    }

    static std::string post(const std::string& body, const std::string& more = {})
    {
        return "---\nlayout: post\ntitle: T\n" + more + "---\n" + body;
    }
    void write(const std::string& name, const std::string& text) const
    {
        std::filesystem::create_directories((m_folder.path() / name).parent_path());
        (void)m_folder.write(name, text);
    }
    std::shared_ptr<const Site> site() const
    {
        SiteOptions options;
        options.root = m_folder.path();
        options.now.seconds = 1714979289; // 2024-05-06
        return Site::read(options);
    }
    check::Findings check(const std::string& text, const std::string& name = "_posts/2024-01-02-mine.md") const
    {
        return check::checkPost({text, std::filesystem::canonical(m_folder.path()) / name, site(), {}});
    }
    check::Findings body(const std::string& text) const { return check(post(text)); }

private:
    TemporaryFolder m_folder;
};

inline std::string rulesOf(const check::Findings& findings)
{
    std::string out;
    for (const check::Finding& finding : findings)
        out += finding.rule + "@" + std::to_string(finding.diagnostic.line) + " ";
    return out;
}

/// What the first fix makes of the text; "<none>" without one.
inline std::string mended(const std::string& text, const check::Findings& findings)
{
    for (const check::Finding& finding : findings) {
        if (finding.fix && finding.fix->edit)
            return applied(text, *finding.fix->edit);
    }
    return "<none>";
}
} // namespace galley::test
