// SPDX-License-Identifier: MIT
#include "keep/changeset.h"

#include "base/fileerror.h"
#include "base/files.h"
#include "keep/savefile.h"

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <fcntl.h>

namespace galley
{

namespace fs = std::filesystem;

namespace
{
/// Fails where something lies at `to`: renameat2 decides and acts in one.
Expected<void> move(const fs::path& from, const fs::path& to)
{
    std::error_code code;
    fs::create_directories(to.parent_path(), code);
    if (::renameat2(AT_FDCWD, from.c_str(), AT_FDCWD, to.c_str(), RENAME_NOREPLACE) == 0)
        return {};
    int error = errno;
    if (error == EINVAL && !fs::exists(to, code)) // a file system without it
        error = ::rename(from.c_str(), to.c_str()) == 0 ? 0 : errno;
    if (error == 0)
        return {};
    const std::string reason = error == EEXIST ? "there is such a file already" : systemReason(error);
    return unexpected(
        Error{"Can't rename " + from.string() + " to " + to.filename().string() + ": " + reason, from.string(), 0});
}

Expected<void> rewrite(const fs::path& file, const std::string& before, const std::string& after)
{
    const auto bytes = readFile(file);
    if (!bytes)
        return unexpected(bytes.error());
    if (*bytes != before)
        return unexpected(Error{file.string() + " was changed meanwhile; it stays as it is", file.string(), 0});
    const auto known = readFileState(file);
    if (!known)
        return unexpected(known.error());
    const auto saved = saveFile({file, after, *known, SaveWay::Ask, false});
    if (!saved)
        return unexpected(saved.error().error);
    return {};
}

/// Takes back what was done so far; what can not be taken back stays, and the first error is what the person reads.
void takeBack(const ChangeSet& changes, std::size_t moves, std::size_t rewrites)
{
    for (std::size_t i = rewrites; i-- > 0;)
        (void)rewrite(changes.rewrites[i].file, changes.rewrites[i].after, changes.rewrites[i].before);
    for (std::size_t i = moves; i-- > 0;)
        (void)move(changes.moves[i].to, changes.moves[i].from);
}
} // namespace

ChangeSet ChangeSet::reversed() const
{
    ChangeSet back;
    for (auto each = moves.rbegin(); each != moves.rend(); ++each)
        back.moves.push_back({each->to, each->from});
    for (const Rewrite& each : rewrites) {
        const auto moved =
            std::find_if(moves.begin(), moves.end(), [&](const Move& move) { return move.to == each.file; });
        back.rewrites.push_back({moved == moves.end() ? each.file : moved->from, each.after, each.before});
    }
    return back;
}

Expected<void> applyChanges(const ChangeSet& changes)
{
    for (std::size_t i = 0; i < changes.moves.size(); ++i) {
        if (const auto done = move(changes.moves[i].from, changes.moves[i].to); !done) {
            takeBack(changes, i, 0);
            return done;
        }
    }
    for (std::size_t i = 0; i < changes.rewrites.size(); ++i) {
        const ChangeSet::Rewrite& each = changes.rewrites[i];
        if (const auto done = rewrite(each.file, each.before, each.after); !done) {
            takeBack(changes, changes.moves.size(), i);
            return done;
        }
    }
    return {};
}

} // namespace galley
