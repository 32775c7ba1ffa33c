// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "calls/desk_mirror.h"
#include "ui/now.h"
#include "ui/plots/trend.h"
#include "ui/theme/theme.h"

#include <QFrame>

class QLabel;
class QPushButton;

namespace anteroom::ui {

class CallActions;
class CallQueueModel;
class ElidedLabel;
class Figure;
class PhoneButton;
class Sparkline;

/// The strip at the top: is the line open, its number, the numbers that matter now, and my phone. Where there
/// is little room the less important figures give way.
class TopBar : public QFrame
{
    Q_OBJECT
public:
    TopBar(calls::DeskMirror &mirror, CallActions &actions, const CallQueueModel &queue, const Theme &theme,
           Now now, QWidget *parent = nullptr);

    void tick();
    PhoneButton *phoneButton() const { return m_phone; }
    QSize minimumSizeHint() const override;

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void showLine();
    void showFigures();
    void applyTheme();
    void giveWay();

    calls::DeskMirror &m_mirror;
    const CallQueueModel &m_queue;
    const Theme &m_theme;
    Now m_now;
    Trend m_trend;
    QPushButton *m_open;
    QLabel *m_number;
    ElidedLabel *m_queueName;
    Figure *m_waiting;
    Figure *m_longest;
    Figure *m_average;
    Figure *m_today;
    Sparkline *m_sparkline;
    PhoneButton *m_phone;
};

} // namespace anteroom::ui
