// SPDX-License-Identifier: MIT
// StatusLine: where the caret is, how long the text is, what kind of file it is.
#pragma once

#include "base/textcodec.h"
#include "wordcount.h"

#include <QStatusBar>

class QLabel;

namespace galley
{

class StatusLine final : public QStatusBar
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(StatusLine)

public:
    explicit StatusLine(QWidget* parent = nullptr);

    /// Both from 1.
    void setCaret(int line, int column);
    void setWords(const WordCount& words);
    void setForm(FileForm form);
    /// The target of a link below the mouse; empty: nothing.
    void setHovered(const QString& target);
    void setPostOpen(bool open);

    QString text() const;

private:
    QLabel* addPart();

    QLabel* m_caret;
    QLabel* m_words;
    QLabel* m_form;
    QLabel* m_hovered;
};

} // namespace galley
