// SPDX-License-Identifier: MIT
// Files that Jekyll passes over in silence: posts it leaves out, pages it copies unread.
#pragma once

#include "check/finding.h"

namespace galley
{
class Site;
}

namespace galley::check
{

/// Text files of _posts folders whose name has no date.
Findings droppedPosts(const Site& site);

/// Pages that Jekyll copies as they are, though there is front matter in them: it does not begin in the first line.
Findings unreadPages(const Site& site);

} // namespace galley::check
