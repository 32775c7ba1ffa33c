// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "seats/queue_status.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QJsonObject>

namespace anteroom::seats {

using namespace Qt::StringLiterals;

namespace {

http::Response json(int status, const QJsonObject &body)
{
    return {status,
            "application/json",
            QJsonDocument(body).toJson(QJsonDocument::Compact) + '\n',
            {{"Cache-Control", "no-store"}}};
}

http::Response problem(int status, const QString &sentence)
{
    return json(status, {{u"error"_s, sentence}});
}

} // namespace

http::Response queueStatusAnswer(const http::Request &request, const calls::QueueStatus &status)
{
    if (request.method != "GET" && request.method != "HEAD") {
        auto answer =
            problem(405, QCoreApplication::translate("Seats", "The queue's status can only be read."));
        answer.headers.append(http::Header("Allow", "GET, HEAD"));
        return answer;
    }
    if (!status.exists)
        return problem(503, QCoreApplication::translate(
                                "Seats", "The phone company has not said yet whether there is a queue. Ask "
                                         "again in a moment."));
    if (!*status.exists)
        return problem(404, QCoreApplication::translate(
                                "Seats", "There is no queue now. It comes back with the next caller."));
    return json(200, {{u"current_size"_s, status.size}, {u"average_wait_time"_s, status.averageWaitSeconds}});
}

} // namespace anteroom::seats
