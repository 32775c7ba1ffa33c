// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "twilio/queues.h"

#include "twilio/json_fields.h"
#include "twilio/paging.h"

namespace anteroom::twilio {

using namespace Qt::StringLiterals;

namespace {

constexpr int mostQueues = 10'000;
constexpr int mostMembers = 5'000; // no queue holds more

} // namespace

Queue queueFromJson(const QJsonObject &json)
{
    return {textField(json, "sid"_L1), textField(json, "friendly_name"_L1),
            numberField(json, "current_size"_L1), numberField(json, "max_size"_L1),
            numberField(json, "average_wait_time"_L1)};
}

calls::CarrierTask<QList<Queue>> Queues::list()
{
    RestRequest request{.path = m_client->accountPath("Queues.json")};
    const auto elements = co_await readAll(m_client, request, u"queues"_s, mostQueues);
    if (!elements)
        co_return std::unexpected(elements.error());
    QList<Queue> queues;
    for (const auto &element : *elements)
        queues.append(queueFromJson(element.toObject()));
    co_return queues;
}

calls::CarrierTask<Queue> Queues::read(QString sid)
{
    RestRequest request{.path =
                            m_client->accountPath("Queues/" + http::percentEncode(sid.toUtf8()) + ".json")};
    const auto answer = co_await m_client->send(request);
    if (!answer)
        co_return std::unexpected(answer.error());
    co_return queueFromJson(answer->json);
}

calls::CarrierTask<Queue> Queues::limit(QString sid, int maximumSize)
{
    RestRequest request{.verb = Verb::Post,
                        .path =
                            m_client->accountPath("Queues/" + http::percentEncode(sid.toUtf8()) + ".json")};
    request.fields.add("MaxSize", QByteArray::number(maximumSize));
    const auto answer = co_await m_client->send(request);
    if (!answer)
        co_return std::unexpected(answer.error());
    co_return queueFromJson(answer->json);
}

calls::CarrierTask<void> Queues::remove(QString sid)
{
    RestRequest request{.verb = Verb::Delete,
                        .path =
                            m_client->accountPath("Queues/" + http::percentEncode(sid.toUtf8()) + ".json")};
    const auto answer = co_await m_client->send(request);
    if (!answer)
        co_return std::unexpected(answer.error());
    co_return calls::CarrierResult<void>();
}

calls::CarrierTask<QueueMembers> Queues::members(QString sid)
{
    // One page holds all that most shows ever have, and its Date is the time of what it says.
    RestRequest request{
        .path = m_client->accountPath("Queues/" + http::percentEncode(sid.toUtf8()) + "/Members.json")};
    request.fields.add("PageSize", "1000");
    QueueMembers result;
    std::optional<RestRequest> next = request;
    while (next && result.members.size() < mostMembers) {
        const auto page = co_await m_client->send(*next);
        if (!page)
            co_return std::unexpected(page.error());
        if (!result.at.isValid())
            result.at = page->date;
        const QJsonArray part = page->json.value("queue_members"_L1).toArray();
        for (const auto &element : part) {
            const QJsonObject json = element.toObject();
            if (const QString callSid = textField(json, "call_sid"_L1); !callSid.isEmpty())
                result.members.append(
                    {callSid, dateField(json, "date_enqueued"_L1), numberField(json, "wait_time"_L1)});
        }
        next = part.isEmpty() ? std::nullopt : nextPage(*next, page->json, m_client->originOf(next->product));
    }
    co_return result;
}

} // namespace anteroom::twilio
