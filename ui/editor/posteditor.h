// SPDX-License-Identifier: MIT
// PostEditor: the editor side of one post: form, text, find bar and problems, in step with the last look at the text.
#pragma once

#include "base/textedit.h"
#include "livepage.h"
#include "theme.h"

#include <QWidget>

class QVBoxLayout;

namespace galley
{

class EditorPane;
class FindBar;
class FrontMatterFold;
class OpenPost;
class PostHighlighter;
class ProblemsPanel;
struct FilePlace;

class PostEditor final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PostEditor)

public:
    explicit PostEditor(OpenPost* post, QWidget* parent = nullptr);

    EditorPane* pane() const { return m_pane; }
    FrontMatterFold* fold() const { return m_fold; }
    FindBar* findBar() const { return m_findBar; }
    ProblemsPanel* problems() const { return m_problems; }
    /// The rows of the problems panel.
    QStringList problemTexts() const;

    void showResult(const LiveResult& result);

    /// A form's edit of the text as it stands: one undo step.
    void applyFormEdit(const TextEdit& edit);

    /// Lines of the file, 0-based; the fraction is inside the line.
    double topLine() const;
    void scrollToLine(double line);

    /// 0-based line, 0-based column in UTF-16 units; the caret is put there and shown.
    void goToLine(int line, int column = 0);

    /// Text positions of the first sign of one line and the end of another.
    std::pair<int, int> positionsOf(int firstLine, int lastLine) const;

    /// 0-based line of the caret.
    int caretLine() const;
    bool isCaretInSight() const;
    /// The caret to the first line below the front matter: where a new post is written on.
    void goToBody();

    FilePlace place() const;
    void setPlace(const FilePlace& place);

    /// Tells where the caret is, again.
    void tellCaret();

Q_SIGNALS:
    void caretMoved(int line, int column); ///< both from 1

protected:
    void changeEvent(QEvent* event) override;

private:
    void build();
    void loaded();
    void updateColors();
    void updateFoldRegion(int lastLine);
    void markDiagnostics();
    void applyFix(const TextEdit& edit);

    OpenPost* m_post;
    EditorPane* m_pane;
    FrontMatterFold* m_fold;
    PostHighlighter* m_highlighter;
    FindBar* m_findBar;
    ProblemsPanel* m_problems;
    Diagnostics m_marked;
    FrontMatterLookPtr m_frontMatter; ///< the one the problems were found in; null before the first result
};

} // namespace galley
