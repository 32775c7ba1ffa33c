// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plots/wave_slider.h"

#include "ui/theme/contrast.h"

#include <QMouseEvent>
#include <QPainter>

#include <algorithm>

namespace anteroom::ui {

namespace {

constexpr qreal barWidth = 2;
constexpr qreal barStep = 3;
constexpr qreal leastBar = 2;

} // namespace

WaveSlider::WaveSlider(const Theme &theme, QWidget *parent) : QSlider(Qt::Horizontal, parent), m_theme(theme)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(&theme, &Theme::changed, this, [this] { update(); });
}

void WaveSlider::setPeaks(const QList<float> &peaks)
{
    if (peaks == m_peaks)
        return;
    m_peaks = peaks;
    update();
}

QRectF WaveSlider::room() const
{
    return QRectF(rect()).adjusted(6, 5, -6, -5);
}

void WaveSlider::paintEvent(QPaintEvent *event)
{
    Q_UNUSED(event)
    const Tokens &t = m_theme.tokens();
    const QRectF area = room();
    const int span = maximum() - minimum();
    const qreal done = span > 0 ? area.width() * (sliderPosition() - minimum()) / span : 0;
    const QColor heard = isEnabled() ? t.accent : t.line;
    const QColor ahead = isEnabled() ? legible(t.dim, t.panel) : t.line;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    if (hasFocus()) {
        painter.setPen(QPen(t.accent, 2));
        painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), 6, 6);
    }
    painter.setPen(Qt::NoPen);
    if (m_peaks.isEmpty()) {
        painter.setBrush(ahead);
        painter.drawRoundedRect(QRectF(area.left(), area.center().y() - 1, area.width(), 2), 1, 1);
        painter.setBrush(heard);
        painter.drawRoundedRect(QRectF(area.left(), area.center().y() - 2, done, 4), 2, 2);
    } else {
        // A telephone's quiet voices are drawn large enough to be seen.
        const float loudest = std::max(0.05F, *std::ranges::max_element(m_peaks));
        const int bars = std::max(1, int(area.width() / barStep));
        for (int bar = 0; bar < bars; ++bar) {
            const qsizetype from = m_peaks.size() * bar / bars;
            const qsizetype until = std::max(from + 1, m_peaks.size() * (bar + 1) / bars);
            const float peak = *std::max_element(m_peaks.begin() + from, m_peaks.begin() + until);
            const qreal height = std::max(leastBar, area.height() * qreal(peak / loudest));
            const qreal x = bar * barStep;
            painter.setBrush(x < done ? heard : ahead);
            painter.drawRoundedRect(QRectF(area.left() + x, area.center().y() - height / 2, barWidth, height),
                                    1, 1);
        }
    }
    if (isEnabled()) {
        painter.setBrush(t.accent);
        painter.drawRoundedRect(QRectF(area.left() + done - 1, area.top() - 2, 2, area.height() + 4), 1, 1);
    }
}

void WaveSlider::goTo(qreal x)
{
    const QRectF area = room();
    const qreal share = std::clamp((x - area.left()) / std::max(1.0, area.width()), 0.0, 1.0);
    setSliderPosition(minimum() + int(share * (maximum() - minimum())));
}

void WaveSlider::mousePressEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton)
        return QSlider::mousePressEvent(event);
    setSliderDown(true);
    goTo(event->position().x());
}

void WaveSlider::mouseMoveEvent(QMouseEvent *event)
{
    if (isSliderDown())
        goTo(event->position().x());
}

void WaveSlider::mouseReleaseEvent(QMouseEvent *event)
{
    Q_UNUSED(event)
    setSliderDown(false);
}

} // namespace anteroom::ui
