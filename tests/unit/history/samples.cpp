// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "samples.h"

#include <QTimeZone>

namespace anteroom::tests {

using namespace Qt::StringLiterals;

QDateTime at(int seconds)
{
    return QDateTime(QDate(2026, 11, 20), QTime(18, 0), QTimeZone::utc()).addSecs(seconds);
}

calls::Call fullCall(const QString &sid)
{
    calls::Call call;
    call.sid = sid;
    call.line = u"+14155550100"_s;
    call.caller = {u"Priya \"P\" Raman 🎙; DROP TABLE calls"_s, u"+14085550142"_s, u"San José"_s, u"CA"_s,
                   u"US"_s};
    call.state = calls::CallState::Connecting;
    call.outcome = calls::Outcome::None;
    call.begun = at(1).addMSecs(1);
    call.arrival = at(2).addMSecs(2);
    call.stateSince = at(3).addMSecs(3);
    call.order = 1763661602002.25;
    call.screening = calls::Screening::Ready;
    call.screeningBy = u"Sam"_s;
    call.topic = u"Rents"_s;
    call.notes = u"Line one\nLine two"_s;
    call.sayItLike = u"PREE-ya"_s;
    call.seat = u"Host"_s;
    call.remark = u"Your phone rings for this caller."_s;
    call.doing = calls::Doing::RingingPhone;
    call.timesCalled = 7;
    call.outbound = true;
    call.forNextShow = true;
    call.asking = u"Asking Bob by text"_s;
    call.givenBy = u"Host"_s;
    call.givingTo = u"+14155550161"_s;
    call.givingAsks = true;
    call.notice = u"Night Talk may record and air you."_s;
    call.noticeAt = at(4);
    call.consent = calls::Consent::Agreed;
    call.record = true;
    call.recording = calls::TalkRecording::Paused;
    call.recordingSid = u"RE7"_s;
    call.wasRecorded = true;
    call.earlier = {{at(-86400), calls::Outcome::Voicemail, 33, u"Parking, \"again\""_s},
                    {{}, calls::Outcome::Abandoned, 5, {}}};
    return call;
}

calls::Call bareCall(const QString &sid)
{
    calls::Call call;
    call.sid = sid;
    call.begun = at(0);
    call.stateSince = at(0);
    return call;
}

calls::JournalEntry fullEntry()
{
    calls::JournalEntry entry;
    entry.revision = 4711;
    entry.calls = {fullCall(u"CA1"_s), bareCall(u"CA2"_s)};
    calls::Intent intent;
    intent.id = u"intent-1"_s;
    intent.kind = calls::IntentKind::SendToVoicemail;
    intent.sid = u"CA1"_s;
    intent.seat = u"Host"_s;
    intent.leg = u"CAleg"_s;
    intent.phone = u"+14155550111"_s;
    intent.room = u"room-1"_s;
    intent.begun = at(4);
    intent.answered = true;
    entry.intents = {intent};
    calls::SeatPhone phone;
    phone.seat = u"Host"_s;
    phone.state = calls::PhoneState::InStudio;
    phone.keepOn = true;
    phone.room = u"room-1"_s;
    phone.leg = u"CAleg"_s;
    phone.since = at(5);
    phone.remark = u"Kept on."_s;
    entry.phones = {phone};
    calls::LineStatus line;
    line.number = u"+14155550100"_s;
    line.queue = u"anteroom"_s;
    line.showName = u"Night Talk"_s;
    line.open = false;
    line.deskLeft = true;
    entry.line = line;
    calls::CloseOutStatus closeOut;
    closeOut.phase = calls::CloseOutStatus::Phase::Stopped;
    closeOut.request = {calls::Treatment::Text, u"Thanks, all!"_s, {u"CA1"_s, u"CA2"_s}};
    closeOut.begun = at(6);
    closeOut.ended = at(7);
    closeOut.calls = {
        {u"CA1"_s,
         {u"A"_s, u"+1"_s, u"B"_s, u"C"_s, u"D"_s},
         calls::Treated::Done,
         u"Texted."_s,
         calls::Treatment::Text,
         u"Thanks, all!"_s},
        {u"CA2"_s, {}, calls::Treated::LeftAlone, {}, calls::Treatment::Text, u"Thanks, all!"_s}};
    closeOut.done = 1;
    closeOut.failed = 2;
    closeOut.total = 3;
    entry.closeOut = closeOut;
    calls::Message message;
    message.recording = u"RE1"_s;
    message.sid = u"CA0"_s;
    message.caller = {u"Q"_s, u"+44"_s, u"R"_s, u"S"_s, u"GB"_s};
    message.at = at(8);
    message.seconds = 41;
    message.heard = true;
    message.audioFile = u"/messages/RE1.wav"_s;
    message.show = u"Night Talk"_s;
    message.notes = u"Play it; first thing"_s;
    message.hangUp = true;
    message.forNextShow = true;
    message.deleted = at(9);
    entry.messages = {message};
    message.recording = u"RE2"_s;
    message.talk = true;
    entry.messages.append(message);
    entry.messagesSought = at(10);
    calls::MissedCall missed;
    missed.sid = u"CA0"_s;
    missed.line = u"+14155550100"_s;
    missed.caller = {u"Q"_s, u"+44"_s, u"R"_s, u"S"_s, u"GB"_s};
    missed.at = at(9);
    missed.why = calls::MissedWhy::QueueFull;
    missed.waitedSeconds = 12;
    missed.end = calls::MissedEnd::CalledAgain;
    missed.endAt = at(10);
    missed.apologised = true;
    entry.missedCalls = {missed};
    entry.apologies = {{u"+44"_s, QDate(2026, 11, 20), at(11), u"CA0"_s}};
    calls::AskedPhone asked;
    asked.name = u"Bob"_s;
    asked.number = u"+14155550161"_s;
    asked.numbered = true;
    asked.state = calls::AskedState::Later;
    asked.at = at(12);
    asked.intent = u"intent-2"_s;
    asked.givenBy = u"Host"_s;
    asked.body = u"You have a call from Priya, San José. Reply TAKE 2."_s;
    entry.asks = {{u"CA1"_s, 2, u"Priya"_s, at(13), at(14), true, {asked}}};
    entry.heardTexts = {{u"SM1"_s, at(15)}};
    entry.textRefusals = {{u"+14155550162"_s, at(16)}};
    calls::ListenerText text;
    text.sid = u"SM2"_s;
    text.from = u"+14085550142"_s;
    text.name = u"Priya"_s;
    text.body = u"Play more 🎷; <b>please</b>\nשלום"_s;
    text.at = at(17);
    text.read = true;
    text.marked = true;
    text.answers = {{u"We will, thank you"_s, u"Host"_s, at(18), calls::AnswerState::Sent},
                    {u"Listen now"_s, u"Sam"_s, at(19), calls::AnswerState::Failed, u"The phone was off."_s}};
    entry.listenerTexts = {text};
    entry.pinErrors = {{u"person +14155550171"_s, 0, at(20), at(920)}, {u"phone withheld"_s, 4, at(21), {}}};
    return entry;
}

calls::JournalEntry entryOfVersion(int version)
{
    calls::JournalEntry entry = fullEntry();
    if (version < 2) {
        for (calls::Call &call : entry.calls)
            call.outbound = call.forNextShow = false;
        const calls::Message all = entry.messages.first();
        calls::Message &message = entry.messages.first();
        message = {all.recording, all.sid, all.caller, all.at, all.seconds, all.heard, all.audioFile};
        entry.messagesSought.reset();
    }
    if (version < 3) {
        for (calls::Call &call : entry.calls)
            call.queueResults.clear();
        entry.missedCalls.clear();
        entry.apologies.clear();
    }
    if (version < 4) {
        for (calls::Call &call : entry.calls)
            call.asking.clear();
        entry.line->deskLeft = false;
        entry.asks.clear();
        entry.heardTexts.clear();
        entry.textRefusals.clear();
    }
    if (version < 5) {
        for (calls::Call &call : entry.calls) {
            call.givenBy.clear();
            call.givingTo.clear();
            call.givingAsks = false;
        }
        for (calls::Ask &ask : entry.asks)
            for (calls::AskedPhone &phone : ask.phones)
                phone.givenBy.clear();
        entry.listenerTexts.clear();
    }
    if (version < 6)
        entry.pinErrors.clear();
    if (version < 7) {
        for (calls::Call &call : entry.calls) {
            call.notice.clear();
            call.noticeAt = {};
            call.consent = calls::Consent::NotAsked;
            call.record = call.wasRecorded = false;
            call.recording = calls::TalkRecording::Off;
            call.recordingSid.clear();
        }
        entry.messages.resize(1);
    }
    return entry;
}

bool same(const calls::CloseOutStatus &left, const calls::CloseOutStatus &right)
{
    return left.phase == right.phase && left.request.treatment == right.request.treatment &&
           left.request.text == right.request.text && left.request.sids == right.request.sids &&
           left.begun == right.begun && left.ended == right.ended && left.calls == right.calls &&
           left.done == right.done && left.failed == right.failed && left.total == right.total &&
           left.queueDeleted == right.queueDeleted;
}

} // namespace anteroom::tests
