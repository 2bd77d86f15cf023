// SPDX-License-Identifier: MIT
#include "sass/sasscompiler.h"

#include "sass/sasssteps.h"

#include "base/files.h"
#include "base/limits.h"

#include <sass/context.h>
#include <sass2scss.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <memory>
#include <new>
#include <optional>

namespace galley::sass
{

namespace fs = std::filesystem;

namespace
{
constexpr int outOfMemory = 2; // handle_error of sass_context.cpp

using Text = std::unique_ptr<char, void (*)(void*)>;

/// One run of the compiler.
struct Run {
    const site::SassOptions& options;
    bool counted;           ///< its loops are, so that it ends
    std::size_t places = 0; ///< where they are
    std::uint64_t left = limits::sassSteps;

    /// What the compiler gets to read.
    std::string sourceOf(std::string text)
    {
        if (!counted)
            return text;
        CountedSass made = withSteps(text);
        places += made.places;
        return std::move(made.text);
    }
};

std::string fromIndented(const std::string& sass)
{
    const Text scss(sass2scss(sass.c_str(), SASS2SCSS_PRETTIFY_1 | SASS2SCSS_KEEP_COMMENT), std::free);
    return scss.get();
}

Sass_Value* countStep(const Sass_Value*, Sass_Function_Entry function, Sass_Compiler*)
{
    auto& left = *static_cast<std::uint64_t*>(sass_function_get_cookie(function));
    if (left == 0)
        return sass_make_error("The style sheet was stopped: its loops take too many steps");
    --left;
    return sass_make_boolean(true);
}

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
    const bool remote = url.rfind("http://", 0) == 0 || url.rfind("https://", 0) == 0 || url.rfind("//", 0) == 0;
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

bool isAllowed(const fs::path& file, const site::SassOptions& options)
{
    return std::any_of(options.allowed.begin(), options.allowed.end(),
                       [&](const fs::path& folder) { return isInside(file, folder); });
}

std::optional<fs::path> resolved(const std::string& url, Sass_Compiler* compiler, const site::SassOptions& options)
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
    Run& run = *static_cast<Run*>(sass_importer_get_cookie(importer));
    const site::SassOptions& options = run.options;
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
    const std::string source = run.sourceOf(file->extension() == ".sass" ? fromIndented(*text) : *text);
    return single(sass_make_import_entry(file->c_str(), sass_copy_c_string(source.c_str()), nullptr));
}

Sass_Output_Style styleOf(const std::string& name)
{
    if (name == "nested")
        return SASS_STYLE_NESTED;
    if (name == "expanded")
        return SASS_STYLE_EXPANDED;
    return name == "compressed" ? SASS_STYLE_COMPRESSED : SASS_STYLE_COMPACT;
}

void addCallbacks(Sass_Options* target, Run& run)
{
    Sass_Importer_List importers = sass_make_importer_list(1);
    sass_importer_set_list_entry(importers, 0, sass_make_importer(import, 0, &run));
    sass_option_set_c_importers(target, importers);
    Sass_Function_List functions = sass_make_function_list(1);
    const std::string signature = std::string(sassStep) + "()";
    sass_function_set_list_entry(functions, 0, sass_make_function(signature.c_str(), countStep, &run.left));
    if (run.counted)
        sass_option_set_c_functions(target, functions);
    else
        sass_delete_function_list(functions);
}

void configure(Sass_Options* target, const std::string& name, bool withMap, const site::SassOptions& options)
{
    sass_option_set_output_style(target, styleOf(options.style));
    // Whole paths, or libsass would ask for the working directory.
    const std::string input = (options.root / name).string();
    sass_option_set_input_path(target, input.c_str());
    sass_option_set_precision(target, 10);
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
    std::string reason = text ? text : "the style sheet can't be compiled";
    const std::string callee = "error in C function " + std::string(sassStep) + ": ";
    if (reason.rfind(callee, 0) == 0)
        reason.erase(0, callee.size());
    Error error{"Sass: " + reason, {}, static_cast<int>(sass_context_get_error_line(context))};
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

namespace
{
Expected<site::SassResult> compile(const std::string& source, bool indented, const std::string& name, bool withMap, Run& run)
{
    const site::SassOptions& options = run.options;
    const std::string counted = run.sourceOf(indented && run.counted ? fromIndented(source) : source);
    const bool asWritten = run.places == 0;
    Sass_Data_Context* data = sass_make_data_context(sass_copy_c_string((asWritten ? source : counted).c_str()));
    const std::unique_ptr<Sass_Data_Context, void (*)(Sass_Data_Context*)> owner(data, sass_delete_data_context);
    Sass_Context* context = sass_data_context_get_context(data);
    configure(sass_context_get_options(context), name, withMap, options);
    addCallbacks(sass_context_get_options(context), run);
    sass_option_set_is_indented_syntax_src(sass_context_get_options(context), indented && asWritten);
    const int status = sass_compile_data_context(data);
    if (status == outOfMemory)
        throw std::bad_alloc();
    if (status != 0)
        return unexpected(errorOf(context, options.root / name));
    site::SassResult result;
    result.css = withoutMark(sass_context_get_output_string(context), options.addCharset);
    if (const char* map = withMap ? sass_context_get_source_map_string(context) : nullptr)
        result.sourceMap = map;
    return result;
}
} // namespace

Expected<site::SassResult> compiled(const site::SassQuestion& question)
{
    Run trial{question.options, true};
    Expected<site::SassResult> result =
        compile(question.source, question.indented, question.name, question.withMap, trial);
    if (!result || trial.places == 0)
        return result;
    Run real{question.options, false}; // the source map holds the sources, and they are to be as they were written
    return compile(question.source, question.indented, question.name, question.withMap, real);
}

} // namespace galley::sass
