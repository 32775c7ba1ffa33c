// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QList>
#include <QUrl>

#include <chrono>

class QNetworkAccessManager;
class QObject;

namespace anteroom::twilio {

/// Warm connections to one origin. Qt 6.4 keeps at most six connections per host and manager, and a request
/// may have to wait for a busy one; with several managers ("lanes") a click always finds an open, idle
/// connection, and closing out can send more than six requests at once.
class Lanes
{
public:
    static constexpr int perLane = 6; ///< what Qt opens to one host

    /// `first` belongs to somebody else; the others are made here, as children of `owner`.
    Lanes(QNetworkAccessManager &first, int count, QObject *owner);

    int inFlight() const;
    bool isFull() const { return inFlight() >= perLane * m_lanes.size(); }

    /// The lane for the next request: a click takes the idle one that was used last (surely open), everything
    /// else the one that has rested longest, which keeps all of them open.
    QNetworkAccessManager &take(bool click, const QDateTime &now);
    void release(const QNetworkAccessManager &manager);

    /// Opens connections in lanes that have not been used for so long, so that the next request needs one
    /// round trip.
    void warm(const QUrl &origin, const QDateTime &now, std::chrono::seconds rested);

private:
    struct Lane
    {
        QNetworkAccessManager *manager = nullptr;
        int inFlight = 0;
        QDateTime used; ///< null: never
    };
    QList<Lane> m_lanes;
};

} // namespace anteroom::twilio
