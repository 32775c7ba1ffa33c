// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/figure.h"

#include "ui/paint/tabular.h"

#include <QPainter>

namespace anteroom::ui {

namespace {

constexpr int gap = 6;

} // namespace

Figure::Figure(const Theme &theme, TextSize size, const QString &word, QWidget *parent)
    : QWidget(parent), m_theme(theme), m_size(size), m_word(word)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    connect(&theme, &Theme::changed, this, [this] { update(); });
}

void Figure::setValue(const QString &value)
{
    if (value == m_value)
        return;
    const bool widthDiffers = value.size() != m_value.size();
    m_value = value;
    setAccessibleName(m_word.isEmpty() ? value : value + QLatin1Char(' ') + m_word);
    if (widthDiffers)
        updateGeometry();
    update();
}

QSize Figure::sizeHint() const
{
    const QFontMetrics metrics(m_theme.font(m_size, QFont::DemiBold));
    int width = tabularWidth(metrics, m_value);
    if (!m_word.isEmpty())
        width += gap + QFontMetrics(m_theme.font(TextSize::Small)).horizontalAdvance(m_word);
    return {width + 1, metrics.height()};
}

void Figure::paintEvent(QPaintEvent *event)
{
    Q_UNUSED(event)
    QPainter painter(this);
    const QFont font = m_theme.font(m_size, QFont::DemiBold);
    const QFontMetrics metrics(font);
    const int width = tabularWidth(metrics, m_value);
    const int top = (height() - metrics.height()) / 2;
    painter.setFont(font);
    painter.setPen(m_theme.tokens().text);
    drawTabular(painter, QRect(0, top, width, metrics.height()), Qt::AlignLeft, m_value);
    if (m_word.isEmpty())
        return;
    painter.setFont(m_theme.font(TextSize::Small));
    painter.setPen(m_theme.tokens().dim);
    painter.drawText(width + gap, top + metrics.ascent(), m_word); // on one line with the number
}

} // namespace anteroom::ui
