// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulator/conference.h"
#include "simulator/room.h"

#include <memory>

namespace anteroom::simulator {

class World;

/// Conference rooms. A room's name is free again once its conference is over; the next one gets a new SID.
class Conferences
{
public:
    explicit Conferences(World &world);
    ~Conferences();

    Result<Conference> get(const QString &sid) const;
    QList<Conference> list() const;             ///< newest first
    Result<Conference> end(const QString &sid); ///< Status=completed
    Result<Conference> announce(const QString &sid, const WebAddress &url);

    /// A finished conference lists none. `conference` is a SID, for a living one also its friendly name.
    Result<QList<Participant>> participants(const QString &conference) const;
    Result<Participant> participant(const QString &conference, const QString &callSidOrLabel) const;
    Result<Participant> addParticipant(const QString &conference, const CreateParticipant &request);
    Result<Participant> updateParticipant(const QString &conference, const QString &callSidOrLabel,
                                          const UpdateParticipant &request);
    Result<void> removeParticipant(const QString &conference, const QString &callSidOrLabel);

    // For Dial with a Conference. The result is the conference's SID.
    Result<QString> join(Leg &leg, const QString &name, const JoinOptions &options, Room::Left left);
    void leave(const QString &sid, const QString &callSid, LeftReason reason);

private:
    Room *roomOf(const QString &sid) const;
    Room *livingRoom(const QString &sidOrName) const;
    Room &roomNamed(const QString &name);

    World &m_world;
    QList<std::shared_ptr<Room>> m_rooms; ///< oldest first
};

} // namespace anteroom::simulator
