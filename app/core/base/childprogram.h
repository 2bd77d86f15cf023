// SPDX-License-Identifier: MIT
// A program of our own that answers one question and ends: what may run for ever or break down runs outside.
#pragma once

#include "base/expected.h"

#include <chrono>
#include <filesystem>
#include <stop_token>
#include <string>
#include <string_view>

namespace galley
{

struct ChildLimits {
    std::chrono::milliseconds deadline{}; ///< from its start to its end
    std::size_t answerBytes = 0;
};

struct ChildAnswer {
    enum class Ending { Ended, TooLate, TooLong, Stopped, NotStarted };
    Ending ending = Ending::NotStarted;
    std::string bytes; ///< all it wrote; for NotStarted the system's reason
    int exitCode = 0;
    int signal = 0; ///< that ended it; 0 when it ended by itself

    bool isOutOfTime() const; ///< it used up its processor time
};

/// Starts the program with the question on its standard input and reads its standard output to the end. It is killed at
/// the deadline, when it writes too much, and when `stop` is requested; it has ended when this returns.
ChildAnswer askProgram(const std::filesystem::path& program, std::string_view question, const ChildLimits& limits,
                       const std::stop_token& stop);

/// A program that is installed with this one (libexec), or lies beside it in a build folder.
Expected<std::filesystem::path> helperProgram(std::string_view name);

} // namespace galley
