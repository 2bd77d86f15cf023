// SPDX-License-Identifier: MIT
// Conflict: a post that was changed here and by another program, with the answers a person can give.
#pragma once

#include "noticestack.h"

#include <string>
#include <vector>

namespace galley
{

/// Core texts.
struct Conflict {
    std::string base;                  ///< as the file was when it was last read or written here
    std::string mine;                  ///< as it stands in the window
    std::string theirs;                ///< as it lies on disk
    std::vector<NoticeButton> answers; ///< none of them is the default
};

} // namespace galley
