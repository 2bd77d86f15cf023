// SPDX-License-Identifier: MIT
// LineCutter: keeps every block of a document short enough to type in, whatever is done to it.
#pragma once

#include <QObject>

class QTextBlock;
class QTextCursor;
class QTextDocument;

namespace galley
{

/// Cuts a block that has become longer than limits::editorLineUnits and joins pieces of a line that have become short,
/// as part of the undo step that made them so. The text stays what it is: only breaks inside lines come and go.
class LineCutter final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(LineCutter)

public:
    explicit LineCutter(QTextDocument* document, QObject* parent = nullptr);

private:
    void note(int position, int removed, int added);
    void repair();
    QTextBlock blockAt(int position) const;
    QTextBlock repaired(QTextCursor& cursor, const QTextBlock& block) const;

    QTextDocument* m_document;
    int m_from = -1; ///< what changed since the last repair; -1: nothing
    int m_to = -1;
    bool m_repairing = false;
};

} // namespace galley
