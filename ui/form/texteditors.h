// SPDX-License-Identifier: MIT
// The plain editors: a line, several lines, a number, yes or no, an image path, YAML source.
#pragma once

#include "form/fieldeditor.h"

class QCheckBox;
class QLineEdit;
class QPlainTextEdit;
class QToolButton;

namespace galley
{

class TextEditor : public FieldEditor
{
    Q_OBJECT

public:
    explicit TextEditor(const std::string& key = {}, QWidget* parent = nullptr);
    void setValue(const Value& value) override;
    void setInherited(const QString& text) override;
    /// What other posts have under the key is offered as it is typed.
    void setChoices(const FieldChoices& choices) override;
    QWidget* inputWidget() const override;

protected:
    QLineEdit* line() const { return m_line; }
    void show(const QString& text);
    virtual void take(const QString& text);

private:
    std::string m_key;
    QLineEdit* m_line;
};

class NumberEditor final : public TextEditor
{
    Q_OBJECT

public:
    explicit NumberEditor(QWidget* parent = nullptr);
    /// As it is written: 19:00 is the number 68400, and 1.10 is 1.1.
    void setSource(const QString& source) override { show(source); }

protected:
    void take(const QString& text) override;
};

class ImageEditor final : public TextEditor
{
    Q_OBJECT

public:
    explicit ImageEditor(QWidget* parent = nullptr);
    QList<QWidget*> stops() const override { return {line(), m_pick}; }

private:
    QToolButton* m_pick;
};

class BooleanEditor final : public FieldEditor
{
    Q_OBJECT

public:
    explicit BooleanEditor(QWidget* parent = nullptr);
    void setValue(const Value& value) override;
    QWidget* inputWidget() const override;

private:
    QCheckBox* m_box;
};

/// Grows with its text from two to six lines; Tab goes to the next field.
class LinesEditor : public FieldEditor
{
    Q_OBJECT

public:
    explicit LinesEditor(QWidget* parent = nullptr);
    void setValue(const Value& value) override;
    void setInherited(const QString& text) override;
    QWidget* inputWidget() const override;

protected:
    QPlainTextEdit* box() const { return m_box; }
    void setText(const QString& text);
    virtual void take(const QString& text);

private:
    void fit();

    QPlainTextEdit* m_box;
    bool m_loading = false;
    bool m_endsWithBreak = false; ///< the value's last line feed, which the box does not show
};

class SourceEditor final : public LinesEditor
{
    Q_OBJECT

public:
    explicit SourceEditor(QWidget* parent = nullptr);
    void setValue(const Value&) override {}
    void setSource(const QString& source) override { setText(source); }

protected:
    void take(const QString& text) override;
};

} // namespace galley
