// SPDX-License-Identifier: MIT
// KramdownServer: one Ruby process that answers Markdown with kramdown's HTML.
#pragma once

#include <QProcess>
#include <optional>
#include <string>

namespace galley::test
{

class KramdownServer
{
public:
    KramdownServer();
    ~KramdownServer();

    /// False where Ruby or kramdown is not installed.
    bool isRunning();
    /// kramdown's HTML with Jekyll's default options and these (a JSON object); nothing when the process gave up.
    std::optional<std::string> html(const std::string& markdown, const std::string& settings = "{}");

private:
    QProcess m_process;
};

} // namespace galley::test
