// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "calls/flow.h"
#include "calls/host_plan.h"

#include <QDateTime>
#include <QStringList>

namespace anteroom::calls {

/// A host who has dialled the host's own number: never a caller, and in no queue.
struct HostCall
{
    QString sid;
    QString state; ///< of the flow below
    QString from;  ///< E.164, as it came: easily forged; empty when withheld
    QDateTime begun;
    QString person;        ///< the listed phone of who this is or claims to be; empty: nobody's
    bool verified = false; ///< by PIN; else they may listen and ask for the next caller only
    QString seat;          ///< empty before they are let in
    QString caller;        ///< whom they talk to, or talked to last: a call's SID
    QStringList had;       ///< whom they have talked to; the next one is somebody else
    int rounds = 0;        ///< of the menu without a key
    QString said;          ///< spoken before the next prompt, once

    bool isIn(const char16_t *which) const { return state == QStringView(which); }
};

/// What a host hears about.
struct HostView
{
    int waiting = 0;
    QString first; ///< who is next, and for how long they have waited: spoken; empty when nobody waits
    bool lineOpen = true;
    QString room;
    QString caller; ///< the name of who was talked to last; empty when they have gone
    AfterTalk afterTalk = AfterTalk::Thank;
};

/// The subject of the flow.
struct HostTurn
{
    HostCall call;
    HostView view;
};

/// The events of a host's call. Those that the phone company asks with are cues and travel in its URLs.
namespace host_turns {
inline constexpr char16_t numberTyped[] = u"host_number"; ///< cue: their own telephone number
inline constexpr char16_t pinTyped[] = u"host_pin";       ///< cue
inline constexpr char16_t keyPressed[] = u"host_key";     ///< cue
inline constexpr char16_t menuOver[] = u"host_menu";      ///< cue: no key; also how they are fetched back
inline constexpr char16_t leftStudio[] = u"host_left";    ///< cue: by *, or because the call is over
inline constexpr char16_t stillThere[] = u"host_there";   ///< cue: so it was *
inline constexpr char16_t noKey[] = u"host_next";         ///< cue: after *, no other wish
inline constexpr char16_t isKnown[] = u"is_known";        ///< who they claim to be, at least
inline constexpr char16_t letIn[] = u"let_in";
inline constexpr char16_t needsPin[] = u"needs_pin";
inline constexpr char16_t goesIn[] = u"goes_in"; ///< into the studio
inline constexpr char16_t comesBack[] = u"comes_back";
inline constexpr char16_t asksFirst[] = u"asks_first"; ///< what cannot be undone
inline constexpr char16_t turnedAway[] = u"turned_away";
} // namespace host_turns

/// The states that decide what a key or a piece of news means.
namespace host_states {
inline constexpr char16_t inMenu[] = u"in_menu";
inline constexpr char16_t inStudio[] = u"in_studio";
inline constexpr char16_t movingOn[] = u"moving_on";
inline constexpr char16_t confirming[] = u"confirming";
} // namespace host_states

FlowDefinition lifeOfAHostCall();
FlowBindings<HostTurn> lifeOfAHostCallBindings();
/// Loaded and checked once; a finding here is a mistake in this program.
const Flow<HostTurn> &hostFlow();
/// Moves the call by an event of its flow; false when the flow refuses it.
bool turn(HostCall &call, const QString &event);
bool turn(HostCall &call, const char16_t *event);

} // namespace anteroom::calls
