// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoroTask>

#include <QObject>

namespace anteroom::calls {

/// The running coroutines of an owner. They keep themselves alive until they end; the owner awaits finished()
/// before it dies.
class TaskSet : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;
    /// A coroutine that has already begun, as they all do.
    void keep(QCoro::Task<void> task);
    int running() const { return m_running; }
    QCoro::Task<void> finished();

Q_SIGNALS:
    void emptied();

private:
    QCoro::Task<void> count(QCoro::Task<void> task);

    int m_running = 0;
};

} // namespace anteroom::calls
