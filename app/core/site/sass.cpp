// SPDX-License-Identifier: MIT
#include "site/sass.h"

#include "site/glob.h"
#include "site/merge.h"
#include "site/urls.h"

#include "base/files.h"

#include <sass/context.h>
#include <sass2scss.h>

#include <algorithm>
#include <array>
#include <cstring>
#include <memory>
#include <optional>

namespace galley::site
{

namespace fs = std::filesystem;

namespace
{
std::optional<fs::path> partialIn(const fs::path& folder, const fs::path& name)
{
    static constexpr std::array<const char*, 4> endings{"", ".scss", ".sass", ".css"};
    const fs::path wanted = folder / name;
    std::error_code code;
    for (const char* prefix : {"_", ""}) {
        for (const char* ending : endings) {
            const fs::path file = wanted.parent_path() / (prefix + wanted.filename().string() + ending);
            if (fs::is_regular_file(file, code))
                return file;
        }
    }
    for (const char* index : {"_index.scss", "_index.sass", "index.scss", "index.sass"}) {
        if (fs::is_regular_file(wanted / index, code))
            return wanted / index;
    }
    return std::nullopt;
}

/// libsass itself writes these as plain CSS imports.
bool isPlainCss(const std::string& url)
{
    const bool remote =
        url.rfind("http://", 0) == 0 || url.rfind("https://", 0) == 0 || url.rfind("//", 0) == 0;
    return remote || (url.size() > 4 && url.compare(url.size() - 4, 4, ".css") == 0);
}

Sass_Import_List single(Sass_Import_Entry entry)
{
    Sass_Import_List list = sass_make_import_list(1);
    sass_import_set_list_entry(list, 0, entry);
    return list;
}

Sass_Import_List refusal(const std::string& url, const std::string& reason)
{
    Sass_Import_Entry entry = sass_make_import_entry(url.c_str(), nullptr, nullptr);
    return single(sass_import_set_error(entry, reason.c_str(), 0, 0));
}

bool isAllowed(const fs::path& file, const SassOptions& options)
{
    return std::any_of(options.allowed.begin(), options.allowed.end(),
                       [&](const fs::path& folder) { return isInside(file, folder); });
}

std::optional<fs::path> resolved(const std::string& url, Sass_Compiler* compiler, const SassOptions& options)
{
    const fs::path name(url);
    if (name.is_absolute())
        return partialIn(fs::path(), name);
    if (Sass_Import_Entry last = sass_compiler_get_last_import(compiler)) {
        const fs::path from = sass_import_get_abs_path(last);
        if (from.is_absolute()) {
            if (const auto file = partialIn(from.parent_path(), name))
                return file;
        }
    }
    for (const fs::path& folder : options.loadPaths) {
        if (const auto file = partialIn(folder, name))
            return file;
    }
    return std::nullopt;
}

Sass_Import_List import(const char* url, Sass_Importer_Entry importer, Sass_Compiler* compiler)
{
    const auto& options = *static_cast<const SassOptions*>(sass_importer_get_cookie(importer));
    if (isPlainCss(url))
        return nullptr;
    const auto file = resolved(url, compiler, options);
    if (!file)
        return refusal(url, std::string("File to import not found or unreadable: ") + url + ".");
    if (!isAllowed(*file, options))
        return refusal(url, std::string("The import lies outside of the site: ") + url + ".");
    const auto text = readFile(*file);
    if (!text)
        return refusal(url, text.error().message);
    const bool indented = file->extension() == ".sass";
    char* source = indented ? sass2scss(text->c_str(), SASS2SCSS_PRETTIFY_1 | SASS2SCSS_KEEP_COMMENT)
                            : sass_copy_c_string(text->c_str());
    return single(sass_make_import_entry(file->c_str(), source, nullptr));
}

Sass_Output_Style styleOf(const std::string& name)
{
    if (name == "nested")
        return SASS_STYLE_NESTED;
    if (name == "expanded")
        return SASS_STYLE_EXPANDED;
    return name == "compressed" ? SASS_STYLE_COMPRESSED : SASS_STYLE_COMPACT;
}

void configure(Sass_Options* target, bool indented, const std::string& name, bool withMap,
               const SassOptions& options)
{
    sass_option_set_output_style(target, styleOf(options.style));
    sass_option_set_is_indented_syntax_src(target, indented);
    // Whole paths, or libsass would ask for the working directory.
    const std::string input = (options.root / name).string();
    sass_option_set_input_path(target, input.c_str());
    sass_option_set_precision(target, 10);
    Sass_Importer_List importers = sass_make_importer_list(1);
    // libsass takes the cookie as non-const; import() only reads it
    sass_importer_set_list_entry(importers, 0,
                                 sass_make_importer(import, 0, const_cast<SassOptions*>(&options)));
    sass_option_set_c_importers(target, importers);
    const std::string css = fs::path(input).replace_extension(".css").string();
    sass_option_set_output_path(target, css.c_str());
    sass_option_set_omit_source_map_url(target, !withMap);
    if (withMap) {
        sass_option_set_source_map_file(target, (css + ".map").c_str());
        sass_option_set_source_map_contents(target, true);
    }
}

Error errorOf(Sass_Context* context, const fs::path& own)
{
    const char* text = sass_context_get_error_text(context);
    const char* file = sass_context_get_error_file(context);
    Error error{std::string("Sass: ") + (text ? text : "the style sheet can't be compiled"),
                {},
                static_cast<int>(sass_context_get_error_line(context))};
    if (file && fs::path(file) != own && fs::path(file).is_absolute())
        error.file = file;
    return error;
}

std::string withoutMark(std::string css, bool addCharset)
{
    constexpr std::string_view mark = "\xEF\xBB\xBF";
    if (css.compare(0, mark.size(), mark) == 0)
        css.replace(0, mark.size(), addCharset ? "@charset \"UTF-8\";" : "");
    return css;
}
} // namespace

SassOptions sassOptions(const Hash& config, const fs::path& root, const fs::path& themeRoot)
{
    const Value own = config.get("sass");
    SassOptions options;
    options.allowed = {root};
    options.root = root;
    std::string style = textOf(own.get("style"));
    style.erase(0, style.rfind(':', 0) == 0 ? 1 : 0);
    if (style == "nested" || style == "expanded" || style == "compressed")
        options.style = style;
    options.addCharset = own.get("add_charset").isTruthy();
    for (const Value& path : listOf(own.get("load_paths")))
        options.loadPaths.push_back(root.string() + rooted(textOf(path)));
    const std::string folder = textOf(own.get("sass_dir"));
    options.loadPaths.push_back(root.string() + rooted(folder.empty() ? "_sass" : folder));
    if (!themeRoot.empty()) {
        options.loadPaths.push_back(themeRoot / "_sass");
        options.allowed.push_back(themeRoot);
    }
    return options;
}

bool wantsSourceMap(const Hash& config, std::string_view environment)
{
    std::string setting = textOf(config.get("sass").get("sourcemap"));
    setting.erase(0, setting.rfind(':', 0) == 0 ? 1 : 0);
    return setting != "never" && !(setting == "development" && environment != "development");
}

Expected<SassResult> compileSass(const std::string& source, bool indented, const std::string& name,
                                 bool withMap, const SassOptions& options)
{
    if (source.empty())
        return SassResult{};
    Sass_Data_Context* data = sass_make_data_context(sass_copy_c_string(source.c_str()));
    const std::unique_ptr<Sass_Data_Context, void (*)(Sass_Data_Context*)> owner(data,
                                                                                 sass_delete_data_context);
    Sass_Context* context = sass_data_context_get_context(data);
    configure(sass_context_get_options(context), indented, name, withMap, options);
    if (sass_compile_data_context(data) != 0)
        return unexpected(errorOf(context, options.root / name));
    SassResult result;
    result.css = withoutMark(sass_context_get_output_string(context), options.addCharset);
    if (const char* map = withMap ? sass_context_get_source_map_string(context) : nullptr)
        result.sourceMap = map;
    return result;
}

} // namespace galley::site
