// SPDX-License-Identifier: MIT
// What the program asks of the preview's script, written as calls of galley.take().
#pragma once

#include "layout/blockpatch.h"

#include <QString>

#include <string>
#include <string_view>
#include <vector>

namespace galley
{

/// Text as a JavaScript string literal.
QString scriptString(std::string_view utf8);

/// One call, and the pieces of HTML it needs, which may be large: they are sent before it, a little at a time.
struct PageOrder {
    std::vector<std::string_view> pieces; ///< views into the page
    QString call;
};

PageOrder shellOrder(const RenderedPage& page);

/// `follow`: the edited blocks are brought into sight.
PageOrder patchOrder(const BlockPatch& patch, bool follow);

PageOrder wholeOrder(const RenderedPage& page);

/// For a trusted page, which was loaded with its marks.
PageOrder adoptOrder(const RenderedPage& page);

/// Writes an order's pieces as calls of galley.hold() of bounded size: a megabyte in one string would hold the
/// window up.
class PieceWriter
{
public:
    explicit PieceWriter(std::vector<std::string_view> pieces = {}) : m_pieces(std::move(pieces)) {}

    bool atEnd() const { return m_next == m_pieces.size(); }

    /// The next call, with about so many bytes of HTML.
    QString take(std::size_t bytes);

private:
    std::string_view takePiece(std::size_t bytes);

    std::vector<std::string_view> m_pieces;
    std::size_t m_next = 0;
    std::size_t m_offset = 0; ///< of the next piece, what was sent already
};

/// The document with the number of its load at the very beginning, by which the preview's script knows it.
std::string numberedPage(std::string_view html, std::string_view key, int load);

/// The published page with a mark before each block and after the last, as the trusted level loads it.
std::string markedPage(const RenderedPage& page, std::string_view key);

} // namespace galley
