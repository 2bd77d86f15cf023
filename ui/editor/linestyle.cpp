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

static bool isDigit(QChar c)
{
    return c >= u'0' && c <= u'9'; // Markdown numbers lists with no others
}

/// "* * *", "---", "_ _ _": a line across the page, which looks like a list.
static bool isRule(QStringView line)
{
    const QStringView trimmed = line.trimmed();
    const QChar sign = trimmed.isEmpty() ? QChar() : trimmed.front();
    if (sign != u'*' && sign != u'-' && sign != u'_')
        return false;
    const auto signs = std::count(trimmed.begin(), trimmed.end(), sign);
    return signs >= 3 && std::all_of(trimmed.begin(), trimmed.end(),
                                     [sign](QChar c) { return c == sign || c == u' ' || c == u'\t'; });
}

/// Units of "- " or "12. " at `at`; 0 when there is no list sign.
static qsizetype signAt(QStringView line, qsizetype at)
{
    qsizetype end = at;
    while (end < line.size() && isDigit(line[end]))
        ++end;
    const QChar sign = end < line.size() ? line[end] : QChar();
    const bool numbered = end > at && end - at <= 9 && (sign == u'.' || sign == u')');
    const bool bulleted = end == at && (sign == u'-' || sign == u'*' || sign == u'+');
    if ((!numbered && !bulleted) || end + 1 >= line.size() || line[end + 1] != u' ' || isRule(line.sliced(at)))
        return 0;
    return end + 2 - at;
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
    return prefix.sign > 0 && isDigit(line[prefix.indent]) == (kind == List::Numbered);
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
    while (digits < sign.size() && isDigit(sign[digits]))
        ++digits;
    if (digits == 0)
        return sign.toString();
    return QString::number(sign.first(digits).toInt() + 1) + sign.sliced(digits);
}

bool isEmptyLine(QStringView line)
{
    return std::all_of(line.begin(), line.end(), [](QChar c) { return c.isSpace() || c == u'>'; });
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

QString outerPrefix(QStringView line)
{
    const Prefix prefix = prefixOf(line);
    const QStringView before = line.first(prefix.indent);
    const qsizetype last = before.lastIndexOf(u'>');
    if (last < 0)
        return {};
    if (prefix.sign)
        return before.first(last + 1) + QStringLiteral(" ");
    const QStringView outer = before.first(last);
    return outer.contains(u'>') ? outer.first(outer.lastIndexOf(u'>') + 1) + QStringLiteral(" ") : QString();
}

/// Behind each "> "; a sign without its space is left alone, for what is put behind it would be that space.
static qsizetype quoteEnd(QStringView line)
{
    qsizetype end = 0;
    for (qsizetype at = 0; at < line.size();) {
        while (at < line.size() && line[at] == u' ' && at - end < 3)
            ++at;
        if (at + 1 >= line.size() || line[at] != u'>' || line[at + 1] != u' ')
            return end;
        end = at += 2;
    }
    return end;
}

Step stepOf(QStringView line, qsizetype spaces)
{
    const qsizetype at = quoteEnd(line);
    const bool hasTab = at < line.size() && line[at] == u'\t';
    return {at, hasTab ? QStringLiteral("\t") : QString(spaces, u' ')};
}

QString movedIn(const QString& line, qsizetype spaces)
{
    const Step step = stepOf(line, spaces);
    return QString(line).insert(step.at, step.text);
}

QString movedOut(const QString& line, qsizetype spaces)
{
    const Step step = stepOf(line, spaces);
    qsizetype width = 0;
    while (width < step.text.size() && step.at + width < line.size() && line[step.at + width] == step.text[width])
        ++width;
    return QString(line).remove(step.at, width);
}

} // namespace galley::linestyle
