// SPDX-License-Identifier: MIT
#include "site/itemsreader.h"

#include "site/parallel.h"
#include "site/yamlfile.h"

#include "base/fileerror.h"

namespace galley::site
{

std::vector<std::shared_ptr<Item>> makeItems(const std::vector<Source>& sources, SiteContent& content)
{
    const ItemFactory factory(content);
    std::vector<std::shared_ptr<Item>> items(sources.size());
    std::vector<Diagnostics> problems(sources.size());
    forEachIndex(sources.size(), content.options.jobs, [&](std::size_t i) {
        if (content.options.stop.stop_requested())
            return;
        const Source& source = sources[i];
        const std::size_t before = problems[i].size();
        Expected<std::string> text = readText(source.path, source.relativePath, problems[i]);
        if (!text)
            problems[i].push_back({source.relativePath, 1, 0, Severity::Error, messageBesideName(text.error())});
        else if (source.kind == ItemKind::Page || problems[i].size() == before) // a post of other bytes is skipped
            items[i] = factory.make(source, std::move(*text), problems[i]);
    });
    for (const Diagnostics& some : problems)
        content.diagnostics.insert(content.diagnostics.end(), some.begin(), some.end());
    return items;
}

} // namespace galley::site
