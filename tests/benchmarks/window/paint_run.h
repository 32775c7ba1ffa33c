// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "window/paint_watch.h"
#include "window/patience.h"
#include "window/windowed_desk.h"

#include <QTimer>

#include <vector>

namespace anteroom::benchmarks {

/// From the first byte of a webhook leaving the phone company to the new caller's row on screen, many times,
/// with the end of the table in view. Webhooks leave at uneven moments, so that they meet the window in every
/// phase of its second.
class PaintRun : public QObject
{
    Q_OBJECT
public:
    PaintRun(PaintWatch &application, WindowedDesk &desk, int firstCall, int samples);
    ~PaintRun() override;

    void start();

Q_SIGNALS:
    void finished(const std::vector<double> &milliseconds);

private:
    void next();
    void onPainted(PaintWatch::Clock::time_point at);

    PaintWatch &m_application;
    WindowedDesk &m_desk;
    int m_call;
    int m_samples;
    int m_socket = -1;
    QTimer m_pause;
    Patience m_patience;
    PaintWatch::Clock::time_point m_sent;
    std::vector<double> m_milliseconds;
};

} // namespace anteroom::benchmarks
