// SPDX-License-Identifier: MIT
#include "base/childprogram.h"

#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <csignal>
#include <cstring>

namespace galley
{

namespace fs = std::filesystem;

namespace
{

using Ending = ChildAnswer::Ending;
using Clock = std::chrono::steady_clock;

/// Both ends of the wire; the child's is its standard input and output. Neither is inherited by other programs.
class Wire
{
public:
    Wire() { m_open = socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, m_ends) == 0; }
    ~Wire()
    {
        closeChildEnd();
        if (m_open)
            close(m_ends[0]);
    }
    Wire(const Wire&) = delete;
    Wire& operator=(const Wire&) = delete;

    bool isOpen() const { return m_open; }
    int own() const { return m_ends[0]; }
    int child() const { return m_ends[1]; }
    void closeChildEnd()
    {
        if (m_open && m_ends[1] >= 0)
            close(m_ends[1]);
        m_ends[1] = -1;
    }

private:
    int m_ends[2] = {-1, -1};
    bool m_open = false;
};

/// 0, or the system's reason. The child sees no other open file of ours and nothing of our environment.
int start(const fs::path& program, int wire, pid_t& child)
{
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_adddup2(&actions, wire, STDIN_FILENO);
    posix_spawn_file_actions_adddup2(&actions, wire, STDOUT_FILENO);
    posix_spawn_file_actions_addclosefrom_np(&actions, STDERR_FILENO + 1);
    posix_spawnattr_t attributes;
    posix_spawnattr_init(&attributes);
    sigset_t none, ordinary;
    sigemptyset(&none);
    sigfillset(&ordinary);
    posix_spawnattr_setsigmask(&attributes, &none);
    posix_spawnattr_setsigdefault(&attributes, &ordinary);
    posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF);
    std::string name = program.string();
    std::string language = "LC_ALL=C.UTF-8";
    char* const arguments[] = {name.data(), nullptr};
    char* const environment[] = {language.data(), nullptr};
    const int reason = posix_spawn(&child, program.c_str(), &actions, &attributes, arguments, environment);
    posix_spawnattr_destroy(&attributes);
    posix_spawn_file_actions_destroy(&actions);
    return reason;
}

/// Writes and reads as the wire allows, until the child closes its end.
class Talk
{
public:
    Talk(int wire, std::string_view question, const ChildLimits& limits)
        : m_wire(wire), m_question(question), m_limits(limits), m_end(Clock::now() + limits.deadline)
    {
        fcntl(wire, F_SETFL, O_NONBLOCK);
    }

    Ending run(std::string& answer)
    {
        for (;;) {
            const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(m_end - Clock::now()).count();
            if (left <= 0)
                return Ending::TooLate;
            pollfd wanted{m_wire, static_cast<short>(m_question.empty() ? POLLIN : POLLIN | POLLOUT), 0};
            if (poll(&wanted, 1, static_cast<int>(left)) < 0 && errno != EINTR)
                return Ending::TooLate;
            if ((wanted.revents & POLLOUT) != 0)
                send();
            if ((wanted.revents & (POLLIN | POLLHUP | POLLERR)) != 0 && !receive(answer))
                return Ending::Ended;
            if (answer.size() > m_limits.answerBytes)
                return Ending::TooLong;
        }
    }

private:
    void send()
    {
        // Without the flag a child that has died would end this program too (SIGPIPE).
        const ssize_t sent = ::send(m_wire, m_question.data(), m_question.size(), MSG_NOSIGNAL);
        if (sent > 0)
            m_question.remove_prefix(static_cast<std::size_t>(sent));
        else if (errno != EAGAIN && errno != EINTR)
            m_question = {}; // it wants no more; what it says is read
        if (m_question.empty())
            shutdown(m_wire, SHUT_WR);
    }

    bool receive(std::string& answer)
    {
        std::array<char, 65536> part;
        const ssize_t got = recv(m_wire, part.data(), part.size(), 0);
        if (got > 0)
            answer.append(part.data(), static_cast<std::size_t>(got));
        return got > 0 || (got < 0 && (errno == EAGAIN || errno == EINTR));
    }

    int m_wire;
    std::string_view m_question;
    const ChildLimits& m_limits;
    Clock::time_point m_end;
};

} // namespace

bool ChildAnswer::isOutOfTime() const
{
    return signal == SIGXCPU || (ending == Ending::Ended && signal == SIGKILL);
}

ChildAnswer askProgram(const fs::path& program, std::string_view question, const ChildLimits& limits,
                       const std::stop_token& stop)
{
    ChildAnswer answer;
    if (stop.stop_requested()) {
        answer.ending = Ending::Stopped;
        return answer;
    }
    Wire wire;
    pid_t child = 0;
    if (const int reason = wire.isOpen() ? start(program, wire.child(), child) : errno; reason != 0) {
        answer.bytes = std::strerror(reason);
        return answer;
    }
    wire.closeChildEnd();
    {
        const std::stop_callback killer(stop, [child] { kill(child, SIGKILL); });
        answer.ending = Talk(wire.own(), question, limits).run(answer.bytes);
    }
    if (answer.ending != Ending::Ended)
        kill(child, SIGKILL);
    int status = 0;
    while (waitpid(child, &status, 0) < 0 && errno == EINTR)
        ;
    answer.exitCode = WIFEXITED(status) ? WEXITSTATUS(status) : 0;
    answer.signal = WIFSIGNALED(status) ? WTERMSIG(status) : 0;
    if (stop.stop_requested())
        answer.ending = Ending::Stopped;
    return answer;
}

Expected<fs::path> helperProgram(std::string_view name)
{
    std::error_code code;
    const fs::path folder = fs::read_symlink("/proc/self/exe", code).parent_path();
    const fs::path places[] = {folder / name, folder / GALLEY_LIBEXEC / name};
    for (const fs::path& place : places) {
        if (!folder.empty() && fs::is_regular_file(place, code))
            return place;
    }
    return unexpected(Error{"The program " + std::string(name) + ", a part of Galley, is missing: there is no " +
                                places[1].lexically_normal().string(),
                            {},
                            0});
}

} // namespace galley
