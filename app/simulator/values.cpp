// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/call.h"

using namespace Qt::StringLiterals;

namespace anteroom::simulator {

ApiError notFound(const QString &what)
{
    return {404, 20404, u"The requested resource %1 was not found"_s.arg(what)};
}

namespace {

struct StatusName
{
    CallStatus status;
    QStringView text;
};
constexpr StatusName statusNames[] = {
    {CallStatus::Queued, u"queued"},
    {CallStatus::Ringing, u"ringing"},
    {CallStatus::InProgress, u"in-progress"},
    {CallStatus::Completed, u"completed"},
    {CallStatus::Busy, u"busy"},
    {CallStatus::Failed, u"failed"},
    {CallStatus::NoAnswer, u"no-answer"},
    {CallStatus::Canceled, u"canceled"},
};

} // namespace

QString text(CallStatus status)
{
    for (const StatusName &each : statusNames) {
        if (each.status == status)
            return each.text.toString();
    }
    return {};
}

QString text(Direction direction)
{
    switch (direction) {
    case Direction::Inbound:
        return u"inbound"_s;
    case Direction::OutboundApi:
        return u"outbound-api"_s;
    case Direction::OutboundDial:
        return u"outbound-dial"_s;
    }
    return {};
}

std::optional<CallStatus> callStatusFrom(QStringView name)
{
    for (const StatusName &each : statusNames) {
        if (each.text == name)
            return each.status;
    }
    return std::nullopt;
}

bool Call::isOver() const
{
    return status != CallStatus::Queued && status != CallStatus::Ringing && status != CallStatus::InProgress;
}

std::optional<int> Call::durationSeconds() const
{
    if (!ended.isValid())
        return std::nullopt;
    return answered.isValid() ? int((answered.msecsTo(ended) + 999) / 1000) : 0;
}

} // namespace anteroom::simulator
