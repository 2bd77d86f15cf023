// SPDX-License-Identifier: MIT
// Files below _posts that Jekyll passes over in silence.
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

} // namespace galley::check
