// SPDX-License-Identifier: MIT
// Several threads give the render queue jobs, hurry it and end it; ThreadSanitizer tells of every unguarded meeting.
#include "renderqueue.h"

#include <atomic>
#include <cstdio>
#include <memory>
#include <vector>

using namespace galley;
using namespace std::chrono_literals;

namespace
{
int failures = 0;

void check(bool holds, const char* what)
{
    if (holds)
        return;
    std::printf("broken: %s\n", what);
    ++failures;
}

/// What a job reads was written, unguarded, by the thread that gave it: the queue has to order the two.
void newestJobRuns_andSeesWhatItsGiverWrote()
{
    std::atomic<int> newest = 0;
    int ran = 0; // touched by the worker alone, and by us when the queue is gone
    {
        RenderQueue queue;
        for (int i = 1; i <= 2000; ++i) {
            const auto text = std::make_shared<std::vector<int>>(100, i);
            queue.submit([&ran, &newest, text](std::stop_token) {
                ++ran;
                newest = text->back();
            });
        }
        while (newest != 2000)
            std::this_thread::sleep_for(1ms);
    }
    check(ran >= 1 && ran <= 2000, "each job runs once at most");
}

void manyGivers_areTakenInTurn()
{
    std::atomic<int> running = 0;
    std::atomic<bool> overlapped = false;
    RenderQueue queue;
    std::vector<std::jthread> givers;
    for (int giver = 0; giver < 4; ++giver) {
        givers.emplace_back([&] {
            for (int i = 0; i < 500; ++i) {
                queue.submit([&](std::stop_token) {
                    overlapped = overlapped || ++running > 1;
                    --running;
                });
                queue.hurry();
            }
        });
    }
    givers.clear(); // joins
    check(!overlapped, "one job runs at a time");
}

void endingTheQueue_stopsTheRunningJob()
{
    std::atomic<bool> begun = false;
    std::atomic<bool> stopped = false;
    {
        RenderQueue queue;
        queue.submit([&](std::stop_token stop) {
            begun = true;
            while (!stop.stop_requested())
                std::this_thread::yield();
            stopped = true;
        });
        while (!begun)
            std::this_thread::yield();
    }
    check(stopped, "the running job is told to stop and awaited");
}

void overdueJob_isStoppedByANewerOne()
{
    std::atomic<bool> newer = false;
    RenderQueue queue;
    queue.submit([](std::stop_token stop) {
        while (!stop.stop_requested())
            std::this_thread::sleep_for(1ms);
    });
    std::this_thread::sleep_for(RenderQueue::patience + 100ms);
    queue.submit([&](std::stop_token) { newer = true; });
    while (!newer)
        std::this_thread::sleep_for(1ms);
}
} // namespace

int main()
{
    newestJobRuns_andSeesWhatItsGiverWrote();
    manyGivers_areTakenInTurn();
    endingTheQueue_stopsTheRunningJob();
    for (int i = 0; i < 3; ++i)
        overdueJob_isStoppedByANewerOne();
    std::printf("%d failures\n", failures);
    return failures == 0 ? 0 : 1;
}
