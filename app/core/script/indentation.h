// SPDX-License-Identifier: MIT
// Indentation: the columns at which the collections of a YAML text began, as far as a lexer needs them.
#pragma once

#include <vector>

namespace galley::script
{

class Indentation
{
public:
    void reset();
    /// A line begins with so many spaces: collections deeper than that have ended.
    void beginLine(int spaces);
    /// The line goes on with so many characters of indicators and spaces.
    void skip(int characters) { m_next += characters; }
    /// A collection begins at the column that was reached.
    void beginCollection();

    void beginScalar() { m_scalar = -1; }
    /// Whether a line with so many spaces ends the block scalar; its first line fixes its column.
    bool endsScalar(int spaces);
    /// Whether a line with so many spaces ends a plain scalar.
    bool endsPlain(int spaces) const { return spaces <= m_levels.back(); }

private:
    std::vector<int> m_levels{0};
    int m_next = 0;
    int m_scalar = -1; ///< column of the block scalar; -1 until it is known
};

} // namespace galley::script
