// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "calls/opening_hours.h"

#include <QWidget>

namespace anteroom::ui {

class Theme;

/// One day as a bar of 24 hours, with the open ones filled; a picture of the text beside it.
class WeekBar : public QWidget
{
    Q_OBJECT
public:
    explicit WeekBar(const Theme &theme, QWidget *parent = nullptr);
    void setSpans(const QList<calls::DaySpan> &spans);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    const Theme &m_theme;
    QList<calls::DaySpan> m_spans;
};

} // namespace anteroom::ui
