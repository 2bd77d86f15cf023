// SPDX-License-Identifier: MIT
#include "preview/paper.h"

#include <QRegularExpression>

#include <algorithm>

namespace galley
{

namespace
{

constexpr double pixelsPerInch = 96;
constexpr double millimetresPerInch = 25.4;
constexpr double usualMargin = 20; // mm
constexpr double leastMargin = 8;  // mm: what an office printer leaves white anyway

double millimetres(double pixels)
{
    return pixels / pixelsPerInch * millimetresPerInch;
}

/// One length of CSS in millimetres; 0 when it is none.
double length(const QString& text)
{
    static const QRegularExpression pattern(QStringLiteral("^([0-9.]+)(px|in|cm|mm|q|pt|pc)$"));
    const auto match = pattern.match(text);
    const QString unit = match.captured(2);
    const double value = match.captured(1).toDouble();
    return unit == QLatin1String("in")   ? value * millimetresPerInch
           : unit == QLatin1String("cm") ? value * 10
           : unit == QLatin1String("mm") ? value
           : unit == QLatin1String("q")  ? value / 4
           : unit == QLatin1String("pt") ? value / 72 * millimetresPerInch
           : unit == QLatin1String("pc") ? value / 6 * millimetresPerInch
                                         : millimetres(value);
}

QPageSize namedSize(const QString& name)
{
    static const std::pair<QLatin1String, QPageSize::PageSizeId> sizes[] = {
        {QLatin1String("a3"), QPageSize::A3},        {QLatin1String("a4"), QPageSize::A4},
        {QLatin1String("a5"), QPageSize::A5},        {QLatin1String("b4"), QPageSize::B4},
        {QLatin1String("b5"), QPageSize::B5},        {QLatin1String("jis-b4"), QPageSize::JisB4},
        {QLatin1String("jis-b5"), QPageSize::JisB5}, {QLatin1String("letter"), QPageSize::Letter},
        {QLatin1String("legal"), QPageSize::Legal},  {QLatin1String("ledger"), QPageSize::Tabloid}};
    const auto found =
        std::find_if(std::begin(sizes), std::end(sizes), [&](const auto& size) { return size.first == name; });
    return found == std::end(sizes) ? QPageSize() : QPageSize(found->second);
}

/// "A4", "letter landscape", "landscape", "148mm 210mm", "10cm".
void setWantedSize(QPageLayout& layout, const QString& text)
{
    const QStringList words = text.toLower().simplified().split(QLatin1Char(' '), Qt::SkipEmptyParts);
    QList<double> lengths;
    for (const QString& word : words) {
        const QPageSize size = namedSize(word);
        const double value = length(word);
        if (size.isValid())
            layout.setPageSize(size);
        else if (value > 0)
            lengths << value;
        else if (word == QLatin1String("landscape") || word == QLatin1String("portrait"))
            layout.setOrientation(word == QLatin1String("portrait") ? QPageLayout::Portrait : QPageLayout::Landscape);
    }
    if (lengths.isEmpty())
        return;
    const QSizeF size(lengths.first(), lengths.last());
    layout.setOrientation(size.width() > size.height() ? QPageLayout::Landscape : QPageLayout::Portrait);
    layout.setPageSize(QPageSize(size.width() > size.height() ? size.transposed() : size, QPageSize::Millimeter, {},
                                 QPageSize::FuzzyMatch));
}

} // namespace

QPageSize::PageSizeId usualPaper(const QLocale& locale)
{
    static constexpr QLocale::Territory letter[] = {
        QLocale::UnitedStates, QLocale::Canada,      QLocale::Mexico,     QLocale::Belize,    QLocale::Chile,
        QLocale::Colombia,     QLocale::CostaRica,   QLocale::ElSalvador, QLocale::Guatemala, QLocale::Nicaragua,
        QLocale::Panama,       QLocale::Philippines, QLocale::PuertoRico, QLocale::Venezuela};
    const bool found = std::find(std::begin(letter), std::end(letter), locale.territory()) != std::end(letter);
    return found ? QPageSize::Letter : QPageSize::A4;
}

QLocale paperLocale()
{
    for (const char* name : {"LC_ALL", "LC_PAPER", "LANG"}) {
        const QString value = qEnvironmentVariable(name);
        if (!value.isEmpty())
            return value == QLatin1String("POSIX") ? QLocale::c() : QLocale(value);
    }
    return QLocale::system();
}

QPageLayout usualLayout(const QLocale& locale)
{
    return QPageLayout(QPageSize(usualPaper(locale)), QPageLayout::Portrait,
                       QMarginsF(usualMargin, usualMargin, usualMargin, usualMargin), QPageLayout::Millimeter);
}

QPageLayout wantedLayout(const QPageLayout& usual, const QVariantMap& wanted)
{
    QPageLayout layout = usual;
    layout.setUnits(QPageLayout::Millimeter);
    const QMarginsF own = layout.margins();
    const auto margin = [&](const char* side, double otherwise) {
        const QVariant value = wanted.value(QLatin1String(side));
        return value.isValid() ? std::max(leastMargin, millimetres(value.toDouble())) : otherwise;
    };
    const QMarginsF margins(margin("left", own.left()), margin("top", own.top()), margin("right", own.right()),
                            margin("bottom", own.bottom()));
    setWantedSize(layout, wanted.value(QLatin1String("size")).toString());
    layout.setMinimumMargins({});
    const QSizeF paper = layout.fullRect(QPageLayout::Millimeter).size();
    const bool room =
        margins.left() + margins.right() < paper.width() / 2 && margins.top() + margins.bottom() < paper.height() / 2;
    layout.setMargins(room ? margins : QMarginsF(leastMargin, leastMargin, leastMargin, leastMargin));
    return layout;
}

QSizeF textSize(const QPageLayout& layout)
{
    return layout.paintRect(QPageLayout::Inch).size() * pixelsPerInch;
}

} // namespace galley
