// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QComboBox>

namespace anteroom::ui {

/// A combo box whose list has a name as well when it opens, for screen readers.
class ChoiceBox : public QComboBox
{
    Q_OBJECT
public:
    using QComboBox::QComboBox;
    void setAccessibleName(const QString &name);
};

} // namespace anteroom::ui
