// SPDX-License-Identifier: MIT
#include "editor/editorpane.h"

#include "base/textcodec.h"
#include "editor/editorlayout.h"
#include "editor/keystroke.h"
#include "editor/longlines.h"
#include "postimages.h"

#include <QContextMenuEvent>
#include <QKeyEvent>
#include <QMenu>
#include <QMimeData>
#include <QPainter>
#include <QScopedValueRollback>
#include <QScrollBar>
#include <QTextBlock>
#include <QWheelEvent>

namespace galley
{

/// Columns of the text: 66 to 80 signs are read best; a code line of 80 still fits.
static constexpr int textColumns = 82;

/// Pixels between text and the edge of the field, at least.
static constexpr int edge = 28;

EditorPane::EditorPane(QTextDocument* document, QWidget* parent) : QPlainTextEdit(parent)
{
    setDocument(document);
    setFrameShape(QFrame::NoFrame);
    setBackgroundRole(QPalette::Base);
    setAutoFillBackground(true);
    setCursorWidth(2);
    setCenterOnScroll(true);
    setAccessibleName(tr("Text of the post"));
    // The caret's line and the gaps of a selection are wider than what Qt paints anew.
    connect(this, &QPlainTextEdit::cursorPositionChanged, viewport(), qOverload<>(&QWidget::update));
    connect(this, &QPlainTextEdit::selectionChanged, viewport(), qOverload<>(&QWidget::update));
    connect(this, &QPlainTextEdit::cursorPositionChanged, this, [this] { settleCaret(m_way, -1); });
    connect(verticalScrollBar(), &QScrollBar::valueChanged, this, [this] {
        m_keepsCaret = false;
        if (!m_following)
            Q_EMIT scrolled();
    });
}

void EditorPane::setColors(const ThemeColors& colors)
{
    m_colors = colors;
    viewport()->update();
}

void EditorPane::setFontAndZoom(const QFont& font, double zoom)
{
    m_font = font;
    m_font->setPointSizeF(font.pointSizeF() * zoom);
    applyFont();
    updateMargins();
}

void EditorPane::applyFont()
{
    setFont(*m_font);
    document()->setDefaultFont(*m_font);
    setTabStopDistance(4 * QFontMetricsF(*m_font).horizontalAdvance(u' '));
}

void EditorPane::setWrapped(bool wrapped)
{
    setLineWrapMode(wrapped ? QPlainTextEdit::WidgetWidth : QPlainTextEdit::NoWrap);
    updateMargins();
}

void EditorPane::updateMargins()
{
    const int column = qRound(QFontMetricsF(font()).averageCharWidth() * textColumns);
    const int room = contentsRect().width() - verticalScrollBar()->sizeHint().width();
    const bool wrapped = lineWrapMode() == QPlainTextEdit::WidgetWidth;
    const int side = wrapped ? qMax(edge, (room - column) / 2) : edge;
    setViewportMargins(side, edge / 2, wrapped ? side : 0, 0);
}

void EditorPane::resizeEvent(QResizeEvent* event)
{
    const bool keep = m_keepsCaret;
    updateMargins();
    QPlainTextEdit::resizeEvent(event);
    if (keep) // the form above the text comes when the caret has its place already
        ensureCursorVisible();
    m_keepsCaret = keep;
}

void EditorPane::changeEvent(QEvent* event)
{
    QPlainTextEdit::changeEvent(event);
    if (event->type() != QEvent::FontChange && event->type() != QEvent::StyleChange)
        return;
    // A style sheet that is set anew takes the fonts back that widgets were given.
    if (m_font && font() != *m_font)
        applyFont();
    updateMargins();
}

double EditorPane::topBlock() const
{
    const QTextBlock block = firstVisibleBlock();
    const QRectF rect = blockBoundingGeometry(block).translated(contentOffset());
    const double out = rect.height() > 0 ? qBound(0.0, -rect.top() / rect.height(), 1.0) : 0.0;
    return block.blockNumber() + out;
}

void EditorPane::scrollToBlock(double wanted)
{
    const int number = static_cast<int>(wanted);
    const QTextBlock block = document()->findBlockByNumber(qBound(0, number, document()->blockCount() - 1));
    const int line = block.firstLineNumber() + qRound((wanted - number) * block.lineCount()); // the nearest row
    m_following = true;
    verticalScrollBar()->setValue(line);
    m_following = false;
    m_keepsCaret = false;
}

void EditorPane::setMarks(Marks kind, const QList<QTextEdit::ExtraSelection>& marks)
{
    if (marks.isEmpty() && m_marks[kind].isEmpty())
        return;
    m_marks[kind] = marks;
    QList<QTextEdit::ExtraSelection> all;
    for (const auto& [each, list] : m_marks)
        all += list;
    setExtraSelections(all);
}

std::pair<int, int> EditorPane::visibleBlocks() const
{
    const int first = firstVisibleBlock().blockNumber();
    return {first, cursorForPosition(QPoint(0, viewport()->height())).blockNumber()};
}

void EditorPane::goTo(int position)
{
    QTextCursor cursor = textCursor();
    cursor.setPosition(qBound(0, position, document()->characterCount() - 1));
    setTextCursor(cursor);
    if (!viewport()->rect().contains(cursorRect()))
        centerCursor();
    m_keepsCaret = true;
}

void EditorPane::keyPressEvent(QKeyEvent* event)
{
    m_composition.keyPressed();
    event->ignore();
    Q_EMIT keyPressedFirst(event);
    const bool isTaken = event->isAccepted();
    event->accept();
    if (isTaken)
        return;
    QTextCursor cursor = textCursor();
    const int from = cursor.position();
    m_isKeyActing = true; // the caret may stand between two pieces of a line meanwhile
    piececaret::stepBehindCut(cursor, *event);
    if (cursor.position() != from)
        setTextCursor(cursor);
    if (!handleKey(*event))
        QPlainTextEdit::keyPressEvent(event);
    m_isKeyActing = false;
    settleCaret(piececaret::wayOf(*event), from);
}

void EditorPane::settleCaret(piececaret::Way way, int from)
{
    QTextCursor cursor = textCursor();
    if (!m_isKeyActing && piececaret::settle(cursor, way, from))
        setTextCursor(cursor);
}

bool EditorPane::handleKey(const QKeyEvent& event)
{
    QTextCursor cursor = textCursor();
    const keystroke::Answer answer = keystroke::press(cursor, event);
    if (answer == keystroke::Answer::Done) {
        setTextCursor(cursor);
        ensureCursorVisible();
    }
    return answer != keystroke::Answer::NotOurs;
}

void EditorPane::focusInEvent(QFocusEvent* event)
{
    QPlainTextEdit::focusInEvent(event);
    viewport()->update();
}

void EditorPane::focusOutEvent(QFocusEvent* event)
{
    QPlainTextEdit::focusOutEvent(event);
    viewport()->update();
}

static QVariant moved(const QVariant& place, QPoint by)
{
    switch (place.typeId()) {
    case QMetaType::QRectF: return place.toRectF().translated(by);
    case QMetaType::QRect: return place.toRect().translated(by);
    case QMetaType::QPointF: return place.toPointF() + by;
    case QMetaType::QPoint: return place.toPoint() + by;
    default: return place;
    }
}

QVariant EditorPane::inputMethodQuery(Qt::InputMethodQuery query) const
{
    return inputMethodQuery(query, QVariant());
}

QVariant EditorPane::inputMethodQuery(Qt::InputMethodQuery query, QVariant argument) const
{
    if (query == Qt::ImInputItemClipRectangle) // the field's own already
        return QPlainTextEdit::inputMethodQuery(query, argument);
    const QPoint text = viewport()->pos();
    return moved(QPlainTextEdit::inputMethodQuery(query, moved(argument, -text)), text);
}

void EditorPane::inputMethodEvent(QInputMethodEvent* event)
{
    if (m_composition.accepts(*event))
        QPlainTextEdit::inputMethodEvent(event);
    else
        event->accept();
}

/// Where the word stands that is being composed, or its first row.
QRectF EditorPane::composedRect() const
{
    const QTextBlock block = textCursor().block();
    const QTextLayout& layout = *block.layout();
    const int start = layout.preeditAreaPosition();
    const QTextLine line = start < 0 ? QTextLine() : layout.lineForTextPosition(start);
    if (!line.isValid())
        return {};
    const qreal left = line.cursorToX(start);
    const qreal right = line.cursorToX(start + static_cast<int>(layout.preeditAreaText().size()));
    const QRectF rect(left, line.y(), right - left, line.height());
    return rect.normalized().translated(blockBoundingGeometry(block).translated(contentOffset()).topLeft());
}

// A click inside the word is the input method's.
void EditorPane::mousePressEvent(QMouseEvent* event)
{
    if (!m_composition.isEmpty() && !composedRect().contains(event->position()))
        m_composition.end(this);
    const QScopedValueRollback way(m_way, piececaret::Way::ToRow);
    QPlainTextEdit::mousePressEvent(event);
    QTextCursor cursor = textCursor();
    if (!(event->modifiers() & Qt::ShiftModifier) && piececaret::selectWholeLine(cursor))
        setTextCursor(cursor);
}

void EditorPane::mouseMoveEvent(QMouseEvent* event)
{
    const QScopedValueRollback way(m_way, piececaret::Way::ToRow);
    QPlainTextEdit::mouseMoveEvent(event);
}

void EditorPane::wheelEvent(QWheelEvent* event)
{
    if (!(event->modifiers() & Qt::ControlModifier)) {
        QPlainTextEdit::wheelEvent(event);
        return;
    }
    if (event->angleDelta().y() != 0)
        Q_EMIT zoomAsked(event->angleDelta().y() > 0 ? 1 : -1);
    event->accept();
}

void EditorPane::contextMenuEvent(QContextMenuEvent* event)
{
    const bool byKey = event->reason() == QContextMenuEvent::Keyboard;
    const QPoint at = byKey ? cursorRect().bottomLeft() : event->pos();
    QMenu* menu = createStandardContextMenu(at);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    Q_EMIT menuOpening(menu, byKey ? textCursor().position() : cursorForPosition(at).position());
    menu->popup(viewport()->mapToGlobal(at));
}

void EditorPane::mouseReleaseEvent(QMouseEvent* event)
{
    if (!m_foldLabel.isEmpty() && foldLabelRect().contains(event->position()))
        Q_EMIT foldLabelClicked();
    QPlainTextEdit::mouseReleaseEvent(event);
}

// Images are put into the post. Other files are not text: they go on to the window, which opens them.
bool EditorPane::canInsertFromMimeData(const QMimeData* source) const
{
    return PostImages::hasImages(*source) || (!source->hasUrls() && source->hasText());
}

void EditorPane::insertFromMimeData(const QMimeData* source)
{
    if (PostImages::hasImages(*source)) {
        Q_EMIT imagesOffered(*source);
        return;
    }
    QTextCursor cursor = textCursor();
    longlines::insert(cursor, pastedText(source->text()));
    setTextCursor(cursor);
    ensureCursorVisible();
}

QMimeData* EditorPane::createMimeDataFromSelection() const
{
    auto* data = new QMimeData;
    data->setText(copiedText(longlines::selectedText(textCursor())));
    return data;
}

void EditorPane::setFoldLabel(const QString& label)
{
    m_foldLabel = label;
    viewport()->update();
}

QRectF EditorPane::foldLabelRect() const
{
    const QTextBlock block = document()->firstBlock();
    const QRectF rect = blockBoundingGeometry(block).translated(contentOffset());
    const QFontMetricsF metrics(font());
    const qreal left = rect.left() + document()->documentMargin() + metrics.horizontalAdvance(block.text()) + 14;
    const qreal height = metrics.height() + 2;
    return {left, rect.center().y() - height / 2, metrics.horizontalAdvance(m_foldLabel) + 20, height};
}

void EditorPane::paintEvent(QPaintEvent* event)
{
    {
        QPainter painter(viewport());
        painter.setRenderHint(QPainter::Antialiasing);
        paintCurrentLine(painter);
        paintSelectionGaps(painter, event->rect());
        paintFoldLabel(painter);
    }
    QPlainTextEdit::paintEvent(event);
}

void EditorPane::paintCurrentLine(QPainter& painter)
{
    if (textCursor().hasSelection() || !hasFocus())
        return;
    const QRect caret = cursorRect();
    const int gap = qRound(static_cast<EditorLayout*>(document()->documentLayout())->lineGap() / 2);
    const QRect line(0, caret.top() - gap, viewport()->width(), caret.height() + 2 * gap);
    painter.setPen(Qt::NoPen);
    painter.setBrush(m_colors.currentLine);
    painter.drawRoundedRect(line, 4, 4);
}

// Qt paints a selection line by line; without this the air between the lines would show as stripes.
void EditorPane::paintSelectionGaps(QPainter& painter, const QRect& exposed)
{
    const QTextCursor cursor = textCursor();
    if (!cursor.hasSelection())
        return;
    const qreal gap = static_cast<EditorLayout*>(document()->documentLayout())->lineGap();
    const QColor color = palette().color(hasFocus() ? QPalette::Active : QPalette::Inactive, QPalette::Highlight);
    for (QTextBlock block = firstVisibleBlock(); block.isValid(); block = block.next()) {
        const QRectF rect = blockBoundingGeometry(block).translated(contentOffset());
        if (rect.top() > exposed.bottom() || block.position() > cursor.selectionEnd())
            return;
        for (int i = 0; block.isVisible() && i < block.layout()->lineCount(); ++i) {
            const QTextLine line = block.layout()->lineAt(i);
            const int from = qMax(cursor.selectionStart() - block.position(), line.textStart());
            const int to = qMin(cursor.selectionEnd() - block.position(), line.textStart() + line.textLength());
            if (from >= to)
                continue;
            const qreal left = line.cursorToX(from);
            const QRectF part(rect.left() + left, rect.top() + line.y() - gap / 2, line.cursorToX(to) - left,
                              line.height() + gap);
            painter.fillRect(part.normalized(), color);
        }
    }
}

void EditorPane::paintFoldLabel(QPainter& painter)
{
    if (m_foldLabel.isEmpty())
        return;
    const QRectF rect = foldLabelRect();
    painter.setPen(m_colors.border);
    painter.setBrush(m_colors.codeBackground);
    painter.drawRoundedRect(rect, rect.height() / 2, rect.height() / 2);
    painter.setPen(m_colors.faint);
    painter.setFont(font());
    painter.drawText(rect, Qt::AlignCenter, m_foldLabel);
}

} // namespace galley
