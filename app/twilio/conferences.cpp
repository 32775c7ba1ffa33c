// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "twilio/conferences.h"

#include "twilio/json_fields.h"
#include "twilio/paging.h"

namespace anteroom::twilio {

using namespace Qt::StringLiterals;

namespace {

constexpr int mostConferences = 100;
constexpr int mostParticipants = 250; // of one conference, by the phone company's own limit

} // namespace

calls::CarrierTask<QStringList> Conferences::running(QString name)
{
    // "init" has participants too: it is a studio in which nobody has started the conference yet. No filter
    // takes two statuses, so the finished ones are left out here.
    RestRequest request{.path = m_client->accountPath("Conferences.json")};
    request.fields.add("FriendlyName", name.toUtf8());
    const auto elements = co_await readAll(m_client, request, u"conferences"_s, mostConferences);
    if (!elements)
        co_return std::unexpected(elements.error());
    QStringList sids;
    for (const auto &element : *elements) {
        const QJsonObject json = element.toObject();
        if (textField(json, "friendly_name"_L1) == name && textField(json, "status"_L1) != "completed"_L1)
            sids.append(textField(json, "sid"_L1));
    }
    co_return sids;
}

calls::CarrierTask<QList<Participant>> Conferences::participants(QString conferenceSid)
{
    const QByteArray resource =
        "Conferences/" + http::percentEncode(conferenceSid.toUtf8()) + "/Participants.json";
    RestRequest request{.path = m_client->accountPath(resource)};
    const auto elements = co_await readAll(m_client, request, u"participants"_s, mostParticipants);
    if (!elements)
        co_return std::unexpected(elements.error());
    QList<Participant> participants;
    for (const auto &element : *elements) {
        const QJsonObject json = element.toObject();
        Participant participant;
        participant.callSid = textField(json, "call_sid"_L1);
        participant.status = textField(json, "status"_L1);
        participant.muted = flagField(json, "muted"_L1);
        participant.held = flagField(json, "hold"_L1);
        participants.append(participant);
    }
    co_return participants;
}

} // namespace anteroom::twilio
