// SPDX-License-Identifier: MIT
// What has to be settled before QApplication: sandbox, shared memory, graphics; and the command line.
#pragma once

#include <string>
#include <vector>

namespace galley
{

struct CommandLine {
    std::vector<std::string> paths; ///< as given
    std::string shot;               ///< write a picture of the window there and end
    std::string exportTo;           ///< write the page there first; only with `shot`
    bool newInstance = false;
    bool help = false;
    bool version = false;
    std::string wrong; ///< what is not understood; empty when all is
};

CommandLine parseCommandLine(int argc, char** argv);
const char* usage();

/// Chromium's switches for this machine. Says on stderr, in one line each, what it had to switch off.
void prepareChromium();

/// Without a display the same window under Qt's offscreen platform; only for the picture.
void chooseOffscreenWhenThereIsNoDisplay();

} // namespace galley
