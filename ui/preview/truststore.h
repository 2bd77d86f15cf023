// SPDX-License-Identifier: MIT
// TrustStore: remembers for each site what the person allowed it.
#pragma once

#include "preview/previewfiles.h"
#include "preview/previewpolicy.h"

namespace galley
{

/// Kept in the program's settings under the site's folder, a lone file's under its own; an untitled post has
/// none.
class TrustStore
{
public:
    PreviewTrust load(const PageAddress& address) const;
    void save(const PageAddress& address, const PreviewTrust& trust) const;
};

} // namespace galley
