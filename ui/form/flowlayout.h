// SPDX-License-Identifier: MIT
// FlowLayout: items side by side, on as many lines as the width needs; the last item takes the rest of its
// line.
#pragma once

#include <QLayout>

#include <memory>
#include <vector>

namespace galley
{

class FlowLayout final : public QLayout
{
public:
    explicit FlowLayout(QWidget* parent = nullptr) : QLayout(parent) {}

    void addItem(QLayoutItem* item) override { m_items.emplace_back(item); }
    void insertWidget(int index, QWidget* widget);
    int count() const override { return static_cast<int>(m_items.size()); }
    QLayoutItem* itemAt(int index) const override;
    QLayoutItem* takeAt(int index) override;
    Qt::Orientations expandingDirections() const override { return {}; }
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;
    QSize sizeHint() const override { return minimumSize(); }
    QSize minimumSize() const override;
    void setGeometry(const QRect& rect) override;

private:
    int arrange(const QRect& rect, bool apply) const;

    std::vector<std::unique_ptr<QLayoutItem>> m_items;
};

} // namespace galley
