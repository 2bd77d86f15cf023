// SPDX-License-Identifier: MIT
#include "script/math.h"

#include "base/limits.h"
#include "script/scriptengine.h"

#include <QByteArray>

#include <regex>

namespace galley::script
{

namespace
{
QString text(std::string_view utf8)
{
    return QString::fromUtf8(utf8.data(), static_cast<qsizetype>(utf8.size()));
}

/// KaTeX, loaded once a thread. `maxExpand` and `maxSize` bound macros and boxes; `trust` off keeps \href out.
class Formulas
{
public:
    Formulas()
    {
        if (!m_engine.load("regexpsource.js") || !m_engine.load("katex/katex.min.js"))
            return;
        m_katex = m_engine.global("katex");
        m_options = m_engine.global("Object").callAsConstructor();
        m_options.setProperty(QStringLiteral("maxExpand"), 1000);
        m_options.setProperty(QStringLiteral("maxSize"), 50);
        m_options.setProperty(QStringLiteral("trust"), false);
        m_options.setProperty(QStringLiteral("strict"), false);
    }

    Expected<QJSValue> html(std::string_view tex, bool display)
    {
        m_options.setProperty(QStringLiteral("displayMode"), display);
        return m_engine.call(m_katex.property(QStringLiteral("renderToString")), {text(tex), m_options});
    }

private:
    ScriptEngine& m_engine = threadEngine();
    QJSValue m_katex, m_options;
};

std::string dataUri(const std::string& font)
{
    return "url(data:font/woff2;base64," + resource("katex/fonts/" + font).toBase64().toStdString() +
           ") format(\"woff2\")";
}

/// KaTeX's style sheet with the one source that `sourceOf` gives for each font.
template <class SourceOf>
std::string stylesWith(SourceOf sourceOf)
{
    const std::string css = resource("katex/katex.min.css").toStdString();
    static const std::regex source("src:url\\(fonts/([A-Za-z0-9_-]+\\.woff2)\\)[^;}]*");
    std::string out;
    std::size_t done = 0;
    for (auto match = std::sregex_iterator(css.begin(), css.end(), source); match != std::sregex_iterator(); ++match) {
        out += css.substr(done, static_cast<std::size_t>(match->position()) - done);
        out += "src:" + sourceOf((*match)[1].str());
        done = static_cast<std::size_t>(match->position() + match->length());
    }
    return out + css.substr(done);
}
} // namespace

Expected<std::string> math(std::string_view tex, bool display)
{
    if (tex.size() > limits::mathBytes)
        return tl::unexpected(Error{"The formula has over " + std::to_string(limits::mathBytes) + " bytes", {}, 0});
    thread_local Formulas formulas;
    const auto html = formulas.html(tex, display);
    if (!html)
        return tl::unexpected(html.error());
    if (!html->isString())
        return tl::unexpected(Error{"KaTeX gave no HTML", {}, 0});
    return html->toString().toStdString();
}

std::string mathStyles()
{
    return stylesWith(dataUri);
}

std::string mathStylesFrom(std::string_view folder)
{
    return stylesWith(
        [folder](const std::string& font) { return "url(" + std::string(folder) + font + ") format(\"woff2\")"; });
}

std::string mathFont(std::string_view name)
{
    const bool plain = name.find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-.") ==
                       std::string_view::npos;
    return plain ? resource("katex/fonts/" + std::string(name)).toStdString() : std::string();
}

std::string mathProgram()
{
    return resource("katex/katex.min.js").toStdString();
}

} // namespace galley::script
