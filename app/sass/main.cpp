// SPDX-License-Identifier: MIT
// galley-sass: compiles one style sheet and ends. A stranger's style sheet may double itself for ever, so it runs in a
// process of its own, with limits that the system keeps. Not for people: the question comes on standard input.
#include "base/limits.h"
#include "sass/sasscompiler.h"

#include <sys/prctl.h>
#include <sys/resource.h>
#include <unistd.h>

#include <array>
#include <csignal>
#include <new>

namespace
{

using namespace galley;

void limit(__rlimit_resource_t resource, rlim_t most)
{
    const rlimit both{most, most};
    setrlimit(resource, &both);
}

void takeLimits()
{
    prctl(PR_SET_PDEATHSIG, SIGKILL); // nobody waits for the answer any more
    prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
    limit(RLIMIT_CORE, 0);
    limit(RLIMIT_NOFILE, 64);
    limit(RLIMIT_CPU, limits::sassSeconds);
#if !defined(__SANITIZE_ADDRESS__) && !defined(GALLEY_SANITIZED) // AddressSanitizer reserves terabytes
    limit(RLIMIT_AS, limits::sassMemoryBytes);
#endif
}

std::string readAll()
{
    std::string text;
    std::array<char, 65536> part;
    for (ssize_t got = 0; (got = read(STDIN_FILENO, part.data(), part.size())) > 0;)
        text.append(part.data(), static_cast<std::size_t>(got));
    return text;
}

bool writeAll(std::string_view text)
{
    while (!text.empty()) {
        const ssize_t put = write(STDOUT_FILENO, text.data(), text.size());
        if (put <= 0)
            return false;
        text.remove_prefix(static_cast<std::size_t>(put));
    }
    return true;
}

} // namespace

#ifdef GALLEY_SANITIZED
// libsass forgets its import entries where it fails, and this process ends at once.
extern "C" const char* __asan_default_options()
{
    return "detect_leaks=0";
}
#endif

int main()
{
    takeLimits();
    try {
        const auto question = site::sassQuestion(readAll());
        if (!question)
            return 2; // somebody started it by hand
        return writeAll(site::packed(sass::compiled(*question))) ? 0 : 1;
    } catch (const std::bad_alloc&) {
        return site::sassOutOfMemory;
    }
}
