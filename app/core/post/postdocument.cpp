// SPDX-License-Identifier: MIT
#include "post/postdocument.h"

#include "post/postvalues.h"
#include "post/strayfrontmatter.h"

#include "base/limits.h"
#include "base/unicode.h"
#include "post/yamlchars.h"

namespace galley
{
namespace
{
std::string kindOf(const Value& value)
{
    if (value.isArray())
        return "a list";
    return value.isString() ? "plain text" : "a single value";
}

Diagnostic at(int line, Severity severity, std::string text)
{
    Diagnostic diagnostic;
    diagnostic.line = line;
    diagnostic.severity = severity;
    diagnostic.text = std::move(text);
    return diagnostic;
}

void takeValues(PostDocument& post, const Expected<Value>& value)
{
    if (!value) {
        post.broken = true;
        post.diagnostics.push_back(at(std::max(value.error().line, 1), Severity::Error, notYaml(value.error())));
    } else if (value->isHash()) {
        post.values = value->hash();
    } else if (value->isTruthy()) { // nothing and `false` are taken for an empty front matter
        post.broken = true;
        post.diagnostics.push_back(
            at(1, Severity::Error,
               "The front matter is " + kindOf(*value) + "; it needs lines of the form \"key: value\""));
    }
}

void takeTooLarge(PostDocument& post)
{
    post.broken = true;
    post.diagnostics.push_back(
        at(1, Severity::Error,
           "The front matter is larger than 1 MB and is not read; put such data into a file of _data"));
}

void reportEncoding(PostDocument& post, std::string_view text)
{
    const std::size_t bad = unicode::firstInvalid(text);
    if (bad != std::string_view::npos)
        post.diagnostics.push_back(at(yaml::lineOf(text, bad) + 1, Severity::Error,
                                      "The text is not valid UTF-8 here; Jekyll would refuse the file"));
}

PostDocument withoutValues(std::string_view text)
{
    PostDocument post;
    post.frontMatter = findFrontMatter(text);
    post.body = post.frontMatter.body(text);
    reportEncoding(post, text);
    if (const std::optional<StrayFrontMatter> stray = findStrayFrontMatter(text))
        post.diagnostics.push_back(at(stray->line, Severity::Warning, stray->why));
    return post;
}
} // namespace

std::string notYaml(const Error& error)
{
    return "The front matter is not valid YAML: " + error.message;
}

PostDocument PostDocument::parse(std::string_view text, const YamlOptions& options)
{
    const FrontMatter front = findFrontMatter(text);
    return documentOf(text, front.present ? readFrontMatter(front.yaml(text), options) : Expected<Value>());
}

Expected<Value> readFrontMatter(std::string_view yaml, const YamlOptions& options)
{
    if (yaml.size() > limits::frontMatterBytes)
        return unexpected(Error{"It is larger than 1 MB", {}, 1});
    return readYaml(yaml, options);
}

PostDocument documentOf(std::string_view text, const Expected<Value>& value)
{
    PostDocument post = withoutValues(text);
    if (post.frontMatter.present && post.frontMatter.yaml(text).size() > limits::frontMatterBytes)
        takeTooLarge(post);
    else if (post.frontMatter.present)
        takeValues(post, value);
    return post;
}

} // namespace galley
