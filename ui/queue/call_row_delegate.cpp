// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/queue/call_row_delegate.h"

#include "ui/paint/chip.h"
#include "ui/paint/tabular.h"
#include "ui/queue/call_queue_model.h"
#include "ui/theme/contrast.h"
#include "ui/words/durations.h"

#include <QPainter>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace anteroom::ui {

namespace {

constexpr int cellPadding = 10;
constexpr int barHeight = 3;
constexpr int longestBar = 64;

void drawLine(QPainter &painter, const QRect &rect, const QString &text)
{
    const QString shown = painter.fontMetrics().elidedText(text, Qt::ElideRight, rect.width());
    // A right-to-left name still begins where the eye looks for it.
    painter.drawText(rect, Qt::AlignLeft | Qt::AlignAbsolute | Qt::AlignVCenter | Qt::TextSingleLine, shown);
}

} // namespace

CallRowDelegate::CallRowDelegate(const Theme &theme, WaitLimits limits, QObject *parent)
    : QStyledItemDelegate(parent), m_theme(theme), m_limits(limits)
{
}

int CallRowDelegate::rowHeight() const
{
    const QFontMetrics name(m_theme.font(TextSize::Normal, QFont::DemiBold));
    const QFontMetrics number(m_theme.font(TextSize::Small));
    return std::max(50, (name.height() + number.height() + 18 + 1) / 2 * 2);
}

QSize CallRowDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    Q_UNUSED(option)
    Q_UNUSED(index)
    return {80, rowHeight()};
}

void CallRowDelegate::initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const
{
    QStyledItemDelegate::initStyleOption(option, index);
    option->state.setFlag(QStyle::State_HasFocus, false);
}

void CallRowDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                            const QModelIndex &index) const
{
    const Tokens &t = m_theme.tokens();
    const bool selected = option.state.testFlag(QStyle::State_Selected);
    const QColor back = selected ? t.selection : (index.row() == hoverRow ? t.hover : t.panel);
    painter->save();
    painter->fillRect(option.rect, back);
    painter->fillRect(QRect(option.rect.left(), option.rect.bottom(), option.rect.width(), 1), t.line);
    if (selected && index.column() == 0) // the second sign of selection, for those who cannot see a pale blue
        painter->fillRect(QRect(option.rect.left(), option.rect.top(), 3, option.rect.height() - 1),
                          t.accent);

    const bool ended = index.data(CallQueueModel::EndedRole).toBool();
    const QColor dim = legible(t.dim, back);
    const QColor text = ended ? dim : t.text;
    const QRect inner = option.rect.adjusted(cellPadding, 0, -cellPadding, -1);
    painter->setFont(m_theme.font(TextSize::Normal));
    switch (index.column()) {
    case CallQueueModel::Position:
        painter->setPen(dim);
        drawTabular(*painter, inner, Qt::AlignLeft, index.data().toString());
        break;
    case CallQueueModel::Caller:
        paintCaller(*painter, inner, index, text, dim);
        break;
    case CallQueueModel::Where:
    case CallQueueModel::Topic: {
        const QString words = index.data().toString();
        const bool unknown =
            index.column() == CallQueueModel::Where && words == CallQueueModel::tr("Unknown");
        painter->setPen(words.isEmpty() || unknown ? dim : text);
        drawLine(*painter, inner, words.isEmpty() ? u"—"_s : words);
        break;
    }
    case CallQueueModel::Status:
        drawChip(*painter, inner, m_theme,
                 statusOf(index.data(CallQueueModel::CallRole).value<calls::Call>()));
        break;
    case CallQueueModel::Waiting:
        paintWait(*painter, inner, index, back);
        break;
    default:
        break;
    }
    painter->restore();
}

void CallRowDelegate::paintCaller(QPainter &painter, const QRect &rect, const QModelIndex &index,
                                  const QColor &text, const QColor &dim) const
{
    const QStringList lines = index.data().toString().split(u'\n');
    const QFont nameFont = m_theme.font(TextSize::Normal, QFont::DemiBold);
    const QFont numberFont = m_theme.font(TextSize::Small);
    const int nameHeight = QFontMetrics(nameFont).height();
    const int numberHeight = QFontMetrics(numberFont).height();
    const int top = rect.top() + (rect.height() - nameHeight - numberHeight - 1) / 2;
    painter.setFont(nameFont);
    painter.setPen(text);
    drawLine(painter, QRect(rect.left(), top, rect.width(), nameHeight), lines.value(0));
    painter.setFont(numberFont);
    painter.setPen(dim);
    drawLine(painter, QRect(rect.left(), top + nameHeight + 1, rect.width(), numberHeight), lines.value(1));
}

void CallRowDelegate::paintWait(QPainter &painter, const QRect &rect, const QModelIndex &index,
                                const QColor &back) const
{
    const qint64 waited = index.data(CallQueueModel::WaitedRole).toLongLong();
    const Tokens &t = m_theme.tokens();
    const bool ended = index.data(CallQueueModel::EndedRole).toBool();
    const bool tooLong = waited >= m_limits.tooLongSeconds;
    const QColor colour = ended                            ? t.dim
                          : tooLong                        ? t.waitTooLong
                          : waited >= m_limits.longSeconds ? t.waitLong
                                                           : t.waitOk;
    painter.setPen(legible(waited < 0 ? t.dim : colour, back));
    const QFont font = m_theme.font(TextSize::Card, QFont::DemiBold);
    painter.setFont(waited < 0 ? m_theme.font(TextSize::Normal) : font);
    const int numberHeight = QFontMetrics(font).height();
    const int gap = 3;
    const int top = rect.top() + (rect.height() - numberHeight - gap - barHeight) / 2;
    const QRect number = waited < 0 ? rect : QRect(rect.left(), top, rect.width(), numberHeight);
    drawTabular(painter, number, Qt::AlignRight, waited < 0 ? u"—"_s : clockText(waited));
    if (waited < 0 || ended)
        return;
    const double full = m_limits.tooLongSeconds * 1.25;
    const int longest = std::min(longestBar, rect.width());
    const int bar =
        std::max(8, static_cast<int>(longest * std::min(1.0, static_cast<double>(waited) / full)));
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(colour);
    painter.drawRoundedRect(QRectF(rect.right() + 1 - bar, number.bottom() + 1 + gap, bar, barHeight), 1.5,
                            1.5);
}

} // namespace anteroom::ui
