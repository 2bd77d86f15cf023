// SPDX-License-Identifier: MIT
// TrustStore: remembers for each site what the person allowed it.
#pragma once

#include "preview/previewfiles.h"
#include "preview/previewpolicy.h"

#include <vector>

namespace galley
{

struct TrustedPlace {
    QString path; ///< the site's folder, a lone file's own; no link is left in it
    PreviewTrust trust;
};

/// Kept in the program's settings under the site's real path, a lone file's under its own; an untitled post has none. It
/// counts only for the folder that was there when the person decided: another one that came to the same path, by moving,
/// by a link or anew, is a stranger's.
class TrustStore
{
public:
    PreviewTrust load(const PageAddress& address) const;
    void save(const PageAddress& address, const PreviewTrust& trust) const;

    /// Every place that is allowed something, by path.
    std::vector<TrustedPlace> places() const;
    void forget(const QString& path) const;
};

} // namespace galley
