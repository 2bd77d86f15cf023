// SPDX-License-Identifier: MIT
// Which parts of one line of Markdown look like what: colours only, nobody else reads Markdown here.
#pragma once

#include <QStringView>

#include <vector>

namespace galley
{

enum class Markup { Heading, Strong, Emphasis, Struck, Code, Link, Sign, Liquid, Html, Quote, Key, Value, Comment };

struct MarkupSpan {
    qsizetype start = 0; ///< UTF-16 units
    qsizetype length = 0;
    Markup kind = Markup::Sign;

    bool operator==(const MarkupSpan&) const = default;
};

/// What a line begins inside of.
enum class Zone { Body, FrontMatter, Fence, Comment };

/// What a piece of a long line goes on with.
enum class Inside { LineStart, Text, Heading, Quote, Value, Comment };

/// What is known at the beginning of a line, or of a piece of one; packs into QTextBlock::userState.
struct LineState {
    Zone zone = Zone::Body;
    Inside inside = Inside::LineStart;
    bool tilde = false;  ///< the fence is of ~, not of `
    int fenceLength = 0; ///< signs of the opening fence, up to 255

    int packed() const;
    static LineState unpacked(int userState);
    bool operator==(const LineState&) const = default;
};

struct MarkedLine {
    std::vector<MarkupSpan> spans; ///< later ones lie over earlier ones
    LineState next;
};

/// Linear in the line's length. `isFirst`: the first line of the file, where front matter may begin. `isCut`: the
/// line goes on in another piece, which begins in the state that comes of this one.
MarkedLine markLine(QStringView line, LineState state, bool isFirst, bool isCut = false);

} // namespace galley
