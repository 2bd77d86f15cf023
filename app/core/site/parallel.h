// SPDX-License-Identifier: MIT
// The same work for many items on a few threads; the order of results is that of the items.
#pragma once

#include <algorithm>
#include <atomic>
#include <cstddef>
#include <exception>
#include <mutex>
#include <thread>
#include <vector>

namespace galley::site
{

/// Calls work(i) for 0 … count-1 from at most `jobs` threads; returns when all are done. What one of them throws ends the
/// others soon and is thrown here.
template <class Work>
void forEachIndex(std::size_t count, int jobs, const Work& work)
{
    constexpr std::size_t batch = 16; // small enough to share evenly, large enough to keep the counter cool
    std::atomic<std::size_t> next{0};
    std::mutex mutex;
    std::exception_ptr thrown;
    const auto run = [&] {
        try {
            for (std::size_t begin = next.fetch_add(batch); begin < count; begin = next.fetch_add(batch)) {
                for (std::size_t i = begin; i < std::min(begin + batch, count); ++i)
                    work(i);
            }
        } catch (...) { // out of a thread it would end the program
            const std::lock_guard lock(mutex);
            thrown = std::current_exception();
            next = count;
        }
    };
    {
        std::vector<std::jthread> others;
        const std::size_t wanted = std::min<std::size_t>(std::max(jobs, 1), (count + batch - 1) / batch);
        for (std::size_t i = 1; i < wanted; ++i)
            others.emplace_back(run);
        run();
    }
    if (thrown)
        std::rethrow_exception(thrown);
}

} // namespace galley::site
