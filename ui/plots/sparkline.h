// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/theme.h"

#include <QList>
#include <QWidget>

namespace anteroom::ui {

/// A line without axes: how a small number went over the last while. The last value is the newest.
class Sparkline : public QWidget
{
    Q_OBJECT
public:
    explicit Sparkline(const Theme &theme, QWidget *parent = nullptr);

    void setValues(const QList<int> &values);
    QSize sizeHint() const override { return {120, 28}; }
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    const Theme &m_theme;
    QList<int> m_values;
};

} // namespace anteroom::ui
