// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "http/form.h"
#include "simulator/rest/answer.h"
#include "simulator/rest/credentials.h"

#include <QByteArrayList>

#include <optional>
#include <span>

namespace anteroom::simulator {
class World;
}

namespace anteroom::simulator::rest {

/// One request to a resource, read and authenticated.
struct Exchange
{
    World &world;
    Identity identity = Identity::Account;
    QByteArray path; ///< whole and as it came, without the query
    http::Form query = {};
    http::Form form = {};         ///< of a POST
    QByteArrayList captures = {}; ///< what stood for the {names} of the route
    QByteArray range = {};        ///< of the header of that name

    QString capture(qsizetype index) const { return QString::fromUtf8(captures.value(index)); }
};

using Handler = Answer (*)(Exchange &);

/// A path below the account ("Queues/{queue}/Members/{call}", written without .json), and who answers it.
struct Route
{
    const char *method;
    const char *pattern;
    Handler handler;
};

/// The captures if the pattern fits the decoded segments of a path.
std::optional<QByteArrayList> match(QByteArrayView pattern, const QByteArrayList &segments);

/// Path to percent-decoded segments; a segment may hold a decoded slash.
QByteArrayList segmentsOf(QByteArrayView path);

// One table per resource, each in a file of its own.
std::span<const Route> queueRoutes();
std::span<const Route> memberRoutes();
std::span<const Route> callRoutes();
std::span<const Route> conferenceRoutes();
std::span<const Route> participantRoutes();
std::span<const Route> recordingRoutes();
std::span<const Route> callRecordingRoutes();
std::span<const Route> messageRoutes();
std::span<const Route> numberRoutes();
std::span<const Route> applicationRoutes();
std::span<const Route> accountRoutes();
std::span<const Route> notificationRoutes();

/// GET /v2/PhoneNumbers/{number} of Lookups; the number is percent-decoded.
Answer lookUp(Exchange &exchange, const QString &number);

} // namespace anteroom::simulator::rest
