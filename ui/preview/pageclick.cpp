// SPDX-License-Identifier: MIT
#include "preview/pageclick.h"

#include <QJsonObject>

namespace galley
{

PageClick pageClick(const QJsonObject& fact)
{
    PageClick click;
    click.line = fact.value(QLatin1String("line")).toInt();
    click.blockFirst = fact.value(QLatin1String("first")).toInt(-1);
    click.blockLast = fact.value(QLatin1String("last")).toInt(-1);
    click.before = fact.value(QLatin1String("before")).toString();
    click.after = fact.value(QLatin1String("after")).toString();
    click.select = fact.value(QLatin1String("select")).toBool();
    return click;
}

} // namespace galley
