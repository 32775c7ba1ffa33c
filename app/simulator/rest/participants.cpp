// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/conferences.h"
#include "simulator/rest/call_requests.h"
#include "simulator/rest/dates.h"
#include "simulator/rest/formats.h"
#include "simulator/rest/paging.h"
#include "simulator/world.h"

using namespace Qt::StringLiterals;

namespace anteroom::simulator::rest {

namespace {

QJsonObject toJson(const World &world, const Participant &participant)
{
    return {
        {u"account_sid"_s, world.account().sid},
        {u"conference_sid"_s, participant.conferenceSid},
        {u"call_sid"_s, participant.callSid},
        {u"label"_s, orNull(participant.label)},
        {u"status"_s, participant.status},
        {u"muted"_s, participant.muted},
        {u"hold"_s, participant.hold},
        {u"coaching"_s, participant.coaching},
        {u"call_sid_to_coach"_s, orNull(participant.callSidToCoach)},
        {u"start_conference_on_enter"_s, participant.startOnEnter},
        {u"end_conference_on_exit"_s, participant.endOnExit},
        {u"queue_time"_s, QJsonValue()},
        {u"date_created"_s, rfc2822(participant.created)},
        {u"date_updated"_s, rfc2822(participant.updated)},
        {u"uri"_s, accountUri(world, u"Conferences/%1/Participants/%2.json"_s.arg(participant.conferenceSid,
                                                                                  participant.callSid))},
    };
}

Answer answerWith(const World &world, const Result<Participant> &participant, int status = 200)
{
    if (!participant)
        return std::unexpected(participant.error());
    return json(toJson(world, *participant), status);
}

std::optional<WebAddress> address(Parameters &parameters, QByteArrayView url, QByteArrayView method,
                                  const QString &usualMethod)
{
    const std::optional<QString> given = parameters.url(url, 21205);
    const QByteArray chosen = parameters.method(method).value_or(usualMethod.toLatin1());
    if (!given)
        return std::nullopt;
    return WebAddress{*given, QString::fromLatin1(chosen)};
}

Answer listParticipants(Exchange &exchange)
{
    Parameters parameters(exchange.query);
    const std::optional<bool> muted = parameters.boolean("Muted");
    const std::optional<bool> hold = parameters.boolean("Hold");
    const std::optional<bool> coaching = parameters.boolean("Coaching");
    if (parameters.refusal())
        return std::unexpected(*parameters.refusal());
    Result<QList<Participant>> participants = exchange.world.conferences().participants(exchange.capture(0));
    if (!participants)
        return std::unexpected(participants.error());
    participants->removeIf([&](const Participant &participant) {
        return (muted && participant.muted != *muted) || (hold && participant.hold != *hold) ||
               (coaching && participant.coaching != *coaching);
    });
    return listAnswer(
        u"participants"_s, exchange.path, exchange.query, *participants,
        [](const Participant &participant) { return participant.callSid.toLatin1(); },
        [&](const Participant &participant) { return toJson(exchange.world, participant); });
}

Answer createParticipant(Exchange &exchange)
{
    Parameters parameters(exchange.form);
    CreateParticipant request;
    readLeg(parameters, request.call);
    request.call.machineDetection.async =
        true; // a participant is in the room while the machine is being told
    request.call.machineDetection.callback =
        address(parameters, "AmdStatusCallback", "AmdStatusCallbackMethod", u"POST"_s).value_or(WebAddress());
    request.call.record = parameters.boolean("Record").value_or(false);
    request.label = parameters.text("Label").value_or(QString());
    if (request.label.size() > 128)
        parameters.refuse(invalidParameter(u"Label may hold 128 characters"_s));
    request.earlyMedia = parameters.boolean("EarlyMedia").value_or(true);
    request.beep =
        parameters.oneOf("Beep", {u"true"_s, u"false"_s, u"onEnter"_s, u"onExit"_s}).value_or(u"true"_s);
    request.muted = parameters.boolean("Muted").value_or(false);
    request.startOnEnter = parameters.boolean("StartConferenceOnEnter").value_or(true);
    request.endOnExit = parameters.boolean("EndConferenceOnExit").value_or(false);
    request.coaching = parameters.boolean("Coaching").value_or(false);
    request.callSidToCoach = parameters.text("CallSidToCoach").value_or(QString());
    request.wait = address(parameters, "WaitUrl", "WaitMethod", u"POST"_s);
    request.maxParticipants = parameters.integer("MaxParticipants", 2, 250).value_or(250);
    request.record = parameters.text("ConferenceRecord").value_or(QString());
    request.conferenceStatusCallback =
        address(parameters, "ConferenceStatusCallback", "ConferenceStatusCallbackMethod", u"POST"_s)
            .value_or(WebAddress());
    request.conferenceStatusCallbackEvents = parameters.list("ConferenceStatusCallbackEvent");
    if (parameters.refusal())
        return std::unexpected(*parameters.refusal());
    return answerWith(exchange.world,
                      exchange.world.conferences().addParticipant(exchange.capture(0), request), 201);
}

Answer readParticipant(Exchange &exchange)
{
    return answerWith(exchange.world,
                      exchange.world.conferences().participant(exchange.capture(0), exchange.capture(1)));
}

Answer updateParticipant(Exchange &exchange)
{
    Parameters parameters(exchange.form);
    UpdateParticipant update;
    update.muted = parameters.boolean("Muted");
    update.hold = parameters.boolean("Hold");
    update.holdUrl =
        address(parameters, "HoldUrl", "HoldMethod", u"GET"_s); // GET, unlike everywhere else (facts 3.10)
    update.coaching = parameters.boolean("Coaching");
    update.callSidToCoach = parameters.text("CallSidToCoach");
    update.announce = address(parameters, "AnnounceUrl", "AnnounceMethod", u"POST"_s);
    update.wait = address(parameters, "WaitUrl", "WaitMethod", u"POST"_s);
    update.beepOnExit = parameters.boolean("BeepOnExit");
    update.endOnExit = parameters.boolean("EndConferenceOnExit");
    if (parameters.refusal())
        return std::unexpected(*parameters.refusal());
    return answerWith(exchange.world, exchange.world.conferences().updateParticipant(
                                          exchange.capture(0), exchange.capture(1), update));
}

Answer removeParticipant(Exchange &exchange)
{
    const Result<void> done =
        exchange.world.conferences().removeParticipant(exchange.capture(0), exchange.capture(1));
    if (!done)
        return std::unexpected(done.error());
    return noContent();
}

} // namespace

std::span<const Route> participantRoutes()
{
    static constexpr Route routes[] = {
        {"GET", "Conferences/{conference}/Participants", listParticipants},
        {"POST", "Conferences/{conference}/Participants", createParticipant},
        {"GET", "Conferences/{conference}/Participants/{participant}", readParticipant},
        {"POST", "Conferences/{conference}/Participants/{participant}", updateParticipant},
        {"DELETE", "Conferences/{conference}/Participants/{participant}", removeParticipant},
    };
    return routes;
}

} // namespace anteroom::simulator::rest
