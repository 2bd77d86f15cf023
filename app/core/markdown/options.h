// SPDX-License-Identifier: MIT
// Options: which Markdown a site writes, and kramdown's settings for it.
#pragma once

#include "base/value.h"

#include <array>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace galley::markdown
{

/// Kramdown is Jekyll's default; CommonMark is what `markdown: CommonMark` means; Gfm is for files outside a site.
enum class Flavour { Kramdown, Gfm, CommonMark };

/// How kramdown writes entities (`entity_output`).
enum class EntityOutput { AsChar, AsInput, Symbolic, Numeric };

/// What the highlighter is told for blocks or for spans (`syntax_highlighter_opts`).
struct HighlightOptions {
    std::string defaultLanguage; ///< for code that names none; empty: such code is not highlighted
    std::string cssClass = "highlight";
    bool guessLanguage = false;
    bool disabled = false;
    bool wrap = true;
    bool lineNumbers = false;    ///< Rouge's table with a gutter
    std::string startLine = "1"; ///< number of the gutter's first line
    std::string tableClass = "rouge-table";
    std::string gutterClass = "rouge-gutter";
    std::string codeClass = "rouge-code";

    bool operator==(const HighlightOptions&) const = default;
};

/// What the flavour CommonMark adds to or takes from its specification.
struct CommonMarkOptions {
    bool tables = false;
    bool strikethrough = false;
    bool taskLists = false;
    bool autolinks = false;
    bool tagFilter = false;     ///< GFM 6.11: some tags are shown, not obeyed
    bool filterEndTags = false; ///< their end tags too; Jekyll's gem leaves them
    bool rawHtml = true;        ///< false: a comment stands in the place of HTML
    bool hardBreaks = false;    ///< every line end is a <br />
    bool noBreaks = false;      ///< every line end is a space
    bool languageOnPre = false; ///< GITHUB_PRE_LANG

    /// GitHub's flavour, HTML included.
    static CommonMarkOptions gfm();

    bool operator==(const CommonMarkOptions&) const = default;
};

/// What of a page a setting is about: the note is told where the page has such a thing.
enum class Concern { Page, Code, Math, Html };
inline constexpr std::size_t concerns = 4;

/// A setting whose effect this program does not reproduce.
struct Unfollowed {
    std::string key;  ///< where it stands in _config.yml: "kramdown.math_engine"
    std::string text; ///< what is otherwise on the site
    Concern concern = Concern::Page;
    bool stopsBuild = false; ///< Jekyll ends with an error there
    std::string file = {};   ///< as Diagnostic::file; empty: the post
    int line = 0;            ///< as Diagnostic::line

    bool operator==(const Unfollowed&) const = default;
};

/// The HTML of highlighted code (spans with Rouge's classes, text escaped), or nothing: the code is shown plain.
using Highlighter = std::optional<std::string> (*)(std::string_view code, std::string_view language);

/// The defaults are kramdown's own; optionsFromConfig() gives Jekyll's.
struct Options {
    Flavour flavour = Flavour::Kramdown;

    bool gfmInput = false;           ///< kramdown with `input: GFM`
    bool hardWrap = true;            ///< GFM input only: every line end is a <br />
    bool quirkParagraphEnd = true;   ///< gfm_quirks: paragraph_end
    bool quirkNoTypographic = false; ///< gfm_quirks: no_auto_typographic
    bool autoIds = true;
    bool autoIdStripping = false;
    std::string autoIdPrefix;
    std::vector<int> tocLevels{1, 2, 3, 4, 5, 6};
    std::array<std::string, 4> smartQuotes{"lsquo", "rsquo", "ldquo", "rdquo"}; ///< entity names or code points
    std::map<std::string, std::string, std::less<>> typographicSymbols;         ///< "hellip" → "..."
    int footnoteNr = 1;
    std::string footnoteBacklink = "&#8617;";
    bool footnoteBacklinkInline = false;
    std::string footnotePrefix;
    EntityOutput entityOutput = EntityOutput::AsChar;
    int headerOffset = 0;
    bool parseBlockHtml = false;
    bool parseSpanHtml = true;
    bool removeLineBreaksForCjk = false;
    std::map<std::string, std::pair<std::string, std::optional<std::string>>, std::less<>>
        linkDefs;                            ///< id → url, title
    std::string syntaxHighlighter = "rouge"; ///< empty: none
    HighlightOptions blockCode;
    HighlightOptions spanCode;
    std::string mathEngine = "mathjax"; ///< empty: none
    CommonMarkOptions commonMark;       ///< of the flavour CommonMark; Gfm has its own
    std::vector<Unfollowed> unfollowed;

    Highlighter highlight = nullptr; ///< null: no colouring, the wrappers stay

    bool operator==(const Options&) const = default;
};

/// Sets one option by kramdown's name, as `kramdown:` of _config.yml and {::options /} do; false when the name or value
/// is none.
bool setKramdownOption(Options& options, std::string_view name, const Value& value);

/// Whether kramdown has an option of this name.
bool isKramdownOption(std::string_view name);

/// `markdown:`, `kramdown:`, `commonmark:` and `highlighter:` of a site's configuration over Jekyll's defaults.
/// A nil configuration gives Jekyll's defaults.
Options optionsFromConfig(const Value& siteConfig);

} // namespace galley::markdown
