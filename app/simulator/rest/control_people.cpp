// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/calls.h"
#include "simulator/messages.h"
#include "simulator/phones.h"
#include "simulator/rest/control_routes.h"
#include "simulator/rest/formats.h"
#include "simulator/world.h"

#include <QJsonArray>
#include <QRegularExpression>

#include <chrono>

using namespace Qt::StringLiterals;

namespace anteroom::simulator::rest {

namespace {

constexpr int longest = 24 * 3600; ///< seconds; nobody on a telephone does anything for longer

/// Done, or why not.
Answer plain(const Result<void> &done)
{
    if (!done)
        return std::unexpected(done.error());
    return json({});
}

std::chrono::milliseconds inMilliseconds(double seconds)
{
    return std::chrono::milliseconds{qRound64(seconds * 1000)};
}

QString pressedKeys(ControlFields &fields, const QString &name, const QString &keys)
{
    static const QRegularExpression allowed(u"^[0-9*#wW]*$"_s);
    if (!allowed.match(keys).hasMatch())
        fields.complain(
            u"The field \"%1\" may hold the keys 0-9, * and #, and w for half a second."_s.arg(name));
    return keys;
}

Answer dial(ControlRequest &request)
{
    ControlFields &fields = request.fields;
    IncomingCall call;
    call.from = fields.text(u"from"_s);
    call.to = fields.text(u"to"_s);
    call.callerName = fields.maybeText(u"caller_name"_s).value_or(QString());
    call.region.city = fields.maybeText(u"city"_s).value_or(QString());
    call.region.state = fields.maybeText(u"state"_s).value_or(QString());
    call.region.zip = fields.maybeText(u"zip"_s).value_or(QString());
    call.region.country = fields.maybeText(u"country"_s).value_or(QString());
    call.stirVerstat = fields.maybeText(u"stir_verstat"_s).value_or(QString());
    call.forwardedFrom = fields.maybeText(u"forwarded_from"_s).value_or(QString());
    call.patienceSeconds = fields.maybeInteger(u"patience_seconds"_s, 0, longest);
    call.speaksSeconds = fields.maybeInteger(u"speaks_seconds"_s, 0, longest).value_or(0);
    call.presses = pressedKeys(fields, u"presses"_s, fields.maybeText(u"presses"_s).value_or(QString()));
    if (const auto complaint = fields.complaint())
        return std::unexpected(complaintError(*complaint));
    const Result<Call> dialled = request.world.calls().dial(call);
    if (!dialled)
        return std::unexpected(dialled.error());
    return json({{u"call_sid"_s, dialled->sid}}, 201);
}

Answer press(ControlRequest &request)
{
    const QString digits = pressedKeys(request.fields, u"digits"_s, request.fields.text(u"digits"_s));
    if (const auto complaint = request.fields.complaint())
        return std::unexpected(complaintError(*complaint));
    return plain(request.world.calls().press(request.name, digits));
}

Answer hangUp(ControlRequest &request)
{
    if (const auto complaint = request.fields.complaint())
        return std::unexpected(complaintError(*complaint));
    return plain(request.world.calls().hangUp(request.name));
}

Answer speak(ControlRequest &request)
{
    const double seconds = request.fields.number(u"seconds"_s, 0, longest);
    if (const auto complaint = request.fields.complaint())
        return std::unexpected(complaintError(*complaint));
    return plain(request.world.calls().speak(request.name, inMilliseconds(seconds)));
}

Answer look(ControlRequest &request)
{
    const Result<Call> call = request.world.calls().get(request.name);
    if (!call)
        return std::unexpected(call.error());
    QJsonArray verbs;
    for (const ExecutedVerb &verb : request.world.calls().executed(request.name)) {
        verbs.append(QJsonObject{{u"verb"_s, verb.verb},
                                 {u"text"_s, verb.text},
                                 {u"document"_s, verb.document},
                                 {u"at"_s, verb.at.toString(Qt::ISODateWithMs)}});
    }
    const Whereabouts where = request.world.calls().whereabouts(request.name);
    return json({
        {u"call_sid"_s, call->sid},
        {u"parent_call_sid"_s, orNull(call->parentSid)},
        {u"from"_s, call->from},
        {u"to"_s, call->to},
        {u"status"_s, text(call->status)},
        {u"direction"_s, text(call->direction)},
        {u"where"_s, QJsonObject{{u"place"_s, where.place},
                                 {u"sid"_s, orNull(where.sid)},
                                 {u"name"_s, orNull(where.name)},
                                 {u"with"_s, orNull(where.with)}}},
        {u"verbs"_s, verbs},
    });
}

Answer setPhone(ControlRequest &request)
{
    ControlFields &fields = request.fields;
    PhoneBehaviour behaviour;
    const std::optional<PhoneBehaviour::Kind> kind = phoneKindFrom(fields.text(u"behaviour"_s));
    if (!kind)
        fields.complain(
            u"The field \"behaviour\" must be one of answer, busy, no-answer, failed, voicemail."_s);
    behaviour.kind = kind.value_or(PhoneBehaviour::Kind::Answer);
    behaviour.afterSeconds =
        fields.maybeNumber(u"after_seconds"_s, 0, longest).value_or(behaviour.afterSeconds);
    behaviour.press = pressedKeys(fields, u"press"_s, fields.maybeText(u"press"_s).value_or(QString()));
    behaviour.hangUpAfterSeconds = fields.maybeNumber(u"hang_up_after_seconds"_s, 0, longest);
    if (const auto complaint = fields.complaint())
        return std::unexpected(complaintError(*complaint));
    request.world.phones().set(request.name, behaviour);
    return json({{u"number"_s, request.name}, {u"behaviour"_s, text(behaviour.kind)}});
}

Answer textIn(ControlRequest &request)
{
    const QString from = request.fields.text(u"from"_s);
    const QString to = request.fields.text(u"to"_s);
    const QString body = request.fields.maybeText(u"body"_s).value_or(QString());
    if (const auto complaint = request.fields.complaint())
        return std::unexpected(complaintError(*complaint));
    const Result<Message> message = request.world.messages().receive(from, to, body);
    if (!message)
        return std::unexpected(message.error());
    return json({{u"message_sid"_s, message->sid}}, 201);
}

Answer textsOut(ControlRequest &request)
{
    QJsonArray messages;
    for (const Message &message : request.world.messages().list()) {
        if (message.direction == "inbound"_L1)
            continue;
        messages.prepend(QJsonObject{{u"message_sid"_s, message.sid},
                                     {u"from"_s, message.from},
                                     {u"to"_s, message.to},
                                     {u"body"_s, message.body},
                                     {u"status"_s, message.status},
                                     {u"direction"_s, message.direction},
                                     {u"error_code"_s, message.errorCode}});
    }
    return json({{u"messages"_s, messages}});
}

} // namespace

std::span<const ControlRoute> peopleRoutes()
{
    static constexpr ControlRoute routes[] = {
        {"POST", "calls", dial},
        {"GET", "calls/{sid}", look},
        {"POST", "calls/{sid}/digits", press},
        {"POST", "calls/{sid}/hangup", hangUp},
        {"POST", "calls/{sid}/speak", speak},
        {"PUT", "phones/{number}", setPhone},
        {"POST", "messages", textIn},
        {"GET", "messages", textsOut},
    };
    return routes;
}

} // namespace anteroom::simulator::rest
