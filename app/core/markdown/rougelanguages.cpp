// SPDX-License-Identifier: MIT
#include "markdown/rougelanguages.h"

#include <algorithm>
#include <iterator>

namespace galley::markdown
{

namespace
{
using namespace std::string_view_literals;

/// Tags and aliases of Rouge 3.30's lexers, sorted.
// clang-format off
constexpr std::string_view names[] = {
    "Dockerfile"sv, "HAML"sv, "Isabelle"sv, "LaTeX"sv, "OCL"sv, "R"sv, "S"sv, "TeX"sv, "abap"sv, "actionscript"sv,
    "ada"sv, "apache"sv, "apex"sv, "apib"sv, "apiblueprint"sv, "applescript"sv, "armasm"sv, "as"sv, "as3"sv, "aug"sv,
    "augeas"sv, "awk"sv, "bash"sv, "bat"sv, "batch"sv, "batchfile"sv, "bbcbasic"sv, "behat"sv, "bib"sv, "bibtex"sv,
    "biml"sv, "bpf"sv, "brainfuck"sv, "brightscript"sv, "brs"sv, "bs"sv, "bsdmake"sv, "bsl"sv, "c"sv, "c#"sv, "c++"sv,
    "ceylon"sv, "cfc"sv, "cfscript"sv, "cl"sv, "clean"sv, "clj"sv, "cljs"sv, "clojure"sv, "cmake"sv, "cmhg"sv,
    "cmm"sv, "coffee"sv, "coffee-script"sv, "coffeescript"sv, "common-lisp"sv, "common_lisp"sv, "conf"sv, "config"sv,
    "configuration"sv, "console"sv, "coq"sv, "cpp"sv, "cr"sv, "crystal"sv, "cs"sv, "csharp"sv, "css"sv, "csvs"sv,
    "cucumber"sv, "cuda"sv, "cypher"sv, "cython"sv, "d"sv, "dafny"sv, "dart"sv, "datastudio"sv, "diff"sv, "digdag"sv,
    "django"sv, "dlang"sv, "docker"sv, "dockerfile"sv, "dosbatch"sv, "dot"sv, "e-mail"sv, "ecl"sv, "eex"sv,
    "eiffel"sv, "elisp"sv, "elixir"sv, "elm"sv, "emacs-lisp"sv, "email"sv, "eml"sv, "epp"sv, "eps"sv, "erb"sv,
    "erl"sv, "erlang"sv, "eruby"sv, "esc"sv, "escape"sv, "ex"sv, "exs"sv, "factor"sv, "fea"sv, "ff"sv, "fluent"sv,
    "fortran"sv, "freefem"sv, "fsharp"sv, "ftl"sv, "gd"sv, "gdscript"sv, "ghc-cmm"sv, "ghc-core"sv, "gherkin"sv,
    "glsl"sv, "gnumake"sv, "go"sv, "golang"sv, "gradle"sv, "graphql"sv, "groovy"sv, "hack"sv, "haml"sv,
    "handlebars"sv, "haskell"sv, "haxe"sv, "hbs"sv, "hcl"sv, "heex"sv, "hh"sv, "hlsl"sv, "hocon"sv, "hql"sv, "hs"sv,
    "html"sv, "http"sv, "hx"sv, "hy"sv, "hylang"sv, "idlang"sv, "idr"sv, "idris"sv, "igorpro"sv, "ini"sv, "io"sv,
    "irb"sv, "irb_output"sv, "isa"sv, "isabelle"sv, "isbl"sv, "j"sv, "janet"sv, "java"sv, "javascript"sv, "jdn"sv,
    "jinja"sv, "jl"sv, "js"sv, "jsl"sv, "json"sv, "json-doc"sv, "jsonc"sv, "jsonnet"sv, "jsp"sv, "jsx"sv, "julia"sv,
    "kdb+"sv, "kotlin"sv, "ksh"sv, "lasso"sv, "lassoscript"sv, "latex"sv, "lean"sv, "leex"sv, "lhaskell"sv, "lhs"sv,
    "liquid"sv, "lisp"sv, "litcoffee"sv, "literate_coffeescript"sv, "literate_haskell"sv, "lithaskell"sv,
    "livescript"sv, "llvm"sv, "ls"sv, "lua"sv, "lustre"sv, "lutin"sv, "m"sv, "m68k"sv, "magik"sv, "make"sv,
    "makefile"sv, "markdown"sv, "mason"sv, "mathematica"sv, "matlab"sv, "md"sv, "meson"sv, "mf"sv, "microsoftshell"sv,
    "minizinc"sv, "mkd"sv, "ml"sv, "moon"sv, "moonscript"sv, "mosel"sv, "msgtrans"sv, "msshell"sv, "mustache"sv,
    "mxml"sv, "nasm"sv, "nes"sv, "nesasm"sv, "nginx"sv, "nial"sv, "nim"sv, "nimrod"sv, "nix"sv, "nixos"sv, "obj-c"sv,
    "obj-c++"sv, "obj-cpp"sv, "obj_c"sv, "obj_c++"sv, "obj_cpp"sv, "objc"sv, "objc++"sv, "objcpp"sv, "objective_c"sv,
    "objective_cpp"sv, "objectivec"sv, "objectivec++"sv, "objectivecpp"sv, "ocaml"sv, "ocl"sv, "openedge"sv,
    "opentype"sv, "opentype_feature_file"sv, "opentypefeature"sv, "pascal"sv, "patch"sv, "perl"sv, "php"sv, "php3"sv,
    "php4"sv, "php5"sv, "pl"sv, "plaintext"sv, "plist"sv, "plsql"sv, "pony"sv, "posh"sv, "postscr"sv, "postscript"sv,
    "powershell"sv, "pp"sv, "praat"sv, "prolog"sv, "prometheus"sv, "properties"sv, "proto"sv, "protobuf"sv, "pry"sv,
    "ps"sv, "puppet"sv, "py"sv, "pyrex"sv, "python"sv, "pyx"sv, "q"sv, "qml"sv, "r"sv, "racket"sv, "rb"sv, "react"sv,
    "realbasic"sv, "reasonml"sv, "rego"sv, "rescript"sv, "rhtml"sv, "robot"sv, "robot-framework"sv,
    "robot_framework"sv, "rs"sv, "rs,ignore"sv, "rs,no_run"sv, "rs,should_panic"sv, "ruby"sv, "rust"sv,
    "rust,ignore"sv, "rust,no_run"sv, "rust,should_panic"sv, "s"sv, "sas"sv, "sass"sv, "scala"sv, "scheme"sv,
    "scss"sv, "sed"sv, "sh"sv, "shell"sv, "shell-session"sv, "shell_session"sv, "sieve"sv, "slice"sv, "slim"sv,
    "smalltalk"sv, "smarty"sv, "sml"sv, "solidity"sv, "sparql"sv, "sqf"sv, "sql"sv, "squeak"sv, "ssh"sv, "st"sv,
    "stan"sv, "stata"sv, "supercollider"sv, "swift"sv, "systemd"sv, "syzlang"sv, "syzprog"sv, "tap"sv, "tcl"sv,
    "terminal"sv, "terraform"sv, "tex"sv, "text"sv, "tf"sv, "toml"sv, "ts"sv, "tsx"sv, "ttcn3"sv, "tulip"sv,
    "turtle"sv, "twig"sv, "typescript"sv, "udiff"sv, "unit-file"sv, "vala"sv, "varnish"sv, "varnishconf"sv, "vb"sv,
    "vcl"sv, "velocity"sv, "verilog"sv, "vhdl"sv, "vim"sv, "viml"sv, "vimscript"sv, "visualbasic"sv, "vue"sv,
    "vuejs"sv, "winbatch"sv, "wl"sv, "wollok"sv, "xml"sv, "xojo"sv, "xpath"sv, "xquery"sv, "yaml"sv, "yang"sv,
    "yml"sv, "zig"sv, "zir"sv, "zsh"sv};
// clang-format on
static_assert(std::is_sorted(std::begin(names), std::end(names)));
} // namespace

bool isRougeLanguage(std::string_view name)
{
    name = name.substr(0, name.find('?'));
    return std::binary_search(std::begin(names), std::end(names), name);
}

bool isPlainText(std::string_view name)
{
    name = name.substr(0, name.find('?'));
    return name == "plaintext" || name == "text";
}

std::string plainLanguageNote(std::string_view language)
{
    return "Will look different on the site: code in '" + std::string(language) + "' is coloured there and plain here";
}

} // namespace galley::markdown
