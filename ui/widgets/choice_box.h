// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QComboBox>

namespace anteroom::ui {

/// A combo box that looks like one: the style sheet takes the platform's arrow away.
class ChoiceBox : public QComboBox
{
    Q_OBJECT
public:
    using QComboBox::QComboBox;
    void setAccessibleName(const QString &name); ///< of the list that opens as well, which would have none

protected:
    void paintEvent(QPaintEvent *event) override;
};

} // namespace anteroom::ui
