// SPDX-License-Identifier: MIT
#include "export/buildjobs.h"

#include <unordered_map>

namespace galley
{

namespace
{
std::vector<BuildJob> allJobs(const site::SiteContent& content)
{
    std::vector<BuildJob> jobs;
    const auto add = [&jobs](const site::ItemPtr& item, const site::StaticFile* file, std::string destination) {
        BuildJob job;
        job.item = item;
        job.file = file;
        job.destination = std::move(destination);
        jobs.push_back(std::move(job));
    };
    for (const site::ItemPtr& page : content.pages)
        add(page, nullptr, page->destination());
    for (const site::StaticFile& file : content.staticFiles) {
        if (file.written)
            add(nullptr, &file, file.destination());
    }
    for (const site::Collection& collection : content.collections) {
        for (const site::ItemPtr& document : collection.documents) {
            add(document, nullptr, document->written ? document->destination() : std::string());
        }
    }
    return jobs;
}

void giveTurns(std::vector<BuildJob>& jobs)
{
    std::size_t turn = 0;
    for (const bool documents : {true, false}) {
        for (BuildJob& job : jobs) {
            if (job.item && job.item->isDocument() == documents)
                job.turn = turn++;
        }
    }
    for (BuildJob& job : jobs) {
        if (job.file)
            job.turn = turn++;
    }
}
} // namespace

std::vector<BuildJob> buildJobs(const site::SiteContent& content, Diagnostics& diagnostics)
{
    std::vector<BuildJob> jobs = allJobs(content);
    giveTurns(jobs);
    std::unordered_map<std::string, std::size_t> last;
    for (std::size_t i = 0; i < jobs.size(); ++i) {
        const auto [it, added] = last.emplace(jobs[i].destination, i);
        if (added || jobs[i].destination.empty())
            continue;
        const int line = jobs[i].item ? site::lineOfKey(*jobs[i].item, "permalink") : 1;
        diagnostics.push_back({jobs[i].source(), line, 0, Severity::Warning,
                               "Conflict: " + jobs[it->second].source() + " has the same address /" +
                                   jobs[i].destination + "; this one is written"});
        it->second = i;
    }
    std::vector<BuildJob> kept;
    for (std::size_t i = 0; i < jobs.size(); ++i) {
        if (!jobs[i].destination.empty() && last.at(jobs[i].destination) != i)
            jobs[i].destination.clear();
        if (jobs[i].item || !jobs[i].destination.empty())
            kept.push_back(std::move(jobs[i]));
    }
    return kept;
}

} // namespace galley
