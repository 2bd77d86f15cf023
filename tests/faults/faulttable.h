// SPDX-License-Identifier: MIT
// The table that ./check prints: fault, runs, losses.
#pragma once

#include <string>

namespace galley::faults
{

/// Counts the runs of one fault and adds its line to the table (build folder, faults.txt) when it goes.
class FaultLine
{
public:
    explicit FaultLine(std::string name) : m_name(std::move(name)) {}
    ~FaultLine();
    FaultLine(const FaultLine&) = delete;
    FaultLine& operator=(const FaultLine&) = delete;

    /// A loss is printed with what was found.
    void count(bool lost, const std::string& what = {});
    int runs() const { return m_runs; }
    int losses() const { return m_losses; }

private:
    std::string m_name;
    int m_runs = 0;
    int m_losses = 0;
};

/// GALLEY_LONG asks for the long counts.
int counted(int shortCount, int longCount);

} // namespace galley::faults
