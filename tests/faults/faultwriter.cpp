// SPDX-License-Identifier: MIT
// The program that gets killed: it types, journals and saves by the same code as the window, without a window.
#include "faultpost.h"
#include "fulldisk.h"

#include <chrono>
#include <cstdio>
#include <cstring>
#include <thread>
#include <unistd.h>

using namespace galley;
using namespace galley::faults;
using Clock = std::chrono::steady_clock;
using std::chrono::milliseconds;

namespace
{
constexpr milliseconds keyInterval(50); // 20 keys a second
constexpr milliseconds deadline(150);   // as ui/journalwriter has it

long long now()
{
    return std::chrono::duration_cast<milliseconds>(Clock::now().time_since_epoch()).count();
}

/// Prints "KEY TIME" after each key, for ever.
int type(const char* state, const char* post, unsigned seed)
{
    PostKeeper keeper(state, std::to_string(::getpid()));
    const OpenedPost opened = openPost(post);
    keeper.open(opened);
    Typist typist(*opened.text, seed);
    constexpr Clock::time_point never = Clock::time_point::max();
    Clock::time_point due = never;
    Clock::time_point nextKey = Clock::now();
    for (int key = 1;;) {
        std::this_thread::sleep_until(std::min(due, nextKey));
        if (Clock::now() >= due) {
            if (!keeper.note(shared(typist.text())))
                return 1;
            due = never;
        } else {
            typist.typeKey();
            std::printf("%d %lld\n", key++, now());
            std::fflush(stdout);
            nextKey += keyInterval;
            due = due == never ? Clock::now() + deadline : due;
        }
    }
}

/// Saves version after version as fast as the disk can; prints "start N" and "saved N".
int save(const char* state, const char* post)
{
    PostKeeper keeper(state, std::to_string(::getpid()));
    keeper.open(openPost(post));
    for (int number = 1;; ++number) {
        std::printf("start %d\n", number);
        std::fflush(stdout);
        if (!keeper.note(shared(version(number))) || !keeper.save(saveOf(post, version(number))))
            return 1;
        std::printf("saved %d\n", number);
        std::fflush(stdout);
    }
}

/// One edit and one save; prints what it tells the person.
int once(const char* state, const char* post)
{
    PostKeeper keeper(state, std::to_string(::getpid()));
    keeper.open(openPost(post));
    const Expected<void> first = keeper.note(shared(version(1)));
    const Expected<void> second = keeper.note(shared(version(2)));
    std::printf("%s\n", second ? "journaled" : "journal failed");
    const SaveExpected<SavedPost> saved = keeper.save(saveOf(post, version(3)));
    if (saved)
        std::printf("saved\n%zu notes\n", saved->notes.size());
    else
        std::printf("refused\n%s: %s\n", saved.error().error.file.c_str(), saved.error().error.message.c_str());
    return first ? 0 : 3;
}
} // namespace

int main(int argc, char** argv)
{
    const auto is = [&](const char* mode, int arguments) {
        return argc == arguments + 2 && std::strcmp(argv[1], mode) == 0;
    };
    if (is("type", 3))
        return type(argv[2], argv[3], static_cast<unsigned>(std::atoi(argv[4])));
    if (is("save", 2))
        return save(argv[2], argv[3]);
    if (is("once", 2))
        return once(argv[2], argv[3]);
    if (is("fulldisk", 4))
        return fullDisk(argv[2], std::atol(argv[3]), std::atol(argv[4]), std::strcmp(argv[5], "state") == 0);
    if (is("readonly", 1))
        return readOnlyFolder(argv[2]);
    return 2;
}
