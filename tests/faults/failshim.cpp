// SPDX-License-Identifier: MIT
// Preloaded, it makes the n-th call of one function fail: GALLEY_FAIL=write:3:28 (function, n, errno), with a fourth
// field "on" that call and all after it. Standard streams are left alone.
#include <atomic>
#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <dirent.h>
#include <dlfcn.h>
#include <sys/types.h>

namespace
{
struct Plan {
    char call[16] = {};
    int at = 0;
    int error = 0;
    bool onwards = false;
};

Plan readPlan()
{
    Plan plan;
    const char* text = std::getenv("GALLEY_FAIL");
    const char* colon = text ? std::strchr(text, ':') : nullptr;
    if (!colon || colon - text >= static_cast<long>(sizeof plan.call))
        return plan;
    std::memcpy(plan.call, text, static_cast<std::size_t>(colon - text));
    char* end = nullptr;
    plan.at = static_cast<int>(std::strtol(colon + 1, &end, 10));
    plan.error = static_cast<int>(std::strtol(end + 1, &end, 10));
    plan.onwards = *end == ':';
    return plan;
}

bool fails(const char* call)
{
    static const Plan plan = readPlan();
    static std::atomic<int> count = 0;
    if (std::strcmp(plan.call, call) != 0)
        return false;
    const int now = ++count;
    if (now != plan.at && !(plan.onwards && now > plan.at))
        return false;
    errno = plan.error;
    return true;
}

template <class Function>
Function* real(const char* name)
{
    return reinterpret_cast<Function*>(::dlsym(RTLD_NEXT, name));
}
} // namespace

extern "C" {
ssize_t write(int descriptor, const void* bytes, size_t size)
{
    static const auto call = real<ssize_t(int, const void*, size_t)>("write");
    return descriptor > 2 && fails("write") ? -1 : call(descriptor, bytes, size);
}

dirent* readdir(DIR* folder)
{
    static const auto call = real<dirent*(DIR*)>("readdir");
    return fails("readdir") ? nullptr : call(folder);
}

dirent64* readdir64(DIR* folder)
{
    static const auto call = real<dirent64*(DIR*)>("readdir64");
    return fails("readdir") ? nullptr : call(folder);
}

int fdatasync(int descriptor)
{
    static const auto call = real<int(int)>("fdatasync");
    return fails("fdatasync") ? -1 : call(descriptor);
}

int fsync(int descriptor)
{
    static const auto call = real<int(int)>("fsync");
    return fails("fsync") ? -1 : call(descriptor);
}

int rename(const char* from, const char* to)
{
    static const auto call = real<int(const char*, const char*)>("rename");
    return fails("rename") ? -1 : call(from, to);
}

int linkat(int fromFolder, const char* from, int toFolder, const char* to, int flags)
{
    static const auto call = real<int(int, const char*, int, const char*, int)>("linkat");
    return fails("rename") ? -1 : call(fromFolder, from, toFolder, to, flags);
}
}
