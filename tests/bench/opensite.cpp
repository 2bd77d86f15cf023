// SPDX-License-Identifier: MIT
// opensite SITE POST: opens a site and types in a post of it, as the window does without drawing; prints medians.
#include "base/files.h"
#include "layout/postrenderer.h"
#include "script/highlight.h"
#include "site/site.h"

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <thread>
#include <vector>

using namespace galley;

namespace
{
template <class Work>
double medianMilliseconds(int runs, Work work)
{
    std::vector<double> times;
    for (int i = 0; i < runs; ++i) {
        const auto start = std::chrono::steady_clock::now();
        work(i);
        const std::chrono::duration<double, std::milli> time = std::chrono::steady_clock::now() - start;
        times.push_back(time.count());
    }
    std::sort(times.begin(), times.end());
    return times[times.size() / 2];
}
} // namespace

int main(int count, char** arguments)
{
    if (count != 3)
        return 2;
    SiteOptions options;
    options.root = arguments[1];
    options.now.seconds = 1714979289;
    options.jobs = static_cast<int>(std::thread::hardware_concurrency());
    options.highlight = script::highlight;
    std::shared_ptr<const Site> site;
    const double open = medianMilliseconds(7, [&](int) { site = Site::read(options); });
    const auto text = readFile(arguments[2]);
    if (!text)
        return 1;
    std::size_t bytes = 0;
    const auto type = [&](int i) {
        const std::string typed = *text + std::string(static_cast<std::size_t>(i % 40), 'x');
        RenderRequest request;
        request.text = typed;
        request.path = arguments[2];
        request.site = site;
        request.now = options.now;
        bytes += renderPost(request).html.size();
    };
    type(0); // colours the code once; a keystroke finds it in the cache
    const double key = medianMilliseconds(101, type);
    std::printf("  opening the site %.0f ms, a keystroke in a post of %zu bytes %.2f ms\n", open, text->size(), key);
    return bytes > 0 ? 0 : 1;
}
