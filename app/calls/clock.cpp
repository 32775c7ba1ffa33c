// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "calls/clock.h"

#include <QTimer>

namespace anteroom::calls {

QDateTime SystemClock::now() const
{
    return QDateTime::currentDateTimeUtc();
}

void SystemClock::after(std::chrono::milliseconds delay, QObject *context, std::function<void()> act)
{
    QTimer::singleShot(delay, Qt::PreciseTimer, context, std::move(act));
}

} // namespace anteroom::calls
