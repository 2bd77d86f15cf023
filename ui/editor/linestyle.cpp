// SPDX-License-Identifier: MIT
#include "editor/linestyle.h"

#include <algorithm>

namespace galley::linestyle
{

static bool isBlank(QStringView line)
{
    return line.trimmed().isEmpty();
}

static qsizetype headingSigns(QStringView line)
{
    qsizetype count = 0;
    while (count < line.size() && line[count] == u'#')
        ++count;
    const bool heading = count >= 1 && count <= 6 && (count == line.size() || line[count] == u' ');
    return heading ? count : 0;
}

static QString withoutHeading(QStringView line)
{
    const qsizetype signs = headingSigns(line);
    return signs ? line.sliced(signs).trimmed().toString() : line.toString();
}

QStringList toggledHeading(const QStringList& lines, int level)
{
    const bool all =
        std::all_of(lines.begin(), lines.end(),
                    [level](const QString& line) { return isBlank(line) || headingSigns(line) == level; }) &&
        std::any_of(lines.begin(), lines.end(), [](const QString& line) { return headingSigns(line) > 0; });
    QStringList out;
    for (const QString& line : lines) {
        if (isBlank(line) && lines.size() > 1)
            out << line;
        else if (all)
            out << withoutHeading(line);
        else
            out << QString(level, u'#') + u' ' + withoutHeading(line);
    }
    return out;
}

/// Units of "- " or "12. " at `at`; 0 when there is no list sign.
static qsizetype signAt(QStringView line, qsizetype at)
{
    qsizetype end = at;
    while (end < line.size() && line[end].isDigit())
        ++end;
    const QChar sign = end < line.size() ? line[end] : QChar();
    const bool numbered = end > at && end - at <= 9 && (sign == u'.' || sign == u')');
    const bool bulleted = end == at && (sign == u'-' || sign == u'*' || sign == u'+');
    if (!numbered && !bulleted)
        return 0;
    if (end + 1 < line.size() && line[end + 1] != u' ')
        return 0;
    return qMin(end + 2, line.size()) - at;
}

Prefix prefixOf(QStringView line)
{
    Prefix prefix;
    while (prefix.indent < line.size() && (line[prefix.indent].isSpace() || line[prefix.indent] == u'>'))
        ++prefix.indent;
    prefix.sign = signAt(line, prefix.indent);
    const QStringView rest = line.sliced(prefix.indent + prefix.sign);
    if (prefix.sign && (rest.startsWith(u"[ ] ") || rest.startsWith(u"[x] ") || rest.startsWith(u"[X] ")))
        prefix.box = 4;
    return prefix;
}

static bool isKind(QStringView line, List kind)
{
    const Prefix prefix = prefixOf(line);
    return prefix.sign > 0 && line[prefix.indent].isDigit() == (kind == List::Numbered);
}

QStringList toggledList(const QStringList& lines, List kind)
{
    const bool any = std::any_of(lines.begin(), lines.end(), [](const QString& line) { return !isBlank(line); });
    const bool all = any && std::all_of(lines.begin(), lines.end(),
                                        [kind](const QString& line) { return isBlank(line) || isKind(line, kind); });
    QStringList out;
    int number = 0;
    for (const QString& line : lines) {
        const Prefix prefix = prefixOf(line);
        const QString rest = line.sliced(prefix.indent + prefix.sign);
        if (isBlank(line) && lines.size() > 1)
            out << line;
        else if (all)
            out << line.first(prefix.indent) + rest;
        else if (kind == List::Bulleted)
            out << line.first(prefix.indent) + QStringLiteral("- ") + rest;
        else
            out << line.first(prefix.indent) + QString::number(++number) + QStringLiteral(". ") + rest;
    }
    return out;
}

static QString withoutQuote(const QString& line)
{
    if (!line.startsWith(u'>'))
        return line;
    return line.sliced(line.startsWith(QStringLiteral("> ")) ? 2 : 1);
}

QStringList toggledQuote(const QStringList& lines)
{
    const bool all = std::all_of(lines.begin(), lines.end(), [](const QString& line) { return line.startsWith(u'>'); });
    QStringList out;
    for (const QString& line : lines)
        out << (all                                 ? withoutQuote(line)
                : isBlank(line) && lines.size() > 1 ? QStringLiteral(">")
                                                    : QStringLiteral("> ") + line);
    return out;
}

static QString nextSign(QStringView sign)
{
    qsizetype digits = 0;
    while (digits < sign.size() && sign[digits].isDigit())
        ++digits;
    if (digits == 0)
        return sign.toString();
    return QString::number(sign.first(digits).toInt() + 1) + sign.sliced(digits);
}

std::optional<QString> continuation(QStringView line, qsizetype column)
{
    const Prefix prefix = prefixOf(line);
    const bool quoted = line.first(prefix.indent).contains(u'>');
    if ((!prefix.sign && !quoted) || column < prefix.total())
        return std::nullopt;
    if (isBlank(line.sliced(prefix.total())))
        return QString();
    QString next = line.first(prefix.indent).toString();
    if (prefix.sign)
        next += nextSign(line.sliced(prefix.indent, prefix.sign));
    if (prefix.box)
        next += QStringLiteral("[ ] ");
    return next;
}

} // namespace galley::linestyle
