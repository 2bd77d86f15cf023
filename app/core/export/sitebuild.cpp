// SPDX-License-Identifier: MIT
#include "export/sitebuild.h"

#include "export/outputfolder.h"

#include "base/files.h"
#include "layout/postrenderer.h"
#include "site/parallel.h"
#include "site/plugins/plugins.h"
#include "site/site.h"
#include "site/sitecontent.h"
#include "site/stylesheet.h"

#include <algorithm>
#include <atomic>
#include <mutex>
#include <set>
#include <string>
#include <tuple>
#include <unordered_map>
#include <vector>

namespace galley
{

namespace fs = std::filesystem;

namespace
{
/// One thing to write: a page to render or a file to copy.
struct Job {
    site::ItemPtr item;
    const site::StaticFile* file = nullptr;
    std::string destination; ///< below the output folder

    std::string source() const { return item ? item->relativePath : file->relativePath; }
};

/// In Jekyll's order of writing: of two with one destination the later one stays.
std::vector<Job> jobsOf(const site::SiteContent& content)
{
    std::vector<Job> jobs;
    for (const site::ItemPtr& page : content.pages)
        jobs.push_back({page, nullptr, page->destination()});
    for (const site::StaticFile& file : content.staticFiles) {
        if (file.written)
            jobs.push_back({nullptr, &file, file.destination()});
    }
    for (const site::Collection& collection : content.collections) {
        for (const site::ItemPtr& document : collection.documents) {
            if (document->written)
                jobs.push_back({document, nullptr, document->destination()});
        }
    }
    return jobs;
}

std::vector<Job> withoutConflicts(std::vector<Job> jobs, Diagnostics& diagnostics)
{
    std::unordered_map<std::string, std::size_t> last;
    for (std::size_t i = 0; i < jobs.size(); ++i) {
        const auto [it, added] = last.emplace(jobs[i].destination, i);
        if (added)
            continue;
        diagnostics.push_back({jobs[i].source(), 1, 0, Severity::Warning,
                               "Conflict: " + jobs[it->second].source() + " has the same address /" +
                                   jobs[i].destination + "; this one is written"});
        it->second = i;
    }
    std::vector<Job> kept;
    for (std::size_t i = 0; i < jobs.size(); ++i) {
        if (last.at(jobs[i].destination) == i)
            kept.push_back(std::move(jobs[i]));
    }
    return kept;
}

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

class Building
{
public:
    Building(const std::shared_ptr<const Site>& site, const BuildOptions& options)
        : m_site(site), m_options(options), m_output(options.output)
    {
    }

    BuildResult run()
    {
        m_result.diagnostics = m_site->diagnostics();
        m_jobs = withoutConflicts(jobsOf(m_site->content()), m_result.diagnostics);
        m_problems.resize(m_jobs.size());
        site::forEachIndex(m_jobs.size(), m_options.site.jobs, [this](std::size_t i) { make(i); });
        for (const Diagnostics& some : m_problems)
            m_result.diagnostics.insert(m_result.diagnostics.end(), some.begin(), some.end());
        m_result.diagnostics = eachOnce(m_result.diagnostics);
        m_result.pages = m_pages;
        m_result.files = m_files;
        m_result.complete = !m_failed && !m_options.site.stop.stop_requested();
        return std::move(m_result);
    }

private:
    void make(std::size_t i)
    {
        if (m_options.site.stop.stop_requested() || m_failed)
            return;
        const Job& job = m_jobs[i];
        if (job.file)
            copy(job, m_problems[i]);
        else if (job.item->conversion == site::Conversion::Scss ||
                 job.item->conversion == site::Conversion::Sass)
            makeStyle(job, m_problems[i]);
        else
            makePage(job, m_problems[i]);
        tellProgress();
    }

    void makePage(const Job& job, Diagnostics& problems)
    {
        RenderedPage page = renderItem(m_site, job.item, {PageForm::SitePage, false, m_options.site.stop});
        problems = std::move(page.diagnostics);
        write(job, job.destination, page.html, problems);
        ++m_pages;
    }

    void makeStyle(const Job& job, Diagnostics& problems)
    {
        const site::SassResult style = site::styleSheet(*m_site, job.item, problems);
        write(job, job.destination, style.css, problems);
        if (!style.sourceMap.empty())
            write(job, job.destination + ".map", style.sourceMap, problems);
        ++m_pages;
    }

    void copy(const Job& job, Diagnostics& problems)
    {
        ++m_files;
        if (const auto done = m_output.copy(job.file->path, job.destination); !done)
            fail(job, done.error(), problems);
    }

    void write(const Job& job, const std::string& destination, const std::string& bytes,
               Diagnostics& problems)
    {
        if (const auto done = m_output.write(destination, bytes); !done)
            fail(job, done.error(), problems);
    }

    void fail(const Job& job, const Error& error, Diagnostics& problems)
    {
        problems.push_back({job.source(), 0, 0, Severity::Error, error.message});
        m_failed = m_failed || error.line == OutputFolder::hopeless;
    }

    void tellProgress()
    {
        constexpr std::size_t interval = 64; // a terminal shows no more
        const std::size_t done = ++m_done;
        if (!m_options.progress || (done % interval != 0 && done != m_jobs.size()))
            return;
        const std::lock_guard lock(m_progressMutex);
        m_options.progress(done, m_jobs.size());
    }

    const std::shared_ptr<const Site>& m_site;
    const BuildOptions& m_options;
    OutputFolder m_output;
    BuildResult m_result;
    std::vector<Job> m_jobs;
    std::vector<Diagnostics> m_problems;
    std::atomic<std::size_t> m_done{0};
    std::atomic<std::size_t> m_pages{0};
    std::atomic<std::size_t> m_files{0};
    std::atomic<bool> m_failed{false};
    std::mutex m_progressMutex;
};

/// Jekyll refuses such a destination too: it would write into what it reads.
bool holdsSource(const fs::path& output, const fs::path& root)
{
    return isInside(root, output);
}
} // namespace

BuildResult buildSite(const BuildOptions& options)
{
    BuildOptions own = options;
    std::error_code code;
    own.output = fs::weakly_canonical(fs::absolute(options.output, code), code);
    own.site.destination = own.output;
    BuildResult refused;
    if (options.output.empty() || holdsSource(own.output, options.site.root)) {
        refused.diagnostics.push_back({options.output.string(), 0, 0, Severity::Error,
                                       "The destination cannot be or contain the site's folder"});
        return refused;
    }
    return Building(Site::read(own.site), own).run();
}

} // namespace galley
