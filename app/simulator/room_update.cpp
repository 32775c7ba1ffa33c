// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/room.h"

#include "simulator/webhooks.h"
#include "simulator/world.h"

#include <QLocale>

using namespace Qt::StringLiterals;

namespace anteroom::simulator {

namespace {

/// The word in statusCallbackEvent that stands for an event (facts 2.3).
QString groupOf(const QString &event)
{
    if (event == "conference-start"_L1)
        return u"start"_s;
    if (event == "conference-end"_L1)
        return u"end"_s;
    if (event.endsWith("mute"_L1))
        return u"mute"_s;
    if (event.endsWith("hold"_L1))
        return u"hold"_s;
    if (event.startsWith("announcement"_L1))
        return u"announcement"_s;
    return event.section(u'-', 1);
}

QByteArray flag(bool value)
{
    return value ? "true"_ba : "false"_ba;
}

} // namespace

void Room::event(const QString &name, const Seat *seat, const http::Form &extra)
{
    if (m_statusCallback.url.isEmpty() || !m_statusEvents.contains(groupOf(name)))
        return;
    http::Form form;
    form.add("AccountSid"_ba, m_world.account().sid.toUtf8());
    form.add("ConferenceSid"_ba, m_conference.sid.toUtf8());
    form.add("FriendlyName"_ba, m_conference.friendlyName.toUtf8());
    form.add("StatusCallbackEvent"_ba, name.toUtf8());
    form.add("SequenceNumber"_ba, QByteArray::number(++m_sequence));
    const QDateTime now = m_world.clock().now();
    form.add("Timestamp"_ba, QLocale::c().toString(now, u"ddd, dd MMM yyyy HH:mm:ss '+0000'"_s).toUtf8());
    QString callSid;
    if (seat) {
        const Participant &who = seat->participant;
        callSid = who.callSid;
        form.add("CallSid"_ba, who.callSid.toUtf8());
        if (!who.label.isEmpty())
            form.add("ParticipantLabel"_ba, who.label.toUtf8());
        form.add("Muted"_ba, flag(who.muted));
        form.add("Hold"_ba, flag(who.hold));
        form.add("Coaching"_ba, flag(who.coaching));
        form.add("StartConferenceOnEnter"_ba, flag(who.startOnEnter));
        form.add("EndConferenceOnExit"_ba, flag(who.endOnExit));
        if (seat->leg && name == "participant-leave"_L1)
            form.add("ParticipantCallStatus"_ba, simulator::text(seat->leg->call().status).toUtf8());
    }
    for (const auto &[field, value] : extra.fields())
        form.add(field, value);
    m_world.webhooks().notify(
        {.kind = u"conference"_s, .callSid = callSid, .address = m_statusCallback, .parameters = form});
}

Result<Participant> Room::update(const QString &callSidOrLabel, const UpdateParticipant &request)
{
    const SeatPtr seat = seatOf(callSidOrLabel);
    if (!seat)
        return std::unexpected(
            notFound(u"Conferences/%1/Participants/%2"_s.arg(m_conference.sid, callSidOrLabel)));
    Participant &who = seat->participant;
    if (request.callSidToCoach && !request.callSidToCoach->isEmpty() && !seatOf(*request.callSidToCoach))
        return std::unexpected(
            ApiError{400, 13240, u"There is no participant %1 to coach"_s.arg(*request.callSidToCoach)});
    who.updated = m_world.clock().now();
    if (request.muted && *request.muted != who.muted) {
        who.muted = *request.muted;
        event(who.muted ? u"participant-mute"_s : u"participant-unmute"_s, seat.get());
    }
    if (request.coaching)
        who.coaching = *request.coaching;
    if (request.callSidToCoach)
        who.callSidToCoach = *request.callSidToCoach;
    if (request.endOnExit)
        who.endOnExit = *request.endOnExit;
    if (request.wait)
        seat->options.wait = *request.wait;
    if (request.hold && *request.hold != who.hold) {
        who.hold = *request.hold;
        event(who.hold ? u"participant-hold"_s : u"participant-unhold"_s, seat.get());
        if (who.hold)
            play(seat,
                 request.holdUrl.value_or(WebAddress{
                     u"http://twimlets.com/holdmusic?Bucket=com.twilio.music.classical"_s, u"GET"_s}),
                 u"conference-wait"_s);
        else if (m_conference.status == "init"_L1)
            playWaiting(seat);
        else
            silence(seat);
    }
    if (request.announce)
        play(seat, *request.announce, u"conference-wait"_s);
    return who;
}

void Room::announce(const WebAddress &url)
{
    if (!m_seats.isEmpty())
        play(m_seats.constFirst(), url, u"conference-wait"_s);
}

} // namespace anteroom::simulator
