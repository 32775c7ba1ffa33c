// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/two_line_delegate.h"

#include "ui/theme/contrast.h"

#include <QPainter>

namespace anteroom::ui {

TwoLineDelegate::TwoLineDelegate(const Theme &theme, QObject *parent)
    : QStyledItemDelegate(parent), m_theme(theme)
{
}

int TwoLineDelegate::rowHeight() const
{
    return std::max(48, QFontMetrics(m_theme.font(TextSize::Normal, QFont::DemiBold)).height() +
                            QFontMetrics(m_theme.font(TextSize::Small)).height() + 16);
}

void TwoLineDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                            const QModelIndex &index) const
{
    const Tokens &t = m_theme.tokens();
    const bool selected = option.state.testFlag(QStyle::State_Selected);
    const QColor back = selected ? t.selection : t.panel;
    painter->save();
    painter->fillRect(option.rect, back);
    painter->fillRect(QRect(option.rect.left(), option.rect.bottom(), option.rect.width(), 1), t.line);
    if (selected && index.column() == 0)
        painter->fillRect(QRect(option.rect.left(), option.rect.top(), 3, option.rect.height() - 1),
                          t.accent);

    const QString all = index.data().toString();
    const qsizetype cut = all.indexOf(QLatin1Char('\n'));
    const QString first = cut < 0 ? all : all.left(cut);
    const QString second = cut < 0 ? QString() : all.mid(cut + 1);
    const QVariant mark = index.data(strongRole);
    const bool strong = mark.toBool();
    QRect rect = option.rect.adjusted(10, 0, -10, -1);
    if (strong && index.column() == 0) {
        painter->setRenderHint(QPainter::Antialiasing);
        painter->setPen(Qt::NoPen);
        painter->setBrush(t.accent);
        painter->drawEllipse(QPointF(rect.left() + 3, rect.center().y() + 0.5), 4, 4);
    }
    if (index.column() == 0 && mark.isValid())
        rect.setLeft(rect.left() + 14);
    const Qt::Alignment side = Qt::Alignment(index.data(Qt::TextAlignmentRole).toInt()) & Qt::AlignRight;
    const Qt::Alignment alignment =
        (side ? Qt::AlignRight : Qt::AlignLeft | Qt::AlignAbsolute) | Qt::AlignVCenter;
    const QFont firstFont = m_theme.font(
        TextSize::Normal,
        strong || (!second.isEmpty() && !index.data(dimRole).toBool()) ? QFont::DemiBold : QFont::Normal);
    const QFontMetrics firstMetrics(firstFont);
    const QFont secondFont = m_theme.font(TextSize::Small);
    const QFontMetrics secondMetrics(secondFont);
    const int secondHeight = second.isEmpty() ? 0 : secondMetrics.height() + 1;
    const int top = rect.top() + (rect.height() - firstMetrics.height() - secondHeight) / 2;
    painter->setFont(firstFont);
    painter->setPen(index.data(dimRole).toBool() ? legible(t.dim, back) : t.text);
    painter->drawText(QRect(rect.left(), top, rect.width(), firstMetrics.height()),
                      int(alignment) | Qt::TextSingleLine,
                      firstMetrics.elidedText(first, Qt::ElideRight, rect.width()));
    if (!second.isEmpty()) {
        painter->setFont(secondFont);
        painter->setPen(legible(t.dim, back));
        painter->drawText(
            QRect(rect.left(), top + firstMetrics.height() + 1, rect.width(), secondMetrics.height()),
            int(alignment) | Qt::TextSingleLine,
            secondMetrics.elidedText(second, Qt::ElideRight, rect.width()));
    }
    painter->restore();
}

} // namespace anteroom::ui
