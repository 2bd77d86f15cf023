// SPDX-License-Identifier: MIT
#include "export/sitebuild.h"

#include "export/buildjobs.h"
#include "export/buildrecord.h"
#include "export/outputfolder.h"

#include "base/fileerror.h"
#include "base/files.h"
#include "layout/postrenderer.h"
#include "liquid/includecache.h"
#include "post/postvalues.h"
#include "site/merge.h"
#include "site/parallel.h"
#include "site/plugins/plugins.h"
#include "site/site.h"
#include "site/siteenvironment.h"
#include "site/stylesheet.h"

#include <algorithm>
#include <atomic>
#include <iterator>
#include <mutex>
#include <numeric>
#include <set>
#include <string>
#include <tuple>
#include <vector>

namespace galley
{

namespace fs = std::filesystem;

namespace
{
/// What became of a job.
struct Made {
    std::string bytes;
    std::string sourceMap; ///< of a style sheet
    Diagnostics problems;
    std::shared_ptr<liquid::PageIncludes> includes;
};

/// A layout's flaw is found once for each page in it; it is told once.
Diagnostics eachOnce(const Diagnostics& diagnostics)
{
    std::set<std::tuple<std::string, int, int, std::string>> seen;
    Diagnostics out;
    for (const Diagnostic& d : diagnostics) {
        if (seen.emplace(d.file, d.line, d.column, d.text).second)
            out.push_back(d);
    }
    return out;
}

/// Whether a text that pages show in lists (an excerpt, a content) prints a cached include. It may be rendered in the
/// turn of any page, and then what the include prints hangs on which was first.
bool listsCachedIncludes(const site::SiteContent& content)
{
    return std::any_of(content.collections.begin(), content.collections.end(), [](const site::Collection& collection) {
        return std::any_of(collection.documents.begin(), collection.documents.end(), [](const site::ItemPtr& document) {
            return document->body().find("include_cached") != std::string_view::npos;
        });
    });
}

/// Jekyll says it in its log and publishes the file without its front matter.
void acceptBadFrontMatter(Diagnostics& diagnostics)
{
    static const std::string notValid = notYaml({});
    for (Diagnostic& each : diagnostics) {
        if (each.severity != Severity::Error || !each.text.starts_with(notValid))
            continue;
        each.severity = Severity::Warning;
        each.text += "; the file is published without it";
    }
}

bool isEmptyFolder(const fs::path& folder)
{
    std::error_code code;
    return !fs::exists(folder, code) || fs::is_empty(folder, code);
}

class Building
{
public:
    Building(const std::shared_ptr<const Site>& site, const BuildOptions& options)
        : m_site(site), m_options(options), m_output(options.output), m_makers(options.site.jobs)
    {
        m_result.diagnostics = m_site->diagnostics();
        if (!m_site->config().get("strict_front_matter").isTruthy())
            acceptBadFrontMatter(m_result.diagnostics);
        m_jobs = buildJobs(m_site->content(), m_result.diagnostics);
        m_made.resize(m_jobs.size());
        m_order.resize(m_jobs.size());
        if (listsCachedIncludes(m_site->content())) {
            m_site->environment().includeCache()->expectOrder();
            m_makers = 1;
        }
        std::iota(m_order.begin(), m_order.end(), std::size_t{0});
        std::sort(m_order.begin(), m_order.end(),
                  [this](std::size_t a, std::size_t b) { return m_jobs[a].turn < m_jobs[b].turn; });
    }

    BuildResult run()
    {
        m_total = 2 * m_jobs.size(); // made and written
        site::forEachIndex(m_jobs.size(), m_makers, [this](std::size_t i) { make(m_order[i]); });
        makeAgain();
        for (Made& made : m_made)
            std::move(made.problems.begin(), made.problems.end(), std::back_inserter(m_result.diagnostics));
        const bool good = !hasErrors(m_result.diagnostics) && !stopped();
        if (good || (!stopped() && isEmptyFolder(m_options.output)))
            writeAll();
        m_result.diagnostics = eachOnce(m_result.diagnostics);
        m_result.complete = good && !m_failed && !stopped();
        if (m_result.complete)
            takeAwayOld();
        return std::move(m_result);
    }

private:
    bool stopped() const { return m_options.site.stop.stop_requested(); }

    void make(std::size_t i)
    {
        if (stopped())
            return;
        const BuildJob& job = m_jobs[i];
        if (job.isStyle())
            makeStyle(job, m_made[i]);
        else if (job.item)
            makePage(job, m_made[i]);
        tellProgress();
    }

    void makePage(const BuildJob& job, Made& made)
    {
        made.includes = std::make_shared<liquid::PageIncludes>();
        made.includes->turn = job.turn;
        RenderedPage page =
            renderItem(m_site, job.item, {PageForm::SitePage, false, m_options.site.stop, made.includes});
        made.problems = std::move(page.diagnostics);
        made.bytes = std::move(page.html);
    }

    void makeStyle(const BuildJob& job, Made& made)
    {
        site::SassResult style = site::styleSheet(*m_site, job.item, made.problems, m_options.site.stop);
        made.bytes = std::move(style.css);
        made.sourceMap = std::move(style.sourceMap);
    }

    /// Pages that printed a cached include which an earlier page then made differently. Seldom any, and each round
    /// settles at least the first of them.
    void makeAgain()
    {
        constexpr int rounds = 5;
        for (int round = 0; round < rounds && !stopped(); ++round) {
            bool settled = true;
            for (const std::size_t i : m_order) {
                const Made& made = m_made[i];
                if (!made.includes || m_site->environment().includeCache()->isCurrent(*made.includes))
                    continue;
                makePage(m_jobs[i], m_made[i]);
                settled = false;
            }
            if (settled)
                return;
        }
    }

    void writeAll()
    {
        std::vector<Diagnostics> problems(m_jobs.size());
        site::forEachIndex(m_jobs.size(), m_options.site.jobs, [&](std::size_t i) {
            if (stopped() || m_hopeless)
                return;
            write(m_jobs[i], m_made[i], problems[i]);
            tellProgress();
        });
        for (const Diagnostics& some : problems)
            m_result.diagnostics.insert(m_result.diagnostics.end(), some.begin(), some.end());
        m_result.pages = m_pages;
        m_result.files = m_files;
    }

    void write(const BuildJob& job, const Made& made, Diagnostics& problems)
    {
        if (job.destination.empty())
            return;
        if (job.file) {
            ++m_files;
            note(job, m_output.copy(job.file->path, job.destination), problems);
            return;
        }
        ++m_pages;
        note(job, m_output.write(job.destination, made.bytes), problems);
        if (!made.sourceMap.empty())
            note(job, m_output.write(job.destination + ".map", made.sourceMap), problems);
    }

    void note(const BuildJob& job, const Expected<std::size_t>& done, Diagnostics& problems)
    {
        if (done)
            return;
        const Error& error = done.error();
        const bool isSource = job.file && error.file == job.file->path;
        problems.push_back({job.source(), 1, 0, Severity::Error, isSource ? messageBesideName(error) : error.message});
        m_failed = true;
        m_hopeless = m_hopeless || done.error().line == OutputFolder::hopeless;
    }

    bool isKept(const std::string& name) const
    {
        const Array kept = site::listOf(m_site->config().get("keep_files"));
        return std::any_of(kept.begin(), kept.end(),
                           [&](const Value& each) { return name.rfind(site::textOf(each), 0) == 0; });
    }

    void takeAwayOld()
    {
        std::set<std::string> now;
        for (std::size_t i = 0; i < m_jobs.size(); ++i) {
            if (m_jobs[i].destination.empty())
                continue;
            now.insert(m_jobs[i].destination);
            if (!m_made[i].sourceMap.empty())
                now.insert(m_jobs[i].destination + ".map");
        }
        const BuildRecord record(m_options.records, m_options.output);
        std::set<std::string> old;
        for (const std::string& name : record.read()) {
            if (now.count(name) == 0 && !isKept(name))
                old.insert(name);
        }
        m_output.remove(old);
        if (const auto done = record.write(now); !done)
            m_result.diagnostics.push_back({{}, 0, 0, Severity::Warning, done.error().message});
    }

    void tellProgress()
    {
        constexpr std::size_t interval = 64; // a terminal shows no more
        const std::size_t done = ++m_done;
        if (!m_options.progress || (done % interval != 0 && done != m_total))
            return;
        const std::lock_guard lock(m_progressMutex);
        m_options.progress(done, m_total);
    }

    const std::shared_ptr<const Site>& m_site;
    const BuildOptions& m_options;
    OutputFolder m_output;
    int m_makers; ///< threads that render
    BuildResult m_result;
    std::vector<BuildJob> m_jobs;
    std::vector<Made> m_made;         ///< by job
    std::vector<std::size_t> m_order; ///< the jobs by their turns
    std::size_t m_total = 0;
    std::atomic<std::size_t> m_done{0};
    std::atomic<std::size_t> m_pages{0};
    std::atomic<std::size_t> m_files{0};
    std::atomic<bool> m_failed{false};
    std::atomic<bool> m_hopeless{false};
    std::mutex m_progressMutex;
};

/// Jekyll refuses a destination above the site too. One among the folders it reads would be read as posts next time.
std::string refusalOf(const fs::path& output, const fs::path& root)
{
    if (isInside(root, output))
        return "The destination cannot be or contain the site's folder";
    if (!isInside(output, root))
        return {};
    const std::string first = output.lexically_relative(fs::weakly_canonical(root)).begin()->string();
    std::error_code code;
    const bool source = first.size() > 1 && first.front() == '_' && first != "_site" && fs::exists(root / first, code);
    return source && !isEmptyFolder(output) ? "The destination lies in " + first + ", which the site is made from" : "";
}
} // namespace

BuildResult buildSite(const BuildOptions& options)
{
    BuildOptions own = options;
    std::error_code code;
    own.output = fs::weakly_canonical(fs::absolute(options.output, code), code);
    own.site.destination = own.output;
    BuildResult refused;
    const std::string reason = options.output.empty() ? "No destination is given"
                               : code                 ? "The destination can't be looked at: " + code.message()
                                                      : refusalOf(own.output, options.site.root);
    if (!reason.empty()) {
        refused.diagnostics.push_back({options.output.string(), 0, 0, Severity::Error, reason});
        return refused;
    }
    return Building(Site::read(own.site), own).run();
}

} // namespace galley
