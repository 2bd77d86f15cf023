// SPDX-License-Identifier: MIT
#include "script/highlight.h"

#include "base/htmlescape.h"
#include "base/limits.h"
#include "script/languages.h"
#include "script/lexer.h"
#include "script/scriptengine.h"

#include <unordered_map>
#include <unordered_set>

namespace galley::script
{

namespace
{
QString text(std::string_view utf8)
{
    return QString::fromUtf8(utf8.data(), static_cast<qsizetype>(utf8.size()));
}

/// Prism and our script in this thread's engine, and what they coloured already.
class Highlighter
{
public:
    std::optional<std::string> html(std::string_view code, const Language& language);

private:
    bool prepare();
    bool loadGrammar(const std::string& prism);
    std::optional<std::string> coloured(std::string_view code, const Language& language);

    ScriptEngine& m_engine = threadEngine();
    bool m_tried = false;
    bool m_ready = false;
    QJSValue m_script, m_components, m_rules;
    std::unordered_set<std::string> m_loaded;
    std::unordered_map<std::string, std::optional<std::string>> m_cache; ///< by language and code
    std::size_t m_cacheBytes = 0;
};

bool Highlighter::prepare()
{
    if (m_tried)
        return m_ready;
    m_tried = true;
    m_ready =
        m_engine.load("regexpsource.js") && m_engine.load("prism/prism-core.min.js") && m_engine.load("highlighter.js");
    m_script = m_engine.global("galleyHighlighter");
    m_components = m_engine.parseJson("prism/components.json").property(QStringLiteral("languages"));
    m_rules = m_script.property(QStringLiteral("readRules")).call({m_engine.parseJson("rougeclasses.json")});
    return m_ready && m_rules.isObject();
}

bool Highlighter::loadGrammar(const std::string& prism)
{
    const auto order = m_engine.call(m_script.property(QStringLiteral("dependencies")), {m_components, text(prism)});
    if (!order)
        return false;
    const int count = order->property(QStringLiteral("length")).toInt();
    for (int i = 0; i < count; ++i) {
        const std::string name = order->property(static_cast<quint32>(i)).toString().toStdString();
        if (m_loaded.insert(name).second && !m_engine.load("prism/prism-" + name + ".min.js"))
            return false;
    }
    return true;
}

std::optional<std::string> Highlighter::coloured(std::string_view code, const Language& language)
{
    if (const std::shared_ptr<const Lexer> lexer = lexerFor(language.tag))
        return htmlOf(lex(lexer, text(code)));
    if (!prepare() || !loadGrammar(language.prism))
        return std::nullopt;
    const QJSValue prism = m_engine.global("Prism");
    const QJSValue grammar = prism.property(QStringLiteral("languages")).property(text(language.prism));
    if (!grammar.isObject())
        return std::nullopt;
    const auto html = m_engine.call(m_script.property(QStringLiteral("html")),
                                    {prism, text(code), grammar, text(language.prism), m_rules, text(language.tag)});
    if (!html)
        return std::nullopt;
    return html->toString().toStdString();
}

std::optional<std::string> Highlighter::html(std::string_view code, const Language& language)
{
    std::string key = language.tag + '\n' + std::string(code);
    const auto known = m_cache.find(key);
    if (known != m_cache.end())
        return known->second;
    std::optional<std::string> out = coloured(code, language);
    const std::size_t bytes = key.size() + (out ? out->size() : 0);
    m_cacheBytes += bytes;
    if (m_cacheBytes > limits::highlightCacheBytes) {
        m_cache.clear();
        m_cacheBytes = bytes;
    }
    m_cache.emplace(std::move(key), out);
    return out;
}
} // namespace

std::optional<std::string> highlight(std::string_view code, std::string_view name)
{
    const auto language = findLanguage(name);
    if (!language)
        return std::nullopt;
    if (language->tag == "plaintext")
        return escapedCode(code);
    if (code.size() > limits::highlightBytes || (language->prism.empty() && !lexerFor(language->tag)))
        return std::nullopt;
    thread_local Highlighter highlighter;
    return highlighter.html(code, *language);
}

} // namespace galley::script
