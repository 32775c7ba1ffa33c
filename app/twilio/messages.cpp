// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "twilio/messages.h"

#include "twilio/dates.h"
#include "twilio/json_fields.h"
#include "twilio/paging.h"

#include <algorithm>
#include <array>

namespace anteroom::twilio {

using namespace Qt::StringLiterals;

namespace {

constexpr int mostTexts = 1'000;
// Facts 3.3 and 4: the line is not registered or cannot send, the phone is a landline, unreachable by text
// from here, or has asked for none.
constexpr std::array lasting{21408, 21606, 21608, 21610, 21612, 21614, 30005, 30006, 30032, 30034, 30035};

} // namespace

bool holdsForEveryText(int code)
{
    return std::ranges::binary_search(lasting, code);
}

calls::TextRecord textFromJson(const QJsonObject &json)
{
    calls::TextRecord text;
    text.sid = textField(json, "sid"_L1);
    text.from = textField(json, "from"_L1);
    text.to = textField(json, "to"_L1);
    text.body = textField(json, "body"_L1);
    text.at = dateField(json, "date_sent"_L1);
    if (!text.at.isValid())
        text.at = dateField(json, "date_created"_L1);
    const QString status = textField(json, "status"_L1);
    text.failed = status == "failed"_L1 || status == "undelivered"_L1;
    text.lasting = text.failed && holdsForEveryText(numberField(json, "error_code"_L1));
    return text;
}

calls::CarrierTask<QList<calls::TextRecord>> Messages::list(QString from, QString to, QDateTime since)
{
    RestRequest request{.path = m_client->accountPath("Messages.json")};
    if (!to.isEmpty())
        request.fields.add("To", to.toUtf8());
    if (!from.isEmpty())
        request.fields.add("From", from.toUtf8());
    // A text that has not gone out yet has no time of sending, and no filter by it finds it; so that one's
    // own texts are asked for by the day alone.
    if (from.isEmpty())
        request.fields.add("DateSent>", filterDate(since).toUtf8());
    const auto elements = co_await readAll(m_client, request, u"messages"_s, from.isEmpty() ? mostTexts : 50);
    if (!elements)
        co_return std::unexpected(elements.error());
    QList<calls::TextRecord> texts;
    for (const QJsonValue &element : *elements) {
        calls::TextRecord text = textFromJson(element.toObject());
        if (!text.at.isValid() || text.at >= since)
            texts.append(text);
    }
    co_return texts;
}

calls::CarrierTask<QString> Messages::create(QString to, QString from, QString body)
{
    RestRequest request{
        .verb = Verb::Post, .path = m_client->accountPath("Messages.json"), .urgency = Urgency::Click};
    request.fields.add("To", to.toUtf8());
    request.fields.add("From", from.toUtf8());
    request.fields.add("Body", body.toUtf8());
    const auto answer = co_await m_client->send(request);
    if (!answer)
        co_return std::unexpected(answer.error());
    co_return textField(answer->json, "sid"_L1);
}

} // namespace anteroom::twilio
