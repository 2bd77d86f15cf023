// SPDX-License-Identifier: MIT
// EditorPane: the text field: a column of comfortable width, keys for lists, paste and drop as plain text.
#pragma once

#include "editor/composition.h"
#include "editor/piececaret.h"
#include "theme.h"

#include <QPlainTextEdit>

#include <map>
#include <optional>

namespace galley
{

class EditorPane final : public QPlainTextEdit
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(EditorPane)

public:
    /// The document must have an EditorLayout and live longer.
    explicit EditorPane(QTextDocument* document, QWidget* parent = nullptr);

    void setColors(const ThemeColors& colors);
    void setFontAndZoom(const QFont& font, double zoom);
    void setWrapped(bool wrapped);

    /// A label drawn behind the first line while the front matter is folded; empty: none.
    void setFoldLabel(const QString& label);

    /// The block at the top of the window, with the fraction of it that is scrolled out.
    double topBlock() const;
    void scrollToBlock(double block);

    /// Underlines and highlights, each kind set by whoever knows of it.
    enum class Marks { Diagnostics, Matches, Spelling };
    void setMarks(Marks kind, const QList<QTextEdit::ExtraSelection>& marks);

    /// First and last visible block number.
    std::pair<int, int> visibleBlocks() const;

    /// Puts the caret there and the line into the middle of the window when it was not visible.
    void goTo(int position);

    /// Rectangles and points as the whole field has them: Qt gives those of the text inside its margins, and an input
    /// method's window would stand beside the words.
    QVariant inputMethodQuery(Qt::InputMethodQuery query) const override;
    Q_INVOKABLE QVariant inputMethodQuery(Qt::InputMethodQuery query, QVariant argument) const;

Q_SIGNALS:
    void scrolled();                        ///< by the person
    void zoomAsked(int steps);              ///< Ctrl+wheel
    void keyPressedFirst(QKeyEvent* event); ///< before the key acts; accept the event to keep it from acting
    void foldLabelClicked();
    void menuOpening(QMenu* menu, int position); ///< the menu of a right click there, or of the menu key at the caret
    void imagesOffered(const QMimeData& data);   ///< pasted or dropped, at the caret

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    void inputMethodEvent(QInputMethodEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    bool canInsertFromMimeData(const QMimeData* source) const override;
    void insertFromMimeData(const QMimeData* source) override;
    QMimeData* createMimeDataFromSelection() const override;

private:
    bool handleKey(const QKeyEvent& event);
    void settleCaret(piececaret::Way way, int from);
    void applyFont();
    void updateMargins();
    void paintCurrentLine(QPainter& painter);
    void paintSelectionGaps(QPainter& painter, const QRect& exposed);
    void paintFoldLabel(QPainter& painter);
    QRectF foldLabelRect() const;
    QRectF composedRect() const;

    ThemeColors m_colors;
    std::optional<QFont> m_font; ///< with zoom; none before it was set
    QString m_foldLabel;
    Composition m_composition;
    piececaret::Way m_way = piececaret::Way::Anywhere;
    bool m_isKeyActing = false;
    std::map<Marks, QList<QTextEdit::ExtraSelection>> m_marks;
    bool m_following = false;  ///< scrolled by the preview, not by the person
    bool m_keepsCaret = false; ///< the program put the caret there, and nobody has scrolled since
};

} // namespace galley
