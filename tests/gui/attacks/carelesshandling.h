// SPDX-License-Identifier: MIT
// What happens to a post outside any page of a careless program: in the editor, a form, a label, a shell, on saving.
#pragma once

#include "effects.h"
#include "guipulse.h"
#include "naivepage.h"

#include <QFormLayout>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QProcess>
#include <QTest>
#include <QTextBlock>
#include <QTextDocument>

namespace galley::test
{

/// Milliseconds of this thread's processor time that the work takes.
template <class Work>
double workMilliseconds(const Work& work)
{
    const double begin = GuiPulse::cpuMilliseconds();
    work();
    return GuiPulse::cpuMilliseconds() - begin;
}

/// A page that a careless editor computes on each key: longer than this is a wait that everybody notices.
inline constexpr double noticedMilliseconds = 200;

inline void saveCarelessly(const QByteArray& text, Effects& effects)
{
    QTextDocument document;
    document.setPlainText(QString::fromUtf8(text));
    if (document.toPlainText().toUtf8() != text)
        effects.add(harm::bytes, QStringLiteral("bytes change on saving"));
    if (naiveLayoutLeads(text))
        effects.add(harm::file, QStringLiteral("layout is read from elsewhere"));
}

/// A key typed into a plain editor in front of the first and of the longest line.
inline void typeCarelessly(const QByteArray& text, Effects& effects)
{
    QPlainTextEdit editor;
    editor.setPlainText(QString::fromUtf8(text));
    editor.resize(500, 500);
    editor.show();
    QTest::qWait(1);
    QTextBlock longest = editor.document()->begin();
    for (QTextBlock block = longest; block.isValid(); block = block.next())
        longest = block.length() > longest.length() ? block : longest;
    editor.setTextCursor(QTextCursor(longest));
    if (workMilliseconds([&] {
            QTest::keyClick(&editor, Qt::Key_X);
            editor.grab();
        }) > noticedMilliseconds)
        effects.add(harm::heavy, QStringLiteral("a key takes over 200 ms in the editor"));
}

/// Walks what aliases stand for, as a program does that makes JSON or a page of the values.
inline void expand(const YAML::Node& node, long& budget)
{
    if (--budget <= 0)
        return;
    for (const auto& child : node) {
        expand(node.IsMap() ? child.second : YAML::Node(child), budget);
        if (budget <= 0)
            return;
    }
}

inline void fillFormCarelessly(const YAML::Node& values, Effects& effects)
{
    const double took = workMilliseconds([&] {
        QWidget form;
        auto* rows = new QFormLayout(&form);
        for (const auto& pair : values)
            rows->addRow(QString::fromStdString(pair.first.IsScalar() ? pair.first.Scalar() : std::string("?")),
                         new QLineEdit(&form));
        form.show();
    });
    if (took > noticedMilliseconds)
        effects.add(harm::heavy, QStringLiteral("the form takes over 200 ms"));
    long budget = 1000000;
    expand(values, budget);
    if (budget <= 0)
        effects.add(harm::heavy, QStringLiteral("front matter has over a million values"));
}

inline void nameCarelessly(const std::string& title, Effects& effects)
{
    const QString words = QString::fromStdString(title);
    if (Qt::mightBeRichText(words))
        effects.add(harm::look, QStringLiteral("label shows rich text"));
    if (words.size() > 10000)
        effects.add(harm::look, QStringLiteral("window title of over 10,000 letters"));
    if (words.contains(QLatin1String("touch")))
        QProcess::execute(QStringLiteral("sh"), {QStringLiteral("-c"), QStringLiteral("echo \"") + words + u'"'});
}

inline void rewriteCarelessly(const QByteArray& text, const QByteArray& yaml, YAML::Node values, Effects& effects)
{
    values["title"] = "changed";
    YAML::Emitter out;
    out << values;
    const QByteArray kept = yaml.left(yaml.indexOf("title:"));
    if (text.startsWith("---") && !QByteArray(out.c_str()).startsWith(kept))
        effects.add(harm::bytes, QStringLiteral("front matter changes on saving"));
}

inline void handleCarelessly(const QByteArray& text, Effects& effects)
{
    saveCarelessly(text, effects);
    typeCarelessly(text, effects);
    const QByteArray yaml = splitNaively(text).yaml;
    try {
        const YAML::Node values = YAML::Load(yaml.toStdString());
        fillFormCarelessly(values, effects);
        nameCarelessly(values["title"] ? values["title"].as<std::string>() : std::string(), effects);
        rewriteCarelessly(text, yaml, values, effects);
    } catch (const std::exception&) {
        effects.add(harm::bytes, QStringLiteral("front matter throws"));
    }
    if (!QDir(canaryFolder()).entryList({QStringLiteral("pwned-*")}).isEmpty())
        effects.add(harm::script, QStringLiteral("a shell ran the text"));
}

} // namespace galley::test
