// SPDX-License-Identifier: MIT
// GuiPulse: how long the GUI thread worked without looking at its events.
#pragma once

#include <QAbstractEventDispatcher>
#include <QCoreApplication>
#include <QElapsedTimer>
#include <QObject>

#include <ctime>
#include <vector>

namespace galley::test
{

/// Measures the thread's own processor time between two looks at the event queue: a machine busy with other things does
/// not count against the window, and neither does waiting for events. What the thread computes does, to the
/// millisecond.
class GuiPulse final : public QObject
{
public:
    GuiPulse()
    {
        auto* dispatcher = QCoreApplication::eventDispatcher();
        connect(dispatcher, &QAbstractEventDispatcher::awake, this, [this] { beat(); });
        connect(dispatcher, &QAbstractEventDispatcher::aboutToBlock, this, [this] { beat(); });
        reset();
    }

    void reset()
    {
        m_last = cpuMilliseconds();
        m_stretches.clear();
    }

    /// The longest stretch of work, milliseconds of processor time.
    double longestWork()
    {
        beat();
        double longest = 0;
        for (const double stretch : m_stretches)
            longest = std::max(longest, stretch);
        return longest;
    }

    int countOver(double milliseconds) const
    {
        return int(
            std::count_if(m_stretches.begin(), m_stretches.end(), [=](double one) { return one > milliseconds; }));
    }

    static double cpuMilliseconds()
    {
        timespec time{};
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
        return double(time.tv_sec) * 1000 + double(time.tv_nsec) / 1e6;
    }

private:
    void beat()
    {
        const double now = cpuMilliseconds();
        if (now - m_last > 1)
            m_stretches.push_back(now - m_last);
        m_last = now;
    }

    double m_last = 0;
    std::vector<double> m_stretches;
};

} // namespace galley::test
