// SPDX-License-Identifier: MIT
#include "base/textedit.h"
#include "fuzzing.h"
#include "post/frontmatter.h"
#include "post/frontmatteredit.h"
#include "post/postdocument.h"

using namespace galley;
using fuzzing::require;

namespace
{
/// An edit stays inside the front matter; the body is nobody's to touch.
void checkEdit(std::string_view text, const Expected<TextEdit>& edit)
{
    if (!edit)
        return;
    const FrontMatter before = findFrontMatter(text);
    require(edit->offset + edit->length <= text.size(), "the edit lies in the text");
    const std::string edited = applied(text, *edit);
    if (!before.present)
        return;
    require(edit->offset + edit->length <= before.bodyBegin, "the edit lies in the front matter");
    require(edited.ends_with(before.body(text)), "the body stays");
}
} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const auto [head, rest] = fuzzing::halves(fuzzing::asText(data, size));
    const std::string text = "---\n" + std::string(head) + "\n---\nbody\n";
    (void)PostDocument::parse(fuzzing::asText(data, size));
    const PostDocument post = PostDocument::parse(text);
    require(post.body.size() <= text.size(), "the body lies in the text");
    const std::string key(rest.substr(0, 40));
    checkEdit(text, frontmatter::setValue(text, {"title"}, Value(key)));
    checkEdit(text, frontmatter::setValue(text, {key}, Value(true)));
    checkEdit(text, frontmatter::addKey(text, {}, key, Value("x: y #")));
    checkEdit(text, frontmatter::insertItem(text, {"tags"}, Value(key), 0));
    checkEdit(text, frontmatter::remove(text, {"title"}));
    checkEdit(text, frontmatter::renameKey(text, {"title"}, key));
    for (const auto& entry : post.values) {
        if (entry.first.isString())
            checkEdit(text, frontmatter::setValue(text, {std::string(entry.first.string())}, Value("new")));
    }
    return 0;
}
