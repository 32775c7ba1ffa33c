// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "calls/task_set.h"

#include <QCoroSignal>

namespace anteroom::calls {

void TaskSet::keep(QCoro::Task<void> task)
{
    if (task.isReady())
        return;
    count(std::move(task));
}

QCoro::Task<void> TaskSet::count(QCoro::Task<void> task)
{
    ++m_running;
    co_await task;
    if (--m_running == 0)
        Q_EMIT emptied();
}

QCoro::Task<void> TaskSet::finished()
{
    while (m_running > 0)
        co_await qCoro(this, &TaskSet::emptied);
}

} // namespace anteroom::calls
