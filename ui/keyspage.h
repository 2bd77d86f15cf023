// SPDX-License-Identifier: MIT
// KeysPage: Help → Keys, read off the table of actions.
#pragma once

#include <QDialog>

namespace galley
{

class KeysPage final : public QDialog
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(KeysPage)

public:
    explicit KeysPage(QWidget* parent);
};

} // namespace galley
