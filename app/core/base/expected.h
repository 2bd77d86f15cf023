// SPDX-License-Identifier: MIT
// Expected<T>: a result, or the one sentence that says why there is none.
#pragma once

#include <string>
#include <tl/expected.hpp>

namespace galley
{

/// Why there is no result: a sentence a person can act on, and the place where there is one.
struct Error {
    std::string message;
    std::string file; ///< path as given by the caller; empty when no file is concerned
    int line = 0;     ///< 1-based; 0 when no line is concerned
};

template <class T>
using Expected = tl::expected<T, Error>;

using tl::unexpected;

} // namespace galley
