// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>

#include <variant>

namespace anteroom::calls {

// What a caller (or a seat's phone) experiences next, without a word of any carrier. A carrier turns a list
// of steps into its own documents. Where a step ends in a decision it names the cue: the event that the call
// flow gets then.

struct Say
{
    QString text;
    QString voice = {};    ///< empty: the line's
    QString language = {}; ///< empty: the line's
    bool operator==(const Say &) const = default;
};
struct Pause
{
    int seconds = 1;
    bool operator==(const Pause &) const = default;
};
/// What is heard while waiting.
struct WaitMusic
{
    enum class Kind { PhoneCompany, File, Silence };
    Kind kind = Kind::PhoneCompany;
    QString style = {}; ///< the phone company's: classical, ambient, electronica, guitars, rock or soft-rock
    QString file = {};  ///< of the user's; served by us while the desk can be reached
    int pieceSeconds = 0; ///< how long the file is; 0: not known
    bool operator==(const WaitMusic &) const = default;
};
/// The caller joins the queue and hears music that the phone company hosts, so that it outlives the desk;
/// bounded.
struct WaitInQueue
{
    QString queue;
    int musicMinutes = 10; ///< one pass; a living desk renews it
    QString cue;           ///< when the call has left the queue for whatever reason
    WaitMusic music = {};
    int seconds = 0; ///< a shorter pass, as far as pieces of music allow; 0: `musicMinutes`
    bool operator==(const WaitInQueue &) const = default;
};
/// Joins a seat's studio (conference), with the attributes of design section 3 for either side.
struct JoinStudio
{
    QString room;
    bool asSeat = false;
    QString cue;             ///< when this side has left the studio
    QString intent = {};     ///< that took a caller there; comes back with the cue
    bool starLeaves = false; ///< the * key of this phone ends its visit
    bool operator==(const JoinStudio &) const = default;
};
/// After the beep; a goodbye follows for those who stay silent.
struct RecordMessage
{
    int maximumSeconds = 180;
    int silenceSeconds = 10;
    QString cue;
    bool operator==(const RecordMessage &) const = default;
};
struct AskKeys
{
    QString prompt;
    int digits = 1;
    int seconds = 10;
    int times = 1;         ///< how often the prompt is spoken before giving up
    QString cue;           ///< with the digits; silence goes on with the next step
    QString voice = {};    ///< of the prompt; empty: the line's
    QString language = {}; ///< of the prompt; empty: the line's
    bool operator==(const AskKeys &) const = default;
};
/// Asks us again, with this cue.
struct AskAgain
{
    QString cue;
    bool operator==(const AskAgain &) const = default;
};
/// Turned away before the call is answered (and billed).
struct Refuse
{
    bool busy = false;
    bool operator==(const Refuse &) const = default;
};
struct HangUp
{
    bool operator==(const HangUp &) const = default;
};

using Step =
    std::variant<Say, Pause, WaitInQueue, JoinStudio, RecordMessage, AskKeys, AskAgain, Refuse, HangUp>;
using Steps = QList<Step>;

} // namespace anteroom::calls
