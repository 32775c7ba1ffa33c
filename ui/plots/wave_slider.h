// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/theme.h"

#include <QList>
#include <QSlider>

namespace anteroom::ui {

/// A slider over a recording, drawn as its waveform: what has been heard is coloured. Without a waveform it
/// is a plain line. A click anywhere goes there.
class WaveSlider : public QSlider
{
    Q_OBJECT
public:
    explicit WaveSlider(const Theme &theme, QWidget *parent = nullptr);

    void setPeaks(const QList<float> &peaks); ///< from 0 to 1, evenly over the range
    const QList<float> &peaks() const { return m_peaks; }
    QSize sizeHint() const override { return {320, 44}; }
    QSize minimumSizeHint() const override { return {120, 44}; }

protected:
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;

private:
    void goTo(qreal x);
    QRectF room() const;

    const Theme &m_theme;
    QList<float> m_peaks;
};

} // namespace anteroom::ui
