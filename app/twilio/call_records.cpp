// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "twilio/call_records.h"

#include "twilio/dates.h"
#include "twilio/json_fields.h"
#include "twilio/paging.h"

#include <array>

namespace anteroom::twilio {

using namespace Qt::StringLiterals;
using calls::LegStatus;

namespace {

constexpr int mostCalls = 1'000;
constexpr std::array callEvents{"initiated", "ringing", "answered", "completed"};

QByteArray resourceOf(const QString &sid)
{
    return "Calls/" + http::percentEncode(sid.toUtf8()) + ".json";
}

} // namespace

LegStatus callFromJson(const QJsonObject &json)
{
    LegStatus call;
    call.sid = textField(json, "sid"_L1);
    call.from = textField(json, "from"_L1);
    call.to = textField(json, "to"_L1);
    call.status = textField(json, "status"_L1);
    call.callerName = textField(json, "caller_name"_L1);
    call.inbound = textField(json, "direction"_L1) == "inbound"_L1;
    call.started = dateField(json, "start_time"_L1);
    if (!call.started.isValid())
        call.started = dateField(json, "date_created"_L1);
    call.ended = dateField(json, "end_time"_L1);
    return call;
}

calls::CarrierTask<LegStatus> CallRecords::sendFor(RestRequest request)
{
    const auto answer = co_await m_client->send(request);
    if (!answer)
        co_return std::unexpected(answer.error());
    co_return callFromJson(answer->json);
}

calls::CarrierTask<LegStatus> CallRecords::create(CreateCall call)
{
    RestRequest request{
        .verb = Verb::Post, .path = m_client->accountPath("Calls.json"), .urgency = Urgency::Click};
    request.fields.add("To", call.to.toUtf8());
    request.fields.add("From", call.from.toUtf8());
    if (!call.url.isEmpty())
        request.fields.add("Url", call.url.toUtf8());
    else
        request.fields.add("Twiml", call.twiml.toUtf8());
    request.fields.add("Timeout", QByteArray::number(call.ringSeconds));
    if (!call.statusCallback.isEmpty()) {
        request.fields.add("StatusCallback", call.statusCallback.toUtf8());
        for (const char *event : callEvents)
            request.fields.add("StatusCallbackEvent", event);
    }
    co_return co_await sendFor(request);
}

calls::CarrierTask<LegStatus> CallRecords::updateDocument(QString sid, QString twiml)
{
    RestRequest request{
        .verb = Verb::Post, .path = m_client->accountPath(resourceOf(sid)), .urgency = Urgency::Click};
    request.fields.add("Twiml", twiml.toUtf8());
    co_return co_await sendFor(request);
}

calls::CarrierTask<LegStatus> CallRecords::complete(QString sid)
{
    // Not "canceled": that leaves a leg alone which rings inside a Dial, or was answered a moment ago.
    RestRequest request{
        .verb = Verb::Post, .path = m_client->accountPath(resourceOf(sid)), .urgency = Urgency::Click};
    request.fields.add("Status", "completed");
    co_return co_await sendFor(request);
}

calls::CarrierTask<LegStatus> CallRecords::read(QString sid)
{
    RestRequest request{.path = m_client->accountPath(resourceOf(sid))};
    co_return co_await sendFor(request);
}

calls::CarrierTask<QList<LegStatus>> CallRecords::list(QString to, QString from, QDateTime since)
{
    RestRequest request{.path = m_client->accountPath("Calls.json")};
    request.fields.add("To", to.toUtf8());
    if (!from.isEmpty())
        request.fields.add("From", from.toUtf8());
    // A call that has not begun yet has no start time and no filter finds it; so the day before is asked for,
    // and none is left out for lack of a time.
    request.fields.add("StartTime>", filterDate(since.addDays(-1)).toUtf8());
    const auto elements = co_await readAll(m_client, request, u"calls"_s, mostCalls);
    if (!elements)
        co_return std::unexpected(elements.error());
    QList<LegStatus> calls;
    for (const auto &element : *elements) {
        const LegStatus call = callFromJson(element.toObject());
        if (!call.started.isValid() || call.started >= since)
            calls.append(call);
    }
    co_return calls;
}

} // namespace anteroom::twilio
