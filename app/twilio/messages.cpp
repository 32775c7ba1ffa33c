// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "twilio/messages.h"

#include "twilio/json_fields.h"

namespace anteroom::twilio {

using namespace Qt::StringLiterals;

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
