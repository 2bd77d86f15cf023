// SPDX-License-Identifier: MIT
// What loops remember between and during their turns: `forloop`, `tablerowloop`, cycles, offsets.
#pragma once

#include "base/value.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace galley::liquid
{

/// `forloop`: changes from turn to turn, so templates must not keep it past the loop (Liquid's does the same).
class ForLoop final : public Drop
{
public:
    ForLoop(std::string name, std::int64_t length, Value parent);
    Value get(std::string_view key) const override;
    bool contains(std::string_view) const override { return true; }
    std::string toString() const override { return "Liquid::ForloopDrop"; }
    void advance() { ++m_index; }

private:
    std::string m_name;
    std::int64_t m_length;
    std::int64_t m_index = 0;
    Value m_parent;
};

/// `tablerowloop`.
class TableRowLoop final : public Drop
{
public:
    TableRowLoop(std::int64_t length, std::int64_t columns) : m_length(length), m_columns(columns) {}
    Value get(std::string_view key) const override;
    bool contains(std::string_view) const override { return true; }
    std::string toString() const override { return "Liquid::TablerowloopDrop"; }
    void advance();
    std::int64_t column() const { return m_column; }
    std::int64_t row() const { return m_row; }
    bool isLast() const { return m_index == m_length - 1; }
    bool isLastColumn() const { return m_column == m_columns; }

private:
    std::int64_t m_length;
    std::int64_t m_columns;
    std::int64_t m_index = 0;
    std::int64_t m_row = 1;
    std::int64_t m_column = 1;
};

/// Liquid's registers.
struct Registers {
    std::vector<std::pair<Value, std::size_t>> cycles;            ///< group → next item
    std::vector<std::pair<std::string, std::int64_t>> forOffsets; ///< loop name → where `offset: continue` goes on
    std::vector<std::shared_ptr<ForLoop>> forStack;               ///< running loops, outermost first
    std::optional<std::string> lastChanged;                       ///< what ifchanged printed last
};

} // namespace galley::liquid
