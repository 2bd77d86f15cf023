// SPDX-License-Identifier: MIT
#include "layout/cssinliner.h"

#include "base/limits.h"

#include <QByteArray>

#include <algorithm>

namespace galley
{

namespace
{

constexpr std::size_t npos = std::string_view::npos;

bool isSpace(char c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f';
}

std::string_view trimmed(std::string_view text)
{
    while (!text.empty() && isSpace(text.front()))
        text.remove_prefix(1);
    while (!text.empty() && isSpace(text.back()))
        text.remove_suffix(1);
    return text;
}

std::string_view unquoted(std::string_view text)
{
    text = trimmed(text);
    if (text.size() >= 2 && (text.front() == '"' || text.front() == '\'') && text.back() == text.front())
        return text.substr(1, text.size() - 2);
    return text;
}

/// One pass over one style sheet.
class CssPass
{
public:
    CssPass(const AssetSource& assets, Diagnostics& diagnostics) : m_assets(assets), m_diagnostics(diagnostics) {}

    std::string run(std::string_view css, const std::string& base, int depth)
    {
        std::string out;
        std::size_t pos = 0;
        while (pos < css.size()) {
            const std::size_t end = nextInteresting(css, pos);
            out += css.substr(pos, end - pos);
            pos = end;
            if (pos < css.size())
                pos = special(css, pos, base, depth, out);
        }
        return out;
    }

private:
    static std::size_t nextInteresting(std::string_view css, std::size_t pos)
    {
        for (; pos < css.size(); ++pos) {
            const std::string_view rest = css.substr(pos);
            if (rest.substr(0, 2) == "/*" || rest.front() == '"' || rest.front() == '\'' ||
                rest.substr(0, 4) == "url(" || rest.substr(0, 7) == "@import")
                return pos;
        }
        return css.size();
    }

    /// Handles what stands at `pos`; answers where to go on.
    std::size_t special(std::string_view css, std::size_t pos, const std::string& base, int depth, std::string& out)
    {
        const std::string_view rest = css.substr(pos);
        if (rest.substr(0, 4) == "url(")
            return url(css, pos, base, out);
        if (rest.substr(0, 7) == "@import")
            return import(css, pos, base, depth, out);
        const bool comment = rest.front() == '/';
        std::size_t end = comment ? css.find("*/", pos + 2) : endOfString(css, pos);
        end = end == npos ? css.size() : end + (comment ? 2 : 0);
        out += css.substr(pos, end - pos);
        return end;
    }

    static std::size_t endOfString(std::string_view css, std::size_t pos)
    {
        const char quote = css[pos];
        for (++pos; pos < css.size(); ++pos) {
            if (css[pos] == '\\')
                ++pos;
            else if (css[pos] == quote || css[pos] == '\n')
                return pos + 1;
        }
        return css.size();
    }

    std::size_t url(std::string_view css, std::size_t pos, const std::string& base, std::string& out)
    {
        const std::size_t end = css.find(')', pos);
        if (end == npos) {
            out += css.substr(pos);
            return css.size();
        }
        const std::string_view name = unquoted(css.substr(pos + 4, end - pos - 4));
        const auto asset = load(name, base, AssetUse::StyleUrl);
        if (asset)
            out += "url(\"" + dataUrl(*asset) + "\")";
        else
            out += css.substr(pos, end + 1 - pos);
        return end + 1;
    }

    std::size_t import(std::string_view css, std::size_t pos, const std::string& base, int depth, std::string& out)
    {
        const std::size_t end = std::min(css.find(';', pos), css.size());
        const std::string_view whole = css.substr(pos, end - pos);
        std::string_view what = trimmed(whole.substr(7));
        std::string_view media;
        if (what.substr(0, 4) == "url(") {
            const std::size_t close = std::min(what.find(')'), what.size());
            media = trimmed(what.substr(std::min(close + 1, what.size())));
            what = what.substr(4, close - 4);
        } else if (!what.empty() && (what.front() == '"' || what.front() == '\'')) {
            const std::size_t close = endOfString(what, 0);
            media = trimmed(what.substr(close));
            what = what.substr(0, close);
        }
        const std::string name(unquoted(what));
        const auto sheet = depth < limits::styleImportDepth ? load(name, base, AssetUse::Style) : std::nullopt;
        if (!sheet) {
            out += whole;
            return end;
        }
        const std::string path = urlPath(name);
        const bool rooted = path.front() == '/';
        const std::string inner =
            run(sheet->bytes, rooted ? path : base.substr(0, base.rfind('/') + 1) + path, depth + 1);
        out += media.empty() ? inner : "@media " + std::string(media) + " {\n" + inner + "\n}";
        return std::min(end + 1, css.size());
    }

    std::optional<Asset> load(std::string_view name, const std::string& base, AssetUse use)
    {
        if (!isLocalUrl(name))
            return std::nullopt;
        auto asset = m_assets(urlPath(name), base, use);
        if (asset)
            return *std::move(asset);
        m_diagnostics.push_back({{}, 0, 0, Severity::Warning, asset.error().message});
        return std::nullopt;
    }

    const AssetSource& m_assets;
    Diagnostics& m_diagnostics;
};

} // namespace

std::string dataUrl(const Asset& asset)
{
    const QByteArray bytes = QByteArray::fromRawData(asset.bytes.data(), static_cast<qsizetype>(asset.bytes.size()));
    return "data:" + asset.mimeType + ";base64," + bytes.toBase64().toStdString();
}

bool isLocalUrl(std::string_view url)
{
    if (url.empty() || url.front() == '#' || url.substr(0, 2) == "//")
        return false;
    const std::size_t colon = url.find(':');
    return colon == npos || url.find_first_of("/?#") < colon;
}

std::string urlPath(std::string_view url)
{
    return std::string(url.substr(0, url.find_first_of("?#")));
}

std::string inlinedCss(std::string_view css, const std::string& base, const AssetSource& assets,
                       Diagnostics& diagnostics)
{
    return CssPass(assets, diagnostics).run(css, base, 0);
}

} // namespace galley
