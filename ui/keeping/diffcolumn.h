// SPDX-License-Identifier: MIT
// DiffColumn: lines of a difference in their colours, to read and to copy from.
#pragma once

#include "keeping/difflines.h"

#include <QPlainTextEdit>

namespace galley
{

class DiffColumn final : public QPlainTextEdit
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(DiffColumn)

public:
    explicit DiffColumn(QWidget* parent = nullptr);

    void setLines(const QList<DiffLine>& lines);

    /// The change after (1) or before (-1) the caret; stays where it is when there is none.
    void goTo(const QList<int>& changes, int step);

private:
    QColor background(Tint tint) const;
};

} // namespace galley
