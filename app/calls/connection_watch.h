// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "calls/desk_core.h"

namespace anteroom::calls {

/// How well we hear and reach the phone company, and the disk.
class ConnectionWatch : public QObject
{
    Q_OBJECT
public:
    explicit ConnectionWatch(DeskCore &core);

    void noteWebhook();
    void notePublicUrl(const QString &url);
    void noteAnswer(int roundTripMs);
    void noteFailure(const CarrierError &error);
    const ConnectionStatus &status() const { return m_status; }
    /// News comes in by itself, so that the poll only reconciles.
    bool hearsWebhooks() const;
    bool heardLately() const; ///< the address works at this moment
    bool hasHeardSince(const QDateTime &moment) const;
    /// Things change of which no webhook tells: until the next one comes, none is counted on.
    void noteDeaf();
    /// The public address has failed since then; null: it is in use (front_door.h).
    void noteDoor(const QDateTime &failedSince);
    void noteOpen(); ///< the number leads to it again
    void noteProbe();
    void notePause(std::chrono::milliseconds pause);
    /// Whoever joins the queue now has been announced by a webhook, or should have been.
    bool expectsNews() const;
    /// Our credentials were refused; nothing can be asked for until they are right.
    std::optional<CarrierError> lockedOut() const { return m_lockedOut; }

Q_SIGNALS:
    void changed(const anteroom::calls::ConnectionStatus &status);
    void heard();    ///< a webhook, although none was counted on
    void wentDeaf(); ///< see noteDeaf()

private:
    void update();

    DeskCore &m_core;
    ConnectionStatus m_status;
    ConnectionStatus m_told;
    std::optional<CarrierError> m_lockedOut;
    int m_failures = 0;
    QDateTime m_openSince; ///< null: from the beginning
};

} // namespace anteroom::calls
