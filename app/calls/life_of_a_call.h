// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "calls/call.h"
#include "calls/desk_state.h"
#include "calls/flow.h"
#include "calls/step.h"

#include <QDateTime>

namespace anteroom::calls {

struct LineManners;

/// What an event brings along, and what the steps that follow need to know.
struct TurnDetails
{
    QString result = {};         ///< of a queue that was left, as the phone company spells it
    QString status = {};         ///< how the phone company says that the call ended
    QDateTime at = {};           ///< UTC, when it happened; null: now
    double place = 0;            ///< in the phone company's list, among those of the same second
    QDateTime enqueued = {};     ///< UTC, since when the queue's list holds the call; null: since now
    QString seat = {};           ///< who pulls
    QString remark = {};         ///< a sentence for the row
    QString room = {};           ///< the seat's studio
    QString joining = {};        ///< the intent that takes the call into the studio
    QString text = {};           ///< spoken instead of the line's own words
    bool phoneKept = false;      ///< the seat's phone stays on between callers
    bool recorded = false;       ///< a message is known to exist
    bool backInLine = false;     ///< the caller is to hear so, once
    QString digits = {};         ///< keys that were pressed
    bool asked = false;          ///< the phone company has asked us just now, and can ask again
    bool musicFailed = false;    ///< the last pass was over as soon as it had begun
    bool reachable = false;      ///< webhooks come in, so what we serve can be had
    bool askMenuAgain = false;   ///< the greeting has been heard already
    bool cannotCallBack = false; ///< the caller asked for it, but the number is withheld
    bool offered = false;        ///< the long wait's offer has been declined just now
};

/// Where a caller stands by our order, among those of the same queue.
struct PlaceInLine
{
    int position = 1;
    qint64 averageSeconds = 0; ///< that those who wait now have waited
};

/// One call at the moment of an event: the subject of the flow.
struct CallTurn
{
    Call call;
    TurnDetails details;
    LineStatus line;
    const LineManners *manners = nullptr;
    QDateTime now;
    PlaceInLine place = {};
};

/// The events of a call's life. Those that the phone company asks with are cues and travel in its URLs.
namespace turns {
inline constexpr char16_t greeted[] = u"greeted";            ///< cue: the greeting has been heard
inline constexpr char16_t leftQueue[] = u"left_queue";       ///< cue: with the queue's result
inline constexpr char16_t menuKey[] = u"menu_key";           ///< cue: with the key
inline constexpr char16_t consentKey[] = u"consent_key";     ///< cue: with the key, or none
inline constexpr char16_t longWaitKey[] = u"long_wait_key";  ///< cue: with the key
inline constexpr char16_t queueFailed[] = u"queue_failed";   ///< cue: the queue could not be entered at all
inline constexpr char16_t leftStudio[] = u"left_studio";     ///< cue
inline constexpr char16_t recorded[] = u"recorded";          ///< cue: a message has been left
inline constexpr char16_t seenWaiting[] = u"seen_waiting";   ///< the queue's list holds the call
inline constexpr char16_t weCall[] = u"we_call";             ///< a seat wants to call somebody
inline constexpr char16_t phoneRings[] = u"phone_rings";     ///< a seat pulls
inline constexpr char16_t givenUp[] = u"given_up";           ///< the pull came to nothing
inline constexpr char16_t joinedStudio[] = u"joined_studio"; ///
inline constexpr char16_t putBack[] = u"put_back";
inline constexpr char16_t toVoicemail[] = u"to_voicemail";
inline constexpr char16_t thanked[] = u"thanked";
inline constexpr char16_t hungUp[] = u"hung_up"; ///< by a seat
inline constexpr char16_t turnedAway[] = u"turned_away";
inline constexpr char16_t callOver[] = u"call_over"; ///< the phone company says so
} // namespace turns

/// The queue a call stands in, or is to stand in.
QString queueOf(const Call &call, const LineStatus &line);

/// How the phone company says that the queue was left, sorted by what it means.
bool isCallerGone(const QString &queueResult); ///< hung up, or never really entered
bool isQueueFull(const QString &queueResult);  ///< never entered
bool isNotification(
    const QString &queueResult); ///< somebody else's document is in control already; an answer is ignored

FlowDefinition lifeOfACall();
FlowBindings<CallTurn> lifeOfACallBindings();
/// Loaded and checked once; a finding here is a mistake in this program.
const Flow<CallTurn> &callFlow();

} // namespace anteroom::calls
