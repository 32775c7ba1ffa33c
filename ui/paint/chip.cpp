// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/paint/chip.h"

#include <QFontMetrics>
#include <QPainterPath>

namespace anteroom::ui {

namespace {

constexpr int sidePadding = 8;
constexpr int markWidth = 9;
constexpr int markGap = 4;

void drawMark(QPainter &painter, const QRectF &box, ChipMark mark, const QColor &colour)
{
    QPen pen(colour, 1.6, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin);
    painter.setPen(pen);
    painter.setBrush(Qt::NoBrush);
    const auto at = [&box](qreal x, qreal y) {
        return QPointF(box.left() + x * box.width(), box.top() + y * box.height());
    };
    switch (mark) {
    case ChipMark::Tick:
        painter.drawPolyline(QPolygonF({at(0.05, 0.55), at(0.38, 0.88), at(0.95, 0.15)}));
        break;
    case ChipMark::Dot:
        painter.setPen(Qt::NoPen);
        painter.setBrush(colour);
        painter.drawEllipse(box.center(), box.width() * 0.34, box.width() * 0.34);
        break;
    case ChipMark::Arrow:
        painter.drawLine(at(0.05, 0.5), at(0.9, 0.5));
        painter.drawPolyline(QPolygonF({at(0.55, 0.15), at(0.95, 0.5), at(0.55, 0.85)}));
        break;
    case ChipMark::Phone:
        painter.drawArc(QRectF(at(-0.1, 0.35), at(0.65, 1.1)), 0, 90 * 16);
        painter.drawArc(QRectF(at(-0.5, -0.05), at(1.05, 1.5)), 0, 90 * 16);
        painter.setBrush(colour);
        painter.drawEllipse(at(0.2, 0.8), 1, 1);
        break;
    case ChipMark::None:
        break;
    }
}

} // namespace

int chipWidth(const Theme &theme, const StatusWords &status)
{
    const QFontMetrics metrics(theme.font(TextSize::Small, QFont::Medium));
    const int mark = status.mark == ChipMark::None ? 0 : markWidth + markGap;
    return sidePadding * 2 + mark + metrics.horizontalAdvance(status.text) + 2; // advances are rounded
}

void drawChip(QPainter &painter, const QRect &room, const Theme &theme, const StatusWords &status)
{
    const QFont font = theme.font(TextSize::Small, QFont::Medium);
    const QFontMetrics metrics(font);
    const int height = metrics.height() + 4;
    const QRect chip(room.left(), room.center().y() - height / 2,
                     std::min(chipWidth(theme, status), room.width()), height);
    const ChipColours &colours = chipColours(theme.tokens(), status.tone);

    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(colours.back);
    painter.drawRoundedRect(chip, 4, 4);
    int left = chip.left() + sidePadding;
    if (status.mark != ChipMark::None) {
        const QRectF box(left, chip.center().y() - markWidth / 2.0 + 0.5, markWidth, markWidth);
        drawMark(painter, box, status.mark, colours.text);
        left += markWidth + markGap;
    }
    painter.setFont(font);
    painter.setPen(colours.text);
    const QRect text(left, chip.top(), chip.right() - sidePadding - left + 1, chip.height());
    painter.drawText(text, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine,
                     metrics.elidedText(status.text, Qt::ElideRight, text.width()));
    painter.restore();
}

} // namespace anteroom::ui
