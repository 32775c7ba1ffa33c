// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plots/sparkline.h"

#include <QPainter>

#include <algorithm>

namespace anteroom::ui {

Sparkline::Sparkline(const Theme &theme, QWidget *parent) : QWidget(parent), m_theme(theme)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    connect(&theme, &Theme::changed, this, [this] { update(); });
}

void Sparkline::setValues(const QList<int> &values)
{
    if (values == m_values)
        return;
    m_values = values;
    update();
}

void Sparkline::paintEvent(QPaintEvent *event)
{
    Q_UNUSED(event)
    if (m_values.size() < 2)
        return;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    QColor colour = m_theme.tokens().dim;
    painter.setPen(QPen(colour, 1.5, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    const QRectF room = QRectF(rect()).adjusted(2, 4, -4, -4);
    const double most = std::max(1, *std::ranges::max_element(m_values));
    const double step = room.width() / static_cast<double>(m_values.size() - 1);
    QPolygonF line;
    for (qsizetype i = 0; i < m_values.size(); ++i)
        line << QPointF(room.left() + step * static_cast<double>(i),
                        room.bottom() - room.height() * m_values.at(i) / most);
    painter.drawPolyline(line);
    painter.setPen(Qt::NoPen);
    painter.setBrush(m_theme.tokens().accent);
    painter.drawEllipse(line.last(), 2.5, 2.5);
}

} // namespace anteroom::ui
