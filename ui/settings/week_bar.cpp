// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/week_bar.h"

#include "ui/theme/theme.h"

#include <QPainter>

#include <algorithm>

namespace anteroom::ui {

namespace {
constexpr int wholeDay = 24 * 60;
constexpr int barHeight = 12;
constexpr int quarters = 4;
} // namespace

WeekBar::WeekBar(const Theme &theme, QWidget *parent) : QWidget(parent), m_theme(theme)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
}

void WeekBar::setSpans(const QList<calls::DaySpan> &spans)
{
    m_spans = spans;
    update();
}

QSize WeekBar::sizeHint() const
{
    return {180, 24};
}

void WeekBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Tokens &colours = m_theme.tokens();
    const QRectF day(0, (height() - barHeight) / 2.0, width(), barHeight);
    painter.setPen(Qt::NoPen);
    painter.setBrush(colours.neutral.back);
    painter.drawRoundedRect(day, 3, 3);
    painter.setBrush(colours.accent);
    const auto fill = [&](int from, int to) {
        const double left = day.width() * from / wholeDay;
        const double right = day.width() * std::min(to, wholeDay) / wholeDay;
        painter.drawRoundedRect(QRectF(left, day.top(), std::max(2.0, right - left), barHeight), 3, 3);
    };
    for (const calls::DaySpan &span : m_spans)
        fill(span.from, span.to > span.from ? span.to : wholeDay);
    painter.setPen(colours.line);
    for (int quarter = 1; quarter < quarters; ++quarter) {
        const double x = day.width() * quarter / quarters;
        painter.drawLine(QPointF(x, day.bottom() + 1), QPointF(x, day.bottom() + 4));
    }
}

} // namespace anteroom::ui
