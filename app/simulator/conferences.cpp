// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/conferences.h"

#include "simulator/calls.h"
#include "simulator/sids.h"
#include "simulator/world.h"

using namespace Qt::StringLiterals;

namespace anteroom::simulator {

Conferences::Conferences(World &world) : m_world(world)
{
}
Conferences::~Conferences() = default;

Room *Conferences::roomOf(const QString &sid) const
{
    for (const auto &each : m_rooms) {
        if (each->conference().sid == sid)
            return each.get();
    }
    return nullptr;
}

Room *Conferences::livingRoom(const QString &sidOrName) const
{
    for (const auto &each : m_rooms) {
        const Conference &conference = each->conference();
        if (!each->isOver() && (conference.sid == sidOrName || conference.friendlyName == sidOrName))
            return each.get();
    }
    return nullptr;
}

Room &Conferences::roomNamed(const QString &name)
{
    if (Room *room = livingRoom(name))
        return *room;
    Conference conference;
    conference.sid = m_world.sids().make(u"CF");
    conference.friendlyName = name;
    conference.created = conference.updated = m_world.clock().now();
    m_rooms.append(std::make_shared<Room>(m_world, conference));
    return *m_rooms.constLast();
}

Result<Conference> Conferences::get(const QString &sid) const
{
    const Room *room = roomOf(sid);
    if (!room)
        return std::unexpected(notFound(u"Conferences/"_s + sid));
    return room->conference();
}

QList<Conference> Conferences::list() const
{
    QList<Conference> result;
    for (auto each = m_rooms.crbegin(); each != m_rooms.crend(); ++each)
        result.append((*each)->conference());
    return result;
}

Result<Conference> Conferences::end(const QString &sid)
{
    Room *room = roomOf(sid);
    if (!room)
        return std::unexpected(notFound(u"Conferences/"_s + sid));
    room->end(LeftReason::EndedViaApi, {});
    return room->conference();
}

Result<Conference> Conferences::announce(const QString &sid, const WebAddress &url)
{
    Room *room = roomOf(sid);
    if (!room || room->isOver())
        return std::unexpected(notFound(u"Conferences/"_s + sid));
    if (auto ok = Calls::checkUrl(url.url); !ok)
        return std::unexpected(ok.error());
    room->announce(url);
    return room->conference();
}

Result<QList<Participant>> Conferences::participants(const QString &conference) const
{
    if (const Room *room = livingRoom(conference))
        return room->participants();
    if (roomOf(conference))
        return QList<Participant>(); // a finished one lists none
    return std::unexpected(notFound(u"Conferences/%1/Participants"_s.arg(conference)));
}

Result<Participant> Conferences::participant(const QString &conference, const QString &callSidOrLabel) const
{
    const Room *room = livingRoom(conference);
    const auto found = room ? room->find(callSidOrLabel) : std::nullopt;
    if (!found)
        return std::unexpected(notFound(u"Conferences/%1/Participants/%2"_s.arg(conference, callSidOrLabel)));
    return *found;
}

Result<Participant> Conferences::addParticipant(const QString &conference, const CreateParticipant &request)
{
    Room *known = livingRoom(conference);
    if (!known && conference.startsWith("CF"_L1) && conference.size() == 34)
        return std::unexpected(notFound(u"Conferences/%1/Participants"_s.arg(conference)));
    JoinOptions options;
    options.label = request.label;
    options.muted = request.muted;
    options.startOnEnter = request.startOnEnter;
    options.endOnExit = request.endOnExit;
    options.beep = request.beep;
    if (request.coaching)
        options.coach = request.callSidToCoach;
    options.wait = request.wait;
    options.maxParticipants = request.maxParticipants;
    options.record = request.record == "record-from-start"_L1;
    options.statusCallback = request.conferenceStatusCallback;
    options.statusEvents = request.conferenceStatusCallbackEvents;
    const auto leg = m_world.calls().createLeg(request.call, [this](Leg &answered) {
        for (const auto &room : std::as_const(m_rooms)) {
            if (!room->isOver() && room->find(answered.sid()))
                room->arrive(answered.sid());
        }
    });
    if (!leg)
        return std::unexpected(leg.error());
    Room &room = roomNamed(conference);
    Leg *const who = *leg;
    const auto left = [who](LeftReason) { who->hangUp(CallStatus::Completed, Leaving::Api); };
    if (auto added = room.add(*who, options, left, false); !added) {
        who->hangUp(CallStatus::Canceled, Leaving::Api);
        return std::unexpected(added.error());
    }
    return *room.find(who->sid());
}

Result<Participant> Conferences::updateParticipant(const QString &conference, const QString &callSidOrLabel,
                                                   const UpdateParticipant &request)
{
    Room *room = livingRoom(conference);
    if (!room)
        return std::unexpected(notFound(u"Conferences/%1/Participants/%2"_s.arg(conference, callSidOrLabel)));
    for (const auto *url : {&request.holdUrl, &request.announce}) {
        if (*url) {
            if (auto ok = Calls::checkUrl((*url)->url); !ok)
                return std::unexpected(ok.error());
        }
    }
    return room->update(callSidOrLabel, request);
}

Result<void> Conferences::removeParticipant(const QString &conference, const QString &callSidOrLabel)
{
    Room *room = livingRoom(conference);
    const auto found = room ? room->find(callSidOrLabel) : std::nullopt;
    if (!found)
        return std::unexpected(notFound(u"Conferences/%1/Participants/%2"_s.arg(conference, callSidOrLabel)));
    room->remove(found->callSid, LeftReason::Kicked);
    return {};
}

Result<QString> Conferences::join(Leg &leg, const QString &name, const JoinOptions &options, Room::Left left)
{
    Room &room = roomNamed(name);
    if (auto added = room.add(leg, options, std::move(left), true); !added)
        return std::unexpected(added.error());
    return room.conference().sid;
}

void Conferences::leave(const QString &sid, const QString &callSid, LeftReason reason)
{
    if (Room *room = roomOf(sid))
        room->remove(callSid, reason);
}

} // namespace anteroom::simulator
