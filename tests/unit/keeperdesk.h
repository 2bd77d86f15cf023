// SPDX-License-Identifier: MIT
// KeeperDesk: what the tests of PostKeeper work on: a post in a folder of its own, and a disk that is full on demand.
#pragma once

#include "keep/postkeeper.h"
#include "temporaryfolder.h"

#include <csignal>
#include <sys/resource.h>

namespace galley::test
{

namespace fs = std::filesystem;

inline SharedText shared(std::string text)
{
    return std::make_shared<const std::string>(std::move(text));
}

inline OpenedPost opened(const fs::path& path)
{
    const LoadedFile file = *loadFile(path);
    FileText text = fromFileBytes(file.bytes);
    return {path, text.form, file.state, shared(text.text)};
}

inline PostSave saveOf(const fs::path& path, std::string text, FileForm form = {})
{
    return {path, shared(std::move(text)), form, SaveWay::Ask, false, 1000};
}

/// As long as it lives no file of ours grows beyond this size.
class FullDisk
{
public:
    explicit FullDisk(std::uintmax_t bytes)
    {
        ::signal(SIGXFSZ, SIG_IGN);
        ::getrlimit(RLIMIT_FSIZE, &m_before);
        const rlimit limit{bytes, m_before.rlim_max};
        ::setrlimit(RLIMIT_FSIZE, &limit);
    }
    ~FullDisk() { ::setrlimit(RLIMIT_FSIZE, &m_before); }
    FullDisk(const FullDisk&) = delete;
    FullDisk& operator=(const FullDisk&) = delete;

private:
    rlimit m_before = {};
};

struct Desk {
    TemporaryFolder folder;
    fs::path state = folder / "state";
    fs::path post = folder.write("post.md", "base\n");

    std::string journals() const { return fs::exists(state / "journals") ? namesIn(state / "journals") : ""; }
};

} // namespace galley::test
