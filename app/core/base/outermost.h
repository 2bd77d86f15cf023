// SPDX-License-Identifier: MIT
// The outermost frame of a thread. Ours throws nothing, but the standard library does when memory runs out or a disk fails
// where nobody expects it: that ends the work at hand and not the program.
#pragma once

#include <exception>
#include <optional>
#include <string>

namespace galley
{

/// Runs the work; what it threw, in words, or nothing.
template <class Work>
std::optional<std::string> thrownBy(const Work& work)
{
    try {
        work();
        return std::nullopt;
    } catch (const std::exception& thrown) {
        return thrown.what();
    } catch (...) {
        return "an unknown error";
    }
}

} // namespace galley
