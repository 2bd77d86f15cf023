// SPDX-License-Identifier: MIT
#include "base/normalform.h"

#include "base/unicode.h"

#include <QString>

#include <algorithm>

namespace galley::unicode
{

std::string composed(std::string_view text, Form form)
{
    const bool isAscii = std::all_of(text.begin(), text.end(), [](char c) { return static_cast<signed char>(c) >= 0; });
    if (isAscii || firstInvalid(text) != std::string_view::npos)
        return std::string(text);
    const auto qtForm = form == Form::Canonical ? QString::NormalizationForm_C : QString::NormalizationForm_KC;
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size())).normalized(qtForm).toStdString();
}

} // namespace galley::unicode
