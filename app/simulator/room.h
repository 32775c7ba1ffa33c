// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulator/conference.h"
#include "simulator/leg.h"
#include "simulator/run.h"

#include <QObject>

#include <functional>
#include <memory>
#include <optional>

namespace anteroom::simulator {

class World;

/// How somebody comes into a conference; the defaults are the phone company's (facts 2.3).
struct JoinOptions
{
    QString label;
    bool muted = false;
    bool startOnEnter = true;
    bool endOnExit = false;
    QString beep = QStringLiteral("true");
    QString coach;                  ///< call SID of the one who alone hears this one
    std::optional<WebAddress> wait; ///< none: the phone company's music; an empty URL: silence
    int maxParticipants = 250;
    bool record = false;
    WebAddress statusCallback; ///< only the first participant's counts
    QStringList statusEvents;
    WebAddress recordingCallback;
    QStringList recordingEvents;
};

enum class LeftReason { HungUp, UpdatedViaApi, ModeratorEnded, EndedViaApi, Kicked, AddFailed };

/// One conference from its first participant to its end.
class Room : public QObject
{
public:
    /// Called when somebody else makes this participant leave, not when its own leg departs.
    using Left = std::function<void(LeftReason)>;

    Room(World &world, Conference conference);
    ~Room() override;

    const Conference &conference() const { return m_conference; }
    bool isOver() const { return m_conference.status == u"completed"; }
    QList<Participant> participants() const;

    /// `present` false: a leg that REST is calling; it joins by `arrive`.
    Result<void> add(Leg &leg, const JoinOptions &options, Left left, bool present);
    void arrive(const QString &callSid);
    void remove(const QString &callSid, LeftReason reason);
    void end(LeftReason reason, const QString &by);
    std::optional<Participant> find(const QString &callSidOrLabel) const;
    Result<Participant> update(const QString &callSidOrLabel, const UpdateParticipant &request);
    void announce(const WebAddress &url);

private:
    struct Seat
    {
        Participant participant;
        JoinOptions options;
        QPointer<Leg> leg;
        Left left;
        bool present = false;
        std::shared_ptr<Run> sound; ///< waiting or hold music
    };
    using SeatPtr = std::shared_ptr<Seat>;

    SeatPtr seatOf(const QString &callSidOrLabel) const;
    void startIfDue();
    void playWaiting(const SeatPtr &seat);
    void play(const SeatPtr &seat, const WebAddress &url, const QString &kind);
    void silence(const SeatPtr &seat);
    void soundEnded(const QString &callSid, Run::End end);
    void event(const QString &name, const Seat *seat, const http::Form &extra = {});
    void over(const QString &reason, const QString &by);

    World &m_world;
    Conference m_conference;
    QList<SeatPtr> m_seats;
    WebAddress m_statusCallback;
    QStringList m_statusEvents;
    int m_sequence = 0;
    bool m_record = false;
    WebAddress m_recordingCallback;
    QStringList m_recordingEvents;
    QString m_recording;
    QDateTime m_began;
};

} // namespace anteroom::simulator
