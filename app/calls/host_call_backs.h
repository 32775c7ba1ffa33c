// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "calls/connection_watch.h"
#include "calls/host_seats.h"
#include "calls/pin_locks.h"

#include <expected>

namespace anteroom::calls {

/// Calling a host back on their listed phone, where a key lets them in. The number that a call shows is
/// easily forged; whoever forges it makes the real phone ring, once at a time and a few times an hour, and no
/// more.
class HostCallBacks : public QObject
{
    Q_OBJECT
public:
    HostCallBacks(DeskCore &core, HostSeats &seats, ConnectionWatch &watch);

    /// Promises a call to this host, who asks for it by the call `sid`, and keeps the promise as soon as that
    /// call is over and the phone is free. What is said to whoever asks.
    QString plan(const Host &host, const QString &sid);
    void callEnded(const QString &sid);
    /// Finds out what became of an open intent, after a restart.
    void settle(const Intent &intent);

    bool knows(const QString &intent) const;
    /// The listed phone whose owner has pressed the key; else what is heard there.
    std::expected<QString, Steps> legAsks(const LegAsks &news);
    void legProgress(const LegProgress &news);

private:
    bool isBeingCalled(const Host &host) const;
    Steps question() const;
    void ring(const QString &id);
    QCoro::Task<void> call(RingPhone request);
    QCoro::Task<void> read(QString id);
    void readSoon(const QString &id);
    void learnLeg(const QString &id, const QString &leg);
    void end(const QString &id);
    LegStatus pick(const Intent &intent, const QList<LegStatus> &legs) const;

    DeskCore &m_core;
    HostSeats &m_seats;
    ConnectionWatch &m_watch;
    PinLocks m_locks;
    QHash<QString, QString> m_promised; ///< intents, by the call that asked
    QHash<QString, int> m_reads;
};

} // namespace anteroom::calls
