// SPDX-License-Identifier: MIT
#include "script/languages.h"

#include "script/scriptengine.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <unordered_map>

namespace galley::script
{

using Languages = std::unordered_map<std::string, Language>;

static Languages readLanguages()
{
    Languages out;
    const QJsonObject all = QJsonDocument::fromJson(resource("languages.json")).object();
    for (auto entry = all.begin(); entry != all.end(); ++entry) {
        const QJsonObject details = entry.value().toObject();
        const Language language{entry.key().toStdString(), details[QStringLiteral("prism")].toString().toStdString()};
        out.insert_or_assign(language.tag, language);
        for (const QJsonValue& name : details[QStringLiteral("names")].toArray())
            out.try_emplace(name.toString().toStdString(), language);
    }
    return out;
}

std::optional<Language> findLanguage(std::string_view name)
{
    static const Languages languages = readLanguages();
    const auto found = languages.find(std::string(name.substr(0, name.find('?'))));
    if (found == languages.end())
        return std::nullopt;
    return found->second;
}

} // namespace galley::script
