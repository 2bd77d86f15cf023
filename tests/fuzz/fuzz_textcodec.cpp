// SPDX-License-Identifier: MIT
#include "base/textcheck.h"
#include "base/textcodec.h"
#include "base/textdiff.h"
#include "base/unicode.h"
#include "fuzzing.h"

using namespace galley;
using fuzzing::require;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const std::string_view bytes = fuzzing::asText(data, size);
    const FileText file = fromFileBytes(bytes);
    const QString editor = toEditorText(file.text);
    require(toCoreText(editor) == file.text, "core text returns from the editor");
    require(toFileBytes(file.text, file.form) == bytes, "file bytes return");
    require(coreLength(editor) == file.text.size(), "lengths agree");
    require(unicode::firstInvalid(displayText(file.text)) == std::string::npos, "display text is UTF-8");
    (void)checkText(file.text);
    (void)whyNotText(bytes);
    const QString mangled =
        QStringView(reinterpret_cast<const char16_t*>(data), static_cast<qsizetype>(size / 2)).toString();
    const std::string core = toCoreText(mangled);
    require(toCoreText(toEditorText(core)) == core, "any UTF-16 has lasting bytes");
    const auto [before, after] = fuzzing::halves(bytes);
    require(applied(before, editBetween(before, after)) == after, "the edit makes one of the other");
    return 0;
}
