// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/rest/control.h"

#include "simulator/rest/control_routes.h"
#include "simulator/rest/routes.h"

#include <QJsonObject>

#include <array>

using namespace Qt::StringLiterals;

namespace anteroom::simulator::rest {

namespace {

http::Response problem(const ApiError &error)
{
    QJsonObject object{{u"error"_s, error.message}};
    if (error.code != 0)
        object.insert(u"code"_s, error.code);
    http::Response response = json(object, error.status);
    if (!error.allow.isEmpty())
        response.headers.append({"Allow"_ba, error.allow});
    return response;
}

} // namespace

ApiError complaintError(const QString &sentence)
{
    return {400, 0, sentence};
}

http::Response Control::answer(const http::Request &request)
{
    QByteArrayList segments = segmentsOf(request.path());
    segments.removeFirst(); // "simulator"
    const QByteArray method = request.method == "HEAD" ? "GET"_ba : request.method;
    QByteArrayList methods; ///< of the path
    for (const std::span<const ControlRoute> table : std::array{peopleRoutes(), settingsRoutes()}) {
        for (const ControlRoute &route : table) {
            const auto captures = match(route.pattern, segments);
            if (!captures)
                continue;
            if (method != route.method) {
                methods.append(route.method);
                continue;
            }
            ControlRequest asked{m_world, m_trouble, ControlFields(request.body),
                                 http::Form::decode(request.query()), QString::fromUtf8(captures->value(0))};
            const Answer result = route.handler(asked);
            return result ? *result : problem(result.error());
        }
    }
    if (!methods.isEmpty())
        return problem(
            {405, 0, u"%1 is not possible here."_s.arg(QString::fromUtf8(method)), methods.join(", ")});
    return problem(
        {404, 0, u"The simulator has no control request %1."_s.arg(QString::fromUtf8(request.path()))});
}

} // namespace anteroom::simulator::rest
