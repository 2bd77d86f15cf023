// SPDX-License-Identifier: MIT
#include "site/configdefaults.h"

#include <initializer_list>

namespace galley::site
{

namespace
{
Hash hashOf(std::initializer_list<std::pair<const char*, Value>> entries)
{
    Hash hash;
    for (const auto& [key, value] : entries)
        hash.set(key, value);
    return hash;
}

Hash kramdownDefaults()
{
    return hashOf({{"auto_ids", true},
                   {"toc_levels", Array{1, 2, 3, 4, 5, 6}},
                   {"entity_output", "as_char"},
                   {"smart_quotes", "lsquo,rsquo,ldquo,rdquo"},
                   {"input", "GFM"},
                   {"hard_wrap", false},
                   {"guess_lang", true},
                   {"footnote_nr", 1},
                   {"show_warnings", false}});
}

Hash folderDefaults()
{
    return hashOf({{"source", nullptr},
                   {"destination", nullptr},
                   {"collections_dir", ""},
                   {"cache_dir", ".jekyll-cache"},
                   {"plugins_dir", "_plugins"},
                   {"layouts_dir", "_layouts"},
                   {"data_dir", "_data"},
                   {"includes_dir", "_includes"},
                   {"collections", Hash()},
                   {"safe", false},
                   {"include", Array{".htaccess"}},
                   {"exclude", Array{}},
                   {"keep_files", Array{".git", ".svn"}}});
}

Hash renderingDefaults()
{
    return hashOf({{"encoding", "utf-8"},
                   {"markdown_ext", "markdown,mkdown,mkdn,mkd,md"},
                   {"strict_front_matter", false},
                   {"show_drafts", nullptr},
                   {"limit_posts", 0},
                   {"future", false},
                   {"unpublished", false},
                   {"whitelist", Array{}},
                   {"plugins", Array{}},
                   {"markdown", "kramdown"},
                   {"highlighter", "rouge"},
                   {"lsi", false},
                   {"excerpt_separator", "\n\n"},
                   {"incremental", false}});
}

Hash serverDefaults()
{
    return hashOf({{"detach", false},
                   {"port", "4000"},
                   {"host", "127.0.0.1"},
                   {"baseurl", nullptr},
                   {"show_dir_listing", false},
                   {"permalink", "date"},
                   {"paginate_path", "/page:num"},
                   {"timezone", nullptr},
                   {"quiet", false},
                   {"verbose", false},
                   {"defaults", Array{}},
                   {"liquid", hashOf({{"error_mode", "warn"}, {"strict_filters", false}, {"strict_variables", false}})},
                   {"kramdown", kramdownDefaults()}});
}
} // namespace

Hash defaultConfig()
{
    Hash all = folderDefaults();
    for (const Hash& part : {renderingDefaults(), serverDefaults()}) {
        for (const auto& [key, value] : part)
            all.set(key, value);
    }
    return all;
}

Array defaultExcludes()
{
    return {".sass-cache",  ".jekyll-cache",  "gemfiles",      "Gemfile",      "Gemfile.lock",
            "node_modules", "vendor/bundle/", "vendor/cache/", "vendor/gems/", "vendor/ruby/"};
}

} // namespace galley::site
