// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/verbs/dial_conference.h"

#include "simulator/conferences.h"
#include "simulator/notifications.h"

using namespace Qt::StringLiterals;

namespace anteroom::simulator {

JoinOptions DialConference::options()
{
    const twiml::Element &room = noun();
    const auto yes = [&room](QStringView name, bool fallback) {
        return room.hasAttribute(name) ? room.attribute(name) == "true"_L1 : fallback;
    };
    JoinOptions options;
    options.label = room.attribute(u"participantLabel");
    options.muted = yes(u"muted", false);
    options.startOnEnter = yes(u"startConferenceOnEnter", true);
    options.endOnExit = yes(u"endConferenceOnExit", false);
    options.beep = room.attribute(u"beep", u"true"_s);
    options.coach = room.attribute(u"coach");
    options.record =
        room.attribute(u"record") == "record-from-start"_L1 || room.attribute(u"record") == "true"_L1;
    options.wait = nounAddress(room, u"waitUrl", u"waitMethod");
    bool ok = false;
    const int most = room.attribute(u"maxParticipants").toInt(&ok);
    if (ok)
        options.maxParticipants = most;
    if (const auto callback = nounAddress(room, u"statusCallback", u"statusCallbackMethod"))
        options.statusCallback = *callback;
    options.statusEvents = room.attribute(u"statusCallbackEvent").split(u' ', Qt::SkipEmptyParts);
    if (const auto callback = nounAddress(room, u"recordingStatusCallback", u"recordingStatusCallbackMethod"))
        options.recordingCallback = *callback;
    options.recordingEvents = room.attribute(u"recordingStatusCallbackEvent").split(u' ', Qt::SkipEmptyParts);
    return options;
}

void DialConference::start()
{
    const auto joined =
        world().conferences().join(leg(), noun().text.trimmed(), options(), [this](LeftReason) { left(); });
    if (!joined) {
        world().notifications().add(joined.error().code, joined.error().message, leg().sid(), {run().url()});
        finish(u"failed"_s, false);
        return;
    }
    m_conferenceSid = *joined;
    leg().answer();
    limitTime();
    beginRecording(u"answer"_s);
}

void DialConference::left()
{
    finish(u"answered"_s, true);
}

void DialConference::key(QChar digit)
{
    if (digit == u'*' && flag(u"hangupOnStar", false))
        timeUp();
}

void DialConference::timeUp()
{
    world().conferences().leave(m_conferenceSid, leg().sid(), LeftReason::HungUp);
    finish(u"answered"_s, true);
}

void DialConference::finish(const QString &status, bool joined)
{
    if (isOver())
        return;
    endRecording();
    const http::Form form = result(status, joined);
    over();
    proceed(form);
}

std::optional<Farewell> DialConference::leave(Leaving why)
{
    if (isOver())
        return std::nullopt;
    endRecording();
    const http::Form form = result(u"answered"_s, !m_conferenceSid.isEmpty());
    over();
    // The room heard of it when the leg departed; a call that goes on to another document has not departed.
    world().conferences().leave(m_conferenceSid, leg().sid(),
                                why == Leaving::Redirected ? LeftReason::UpdatedViaApi : LeftReason::HungUp);
    return action(form);
}

} // namespace anteroom::simulator
