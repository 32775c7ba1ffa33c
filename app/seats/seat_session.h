// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "seats/dispatcher.h"
#include "seats/seat_registry.h"

#include <QObject>
#include <QTimer>

#include <chrono>
#include <memory>

class QWebSocket;

namespace anteroom::seats {

/// What one console may cost us.
struct SessionLimits
{
    quint64 messageBytes = 64 * 1024;      ///< of one message to us
    qint64 unsentBytes = 16 * 1024 * 1024; ///< that the console has not taken when more is to be sent
    std::chrono::milliseconds pingEvery{
        20'000}; ///< without a pong until the next one the console is taken for gone
};

/// One connected console. Goes by itself when the connection ends.
class SeatSession : public QObject
{
    Q_OBJECT
public:
    SeatSession(SeatRecord record, std::unique_ptr<QWebSocket> socket, Dispatcher &dispatcher,
                SessionLimits limits, QObject *parent);
    ~SeatSession() override;

    const SeatRecord &record() const { return m_record; }
    void send(const QByteArray &text);
    /// The seat has been removed: close code 4401.
    void expel();
    /// The desk ends: close code 1001.
    void sayGoodbye();

private:
    bool keepsUp(); ///< or is cut off
    void receive(const QString &text);
    void checkPulse();

    const SeatRecord m_record;
    const std::unique_ptr<QWebSocket> m_socket;
    Dispatcher &m_dispatcher;
    const SessionLimits m_limits;
    QTimer m_pulse;
    bool m_alive = true;
};

} // namespace anteroom::seats
