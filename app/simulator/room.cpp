// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/room.h"

#include "simulator/recordings.h"
#include "simulator/verbs/activity.h"
#include "simulator/world.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace anteroom::simulator {

namespace {

QString text(LeftReason reason)
{
    switch (reason) {
    case LeftReason::HungUp:
        return u"participant_hung_up"_s;
    case LeftReason::UpdatedViaApi:
    case LeftReason::Kicked:
        return u"participant_updated_via_api"_s;
    case LeftReason::ModeratorEnded:
        return u"moderator_ended_conference"_s;
    case LeftReason::EndedViaApi:
        return u"conference_ended_via_api"_s;
    case LeftReason::AddFailed:
        return u"participant_add_failed"_s;
    }
    return {};
}

constexpr int unknownCoach = 13240;
constexpr int labelTaken = 16025;
constexpr int roomFull = 16020;

} // namespace

Room::Room(World &world, Conference conference) : m_world(world), m_conference(std::move(conference))
{
}
Room::~Room() = default;

QList<Participant> Room::participants() const
{
    QList<Participant> result;
    for (const SeatPtr &seat : m_seats)
        result.prepend(seat->participant);
    return result;
}

Room::SeatPtr Room::seatOf(const QString &callSidOrLabel) const
{
    for (const SeatPtr &seat : m_seats) {
        const Participant &who = seat->participant;
        if (who.callSid == callSidOrLabel || (!who.label.isEmpty() && who.label == callSidOrLabel))
            return seat;
    }
    return nullptr;
}

std::optional<Participant> Room::find(const QString &callSidOrLabel) const
{
    const SeatPtr seat = seatOf(callSidOrLabel);
    return seat ? std::optional(seat->participant) : std::nullopt;
}

Result<void> Room::add(Leg &leg, const JoinOptions &options, Left left, bool present)
{
    if (!options.coach.isEmpty() && !seatOf(options.coach))
        return std::unexpected(
            ApiError{400, unknownCoach, u"There is no participant %1 to coach"_s.arg(options.coach)});
    if (!options.label.isEmpty() && seatOf(options.label))
        return std::unexpected(
            ApiError{400, labelTaken, u"The participant label %1 is taken"_s.arg(options.label)});
    if (m_seats.size() >= options.maxParticipants)
        return std::unexpected(ApiError{400, roomFull, u"The conference is full"_s});
    if (m_seats.isEmpty()) {
        m_statusCallback = options.statusCallback;
        m_statusEvents = options.statusEvents;
    }
    if (options.record && !m_record) {
        m_record = true;
        m_recordingCallback = options.recordingCallback;
        m_recordingEvents = options.recordingEvents;
    }
    const auto seat = std::make_shared<Seat>();
    const QDateTime now = m_world.clock().now();
    seat->participant = {.callSid = leg.sid(),
                         .conferenceSid = m_conference.sid,
                         .label = options.label,
                         .status = u"queued"_s,
                         .muted = options.muted,
                         .coaching = !options.coach.isEmpty(),
                         .callSidToCoach = options.coach,
                         .startOnEnter = options.startOnEnter,
                         .endOnExit = options.endOnExit,
                         .created = now,
                         .updated = now};
    seat->options = options;
    seat->leg = &leg;
    seat->left = std::move(left);
    m_seats.append(seat);
    connect(&leg, &Leg::departing, this, [this, sid = leg.sid()](Leaving why) {
        remove(sid, why == Leaving::Redirected ? LeftReason::UpdatedViaApi : LeftReason::HungUp);
    });
    if (present) {
        arrive(leg.sid());
    } else {
        connect(&leg, &Leg::changed, this, [seat](const QString &) {
            if (seat->leg && !seat->present)
                seat->participant.status = simulator::text(seat->leg->call().status);
        });
    }
    return {};
}

void Room::arrive(const QString &callSid)
{
    const SeatPtr seat = seatOf(callSid);
    if (!seat || !seat->leg)
        return;
    seat->present = true;
    seat->participant.status = u"connected"_s;
    seat->leg->setWhere(
        {.place = u"conference"_s, .sid = m_conference.sid, .name = m_conference.friendlyName});
    event(u"participant-join"_s, seat.get());
    if (m_conference.status == "init"_L1)
        startIfDue();
    if (m_conference.status == "init"_L1)
        playWaiting(seat);
}

void Room::startIfDue()
{
    const auto present = [](const SeatPtr &seat) { return seat->present; };
    const auto starts = [](const SeatPtr &seat) { return seat->present && seat->participant.startOnEnter; };
    if (std::ranges::count_if(m_seats, present) < 2 || !std::ranges::any_of(m_seats, starts))
        return;
    m_conference.status = u"in-progress"_s;
    m_conference.updated = m_began = m_world.clock().now();
    for (const SeatPtr &seat : std::as_const(m_seats)) {
        if (!seat->participant.hold)
            silence(seat);
    }
    event(u"conference-start"_s, nullptr);
    if (m_record) {
        RecordingRequest request;
        request.conferenceSid = m_conference.sid;
        request.callSid = m_seats.constFirst()->participant.callSid;
        request.source = u"Conference"_s;
        request.statusCallback = m_recordingCallback;
        if (!m_recordingEvents.isEmpty())
            request.statusEvents = m_recordingEvents;
        m_recording = m_world.recordings().begin(request);
    }
}

void Room::playWaiting(const SeatPtr &seat)
{
    const auto wait = seat->options.wait.value_or(
        WebAddress{u"http://twimlets.com/holdmusic?Bucket=com.twilio.music.classical"_s, u"GET"_s});
    if (!wait.url.isEmpty())
        play(seat, wait, u"conference-wait"_s);
}

void Room::play(const SeatPtr &seat, const WebAddress &url, const QString &kind)
{
    silence(seat);
    if (!seat->leg)
        return;
    const QString callSid = seat->participant.callSid;
    seat->sound = std::make_shared<Run>(*seat->leg, twiml::Place::ConferenceWait,
                                        [this, callSid](Run::End end) { soundEnded(callSid, end); });
    http::Form form;
    form.add("ConferenceSid"_ba, m_conference.sid.toUtf8());
    form.add("FriendlyName"_ba, m_conference.friendlyName.toUtf8());
    seat->sound->setParameters([form] { return form; });
    seat->sound->fetch(url, kind);
}

void Room::silence(const SeatPtr &seat)
{
    const auto sound = std::exchange(seat->sound, nullptr);
    if (!sound)
        return;
    sound->cancel();
    if (sound->activity())
        sound->activity()->leave(Leaving::Program);
    m_world.bury(sound);
}

void Room::soundEnded(const QString &callSid, Run::End end)
{
    const SeatPtr seat = seatOf(callSid);
    if (!seat)
        return;
    silence(seat); // out of verbs is silence: this document does not loop by itself
    if (end == Run::End::Failed)
        remove(callSid, LeftReason::Kicked);
}

void Room::remove(const QString &callSid, LeftReason reason)
{
    const SeatPtr seat = seatOf(callSid);
    if (!seat)
        return;
    m_seats.removeAll(seat);
    silence(seat);
    if (seat->leg)
        disconnect(seat->leg, nullptr, this, nullptr);
    http::Form extra;
    extra.add("ReasonParticipantLeft"_ba, text(seat->present ? reason : LeftReason::AddFailed).toUtf8());
    event(u"participant-leave"_s, seat.get(), extra);
    const bool byItself = reason == LeftReason::HungUp || reason == LeftReason::UpdatedViaApi;
    if (!byItself && seat->left)
        seat->left(reason);
    if (isOver())
        return;
    if (seat->present && seat->participant.endOnExit)
        end(LeftReason::ModeratorEnded, callSid);
    else if (m_seats.isEmpty())
        over(u"last-participant-left"_s, callSid);
}

void Room::end(LeftReason reason, const QString &by)
{
    if (isOver())
        return;
    over(reason == LeftReason::EndedViaApi ? u"conference-ended-via-api"_s
                                           : u"participant-with-end-conference-on-exit-left"_s,
         by);
    const QList<SeatPtr> seats = m_seats;
    for (const SeatPtr &seat : seats)
        remove(seat->participant.callSid, reason);
}

void Room::over(const QString &reason, const QString &by)
{
    m_conference.status = u"completed"_s;
    m_conference.reasonEnded = reason;
    m_conference.callSidEnding = by;
    m_conference.updated = m_world.clock().now();
    if (!m_recording.isEmpty()) {
        const qint64 length = m_began.msecsTo(m_world.clock().now());
        m_world.recordings().finish(m_recording, int((length + 999) / 1000), {{0, length}});
    }
    http::Form extra;
    extra.add("CallSidEndingConference"_ba, by.toUtf8());
    extra.add("ReasonConferenceEnded"_ba, reason.toUtf8());
    event(u"conference-end"_s, nullptr, extra);
}

} // namespace anteroom::simulator
