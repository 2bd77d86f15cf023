// SPDX-License-Identifier: MIT
// The three texts of a post, and the only place where one becomes another: file bytes, core text, editor text.
#pragma once

#include <QString>
#include <QStringView>

#include <cstddef>
#include <string>
#include <string_view>

/*
 * File bytes   what lies on the disk.
 * Core text    what the engine reads, a UTF-8 std::string: the file's bytes without a leading BOM and, when every
 *              line of the file ends with CR LF, with LF alone. Nothing else differs: invalid UTF-8, NUL and stray
 *              CR are in it as they are (base/textcheck reports them and makes the copy that can be displayed).
 *              TextEdits, spans and diagnostics speak of core text; a line ends with LF and nothing else.
 * Editor text  what a QTextDocument holds, as UTF-16 with '\n' where one block ends and the next begins; a marker
 *              and its '\n' are one break in the document, which knows what it is, and no text.
 *
 *   file bytes = toFileBytes(core, form)    core = toCoreText(editor)     for every file, byte for byte.
 *
 * What a QTextDocument cannot hold becomes one unit U+DC00+byte for each byte: CR, NUL, U+2029, U+FDD0, U+FDD1 and
 * whatever is no UTF-8. Such units stand alone in UTF-16, so no valid text contains them. NBSP and U+2028 stay.
 * A line longer than limits::editorLineUnits is cut: longLineMarker and '\n' together are no bytes at all.
 *
 * The way back accepts whatever a person can make of editor text. A marker without its '\n' is no bytes either; a
 * '\n' whose marker was deleted is a line break from then on; a surrogate without its half becomes U+FFFD.
 */
namespace galley
{

/// What a file has besides its text. A new file has neither.
struct FileForm {
    bool bom = false;  ///< begins with EF BB BF
    bool crlf = false; ///< every line ends with CR LF

    bool operator==(const FileForm&) const = default;
};

struct FileText {
    std::string text; ///< core text
    FileForm form;

    bool operator==(const FileText&) const = default;
};

FileText fromFileBytes(std::string_view bytes);
std::string toFileBytes(std::string_view coreText, FileForm form);

/// Ends a block whose '\n' is not in the file. A surrogate of its own: no file decodes to it.
inline constexpr char16_t longLineMarker = 0xDD00;

/// Linear; a document keeps it unit for unit, save the markers: they are not put into one as text.
QString toEditorText(std::string_view coreText);

/// Linear and total: every UTF-16 string, the document's as well as a mangled one, has its bytes.
std::string toCoreText(QStringView editorText);

/// The same for one block of a document, its '\n' included when `hasNext` and the block does not end with a marker.
void appendBlock(std::string& coreText, QStringView block, bool hasNext);

/// Whether the line goes on in the next block.
bool continuesInNextBlock(QStringView block);

/// Bytes of core text that these units stand for.
std::size_t coreLength(QStringView editorText);

/// Bytes of core text before this column of a block; inside a surrogate pair, before the pair.
std::size_t byteColumn(QStringView block, qsizetype column);

/// Units of `block` that stand for its first `bytes` bytes of core text; inside a character, up to its beginning.
qsizetype editorColumn(QStringView block, std::size_t bytes);

/// What came from the clipboard or a drop, ready to insert: CR LF, CR and U+2029 are line breaks there.
QString pastedText(QStringView foreign);

/// What other programs may see of a selection of editor text: no markers, no escapes, U+FFFD for bad
/// bytes.
QString copiedText(QStringView selectedText);

} // namespace galley
