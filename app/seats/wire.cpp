// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "seats/wire.h"

namespace anteroom::seats {

using namespace Qt::StringLiterals;

namespace {

QJsonValue textOrNull(const QString &text)
{
    return text.isEmpty() ? QJsonValue() : QJsonValue(text);
}

QJsonValue instantOrNull(const QDateTime &instant)
{
    return instant.isValid() ? QJsonValue(instant.toUTC().toString(Qt::ISODateWithMs)) : QJsonValue();
}

} // namespace

QJsonObject toWire(const calls::Call &call, std::optional<int> position)
{
    return {
        {u"call_sid"_s, call.sid},
        {u"state"_s, calls::toWord(call.state)},
        {u"position"_s, position ? QJsonValue(*position) : QJsonValue()},
        {u"name"_s, textOrNull(call.caller.name)},
        {u"number"_s, textOrNull(call.caller.number)},
        {u"city"_s, textOrNull(call.caller.city)},
        {u"region"_s, textOrNull(call.caller.region)},
        {u"country"_s, textOrNull(call.caller.country)},
        {u"arrival"_s, instantOrNull(call.arrival)},
        {u"screening"_s, calls::toWord(call.screening)},
        {u"screening_by"_s, textOrNull(call.screeningBy)},
        {u"topic"_s, textOrNull(call.topic)},
        {u"notes"_s, textOrNull(call.notes)},
        {u"seat"_s, textOrNull(call.seat)},
        {u"queue"_s, textOrNull(call.queue)},
        {u"call_back"_s, call.callBackWanted},
        {u"outcome"_s, textOrNull(calls::toWord(call.outcome))},
        {u"remark"_s, textOrNull(call.remark)},
    };
}

QJsonObject toWire(const calls::LineStatus &line)
{
    return {{u"open"_s, line.open},
            {u"number"_s, textOrNull(line.number)},
            {u"show"_s, textOrNull(line.showName)}};
}

QJsonObject toWire(const calls::CloseOutStatus &status)
{
    using Phase = calls::CloseOutStatus::Phase;
    const bool running = status.phase == Phase::Running || status.phase == Phase::Stopping;
    return {{u"done"_s, status.done},
            {u"failed"_s, status.failed},
            {u"total"_s, status.total},
            {u"running"_s, running}};
}

} // namespace anteroom::seats
