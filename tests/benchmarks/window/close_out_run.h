// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "window/patience.h"
#include "window/windowed_desk.h"

#include <chrono>

namespace anteroom::benchmarks {

/// Waits until so many callers wait, then closes the queue out, and says how long it took until the last of
/// them was treated. Prints "listening ..." when callers may dial.
class CloseOutRun : public QObject
{
    Q_OBJECT
public:
    CloseOutRun(WindowedDesk &desk, int callers);

    void start();

Q_SIGNALS:
    void finished(double seconds, int failed);

private:
    qsizetype waiting() const;
    QString awaited() const;
    void onQueue();
    void onCloseOut();

    WindowedDesk &m_desk;
    int m_callers;
    Patience m_patience;
    bool m_begun = false;
    bool m_over = false;
    std::chrono::steady_clock::time_point m_since;
};

} // namespace anteroom::benchmarks
