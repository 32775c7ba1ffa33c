// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/words/call_words.h"

#include "ui/words/durations.h"
#include "ui/words/phone_numbers.h"
#include "ui/words/places.h"
#include "ui/words/plain_text.h"

#include <QCoreApplication>
#include <QLocale>

#include <array>
#include <utility>

using namespace Qt::StringLiterals;
using namespace anteroom::calls;

namespace anteroom::ui {

namespace {

struct CallWords
{
    Q_DECLARE_TR_FUNCTIONS(CallWords)
};

QString timesWords(int before)
{
    if (before <= 0)
        return CallWords::tr("first call");
    const int times = before + 1;
    const int last = times % 10;
    const bool teen = times % 100 / 10 == 1;
    if (last == 1 && !teen)
        return CallWords::tr("%1st call").arg(times);
    if (last == 2 && !teen)
        return CallWords::tr("%1nd call").arg(times);
    if (last == 3 && !teen)
        return CallWords::tr("%1rd call").arg(times);
    return CallWords::tr("%1th call").arg(times);
}

StatusWords doingWords(const Call &call)
{
    switch (call.doing) {
    case Doing::RingingPhone:
        return {CallWords::tr("Ringing %1").arg(isolated(call.seat)), ChipTone::Busy, ChipMark::Phone};
    case Doing::MovingToStudio:
        return {CallWords::tr("Connecting"), ChipTone::Busy, ChipMark::Arrow};
    case Doing::PuttingOnHold:
        return {CallWords::tr("Going on hold"), ChipTone::Busy, ChipMark::Arrow};
    case Doing::SendingToVoicemail:
        return {CallWords::tr("To voicemail"), ChipTone::Busy, ChipMark::Arrow};
    case Doing::Thanking:
        return {CallWords::tr("Being thanked"), ChipTone::Busy, ChipMark::Arrow};
    case Doing::HangingUp:
        return {CallWords::tr("Hanging up"), ChipTone::Busy, ChipMark::Arrow};
    case Doing::Nothing:
        break;
    }
    return {};
}

StatusWords endedWords(Outcome outcome)
{
    switch (outcome) {
    case Outcome::Talked:
        return {CallWords::tr("Talked"), ChipTone::Neutral, ChipMark::Tick};
    case Outcome::Voicemail:
        return {CallWords::tr("Left a message"), ChipTone::Neutral, ChipMark::Tick};
    case Outcome::Thanked:
        return {CallWords::tr("Thanked"), ChipTone::Neutral, ChipMark::Tick};
    case Outcome::Abandoned:
        return {CallWords::tr("Hung up"), ChipTone::Warning, ChipMark::Dot};
    case Outcome::Refused:
        return {CallWords::tr("Turned away"), ChipTone::Neutral, ChipMark::Dot};
    case Outcome::QueueFull:
        return {CallWords::tr("Queue was full"), ChipTone::Warning, ChipMark::Dot};
    case Outcome::Failed:
        return {CallWords::tr("Call failed"), ChipTone::Bad, ChipMark::Dot};
    case Outcome::CallBack:
        return {CallWords::tr("Wanted a call back"), ChipTone::Neutral, ChipMark::Phone};
    case Outcome::None:
        break;
    }
    return {CallWords::tr("Ended"), ChipTone::Neutral, ChipMark::Dot};
}

} // namespace

const ChipColours &chipColours(const Tokens &tokens, ChipTone tone)
{
    switch (tone) {
    case ChipTone::Good:
        return tokens.good;
    case ChipTone::Busy:
        return tokens.busy;
    case ChipTone::Warning:
        return tokens.warning;
    case ChipTone::Bad:
        return tokens.bad;
    case ChipTone::Neutral:
        break;
    }
    return tokens.neutral;
}

QString nameOf(const Caller &caller)
{
    const QString name = oneLine(caller.name);
    return name.isEmpty() ? CallWords::tr("Unknown name") : name;
}

QString numberLine(const Call &call, const QString &homeNumber)
{
    // What follows the number may not fit into the column.
    const QString objects = call.consent == Consent::Declined ? CallWords::tr("no consent · ") : QString();
    const QString agrees = call.consent == Consent::Agreed ? CallWords::tr(" · agrees") : QString();
    if (call.isWithheld())
        return objects + CallWords::tr("Number withheld") + agrees;
    if (call.outbound)
        return CallWords::tr("%1 · called back").arg(formattedNumber(call.caller.number, homeNumber));
    const QString number = objects + formattedNumber(call.caller.number, homeNumber) + agrees + u" · "_s +
                           timesWords(call.timesCalled);
    return call.queue.isEmpty() ? number : number + u" · "_s + isolated(oneLine(call.queue));
}

QString consentWords(Consent consent)
{
    switch (consent) {
    case Consent::Agreed:
        return CallWords::tr("agrees to be recorded");
    case Consent::Declined:
        return CallWords::tr("does not agree to be recorded");
    case Consent::NotAsked:
        break;
    }
    return {};
}

QString noticeLine(const QString &notice, const QDateTime &at, Consent consent)
{
    if (!at.isValid())
        return {};
    const QString line = CallWords::tr("Told at %1: “%2”")
                             .arg(QLocale().toString(at.toLocalTime().time(), QLocale::ShortFormat),
                                  isolated(oneLine(notice, 400)));
    const QString said = consentWords(consent);
    return said.isEmpty() ? line : line + u" · "_s + said;
}

QString screeningWords(Screening screening)
{
    switch (screening) {
    case Screening::Screening:
        return CallWords::tr("Screening");
    case Screening::Ready:
        return CallWords::tr("Ready");
    case Screening::New:
        break;
    }
    return CallWords::tr("New");
}

QString roleWords(Role role)
{
    switch (role) {
    case Role::Screener:
        return CallWords::tr("screener");
    case Role::Viewer:
        return CallWords::tr("viewer");
    case Role::Host:
        break;
    }
    return CallWords::tr("host");
}

StatusWords statusOf(const Call &call)
{
    if (call.callBackWanted)
        return {CallWords::tr("Call back"), ChipTone::Warning, ChipMark::Phone};
    if (call.hasEnded())
        return endedWords(call.outcome);
    if (call.doing != Doing::Nothing)
        return doingWords(call);
    switch (call.state) {
    case CallState::Ringing:
        return {CallWords::tr("Arriving"), ChipTone::Neutral, ChipMark::Phone};
    case CallState::Connecting:
        return {CallWords::tr("Ringing %1").arg(isolated(call.seat)), ChipTone::Busy, ChipMark::Phone};
    case CallState::Connected:
        return {CallWords::tr("On air"), ChipTone::Bad, ChipMark::Dot};
    case CallState::Calling:
        return {CallWords::tr("Calling"), ChipTone::Busy, ChipMark::Phone};
    case CallState::LeavingMessage:
        return {CallWords::tr("Leaving message"), ChipTone::Busy, ChipMark::Dot};
    case CallState::Waiting:
    case CallState::Ended:
        break;
    }
    switch (call.screening) {
    case Screening::Ready:
        return {CallWords::tr("Ready"), ChipTone::Good, ChipMark::Tick};
    case Screening::Screening:
        return {call.screeningBy.isEmpty() ? CallWords::tr("Screening")
                                           : CallWords::tr("Screening · %1").arg(isolated(call.screeningBy)),
                ChipTone::Busy, ChipMark::None};
    case Screening::New:
        break;
    }
    return {CallWords::tr("New"), ChipTone::Neutral, ChipMark::None};
}

QString outcomeWords(Outcome outcome)
{
    switch (outcome) {
    case Outcome::Talked:
        return CallWords::tr("on air");
    case Outcome::Abandoned:
        return CallWords::tr("hung up after");
    case Outcome::Voicemail:
        return CallWords::tr("left voicemail");
    case Outcome::Thanked:
        return CallWords::tr("thanked after");
    case Outcome::Refused:
        return CallWords::tr("turned away");
    case Outcome::QueueFull:
        return CallWords::tr("queue was full");
    case Outcome::Failed:
        return CallWords::tr("call failed");
    case Outcome::CallBack:
        return CallWords::tr("wanted a call back");
    case Outcome::None:
        break;
    }
    return CallWords::tr("called");
}

QString queueResultWords(const QString &result)
{
    static const std::array known{
        std::pair{"bridged"_L1, QT_TRANSLATE_NOOP("CallWords", "connected")},
        std::pair{"bridging-in-process"_L1, QT_TRANSLATE_NOOP("CallWords", "being connected")},
        std::pair{"redirected"_L1, QT_TRANSLATE_NOOP("CallWords", "moved by the desk")},
        std::pair{"redirected-from-bridged"_L1, QT_TRANSLATE_NOOP("CallWords", "moved while connected")},
        std::pair{"leave"_L1, QT_TRANSLATE_NOOP("CallWords", "end of the music")},
        std::pair{"hangup"_L1, QT_TRANSLATE_NOOP("CallWords", "hung up")},
        std::pair{"queue-full"_L1, QT_TRANSLATE_NOOP("CallWords", "queue full")},
        std::pair{"error"_L1, QT_TRANSLATE_NOOP("CallWords", "not let in")},
        std::pair{"system-error"_L1, QT_TRANSLATE_NOOP("CallWords", "hung up on the way in")},
    };
    for (const auto &[word, text] : known) {
        if (result == word)
            return CallWords::tr(text);
    }
    return u'“' + isolated(oneLine(result, 40)) + u'”';
}

qint64 waitedSeconds(const Call &call, const QDateTime &now)
{
    if (!call.arrival.isValid())
        return -1;
    const bool frozen = call.hasEnded() && !call.callBackWanted && call.stateSince.isValid();
    return std::max<qint64>(0, call.arrival.secsTo(frozen ? call.stateSince : now));
}

QString whyHere(const Call &call)
{
    // What went wrong comes first: it asks for somebody to act.
    return call.remark.isEmpty() ? call.asking : call.remark;
}

QString endedNote(const Call &call)
{
    if (!call.remark.isEmpty())
        return oneLine(call.remark);
    const qint64 waited = waitedSeconds(call, call.stateSince);
    if (call.outcome == Outcome::Abandoned && waited >= 0)
        return CallWords::tr("Hung up after %1").arg(clockText(waited));
    return endedWords(call.outcome).text;
}

QString earlierCallLine(const EarlierCall &call)
{
    //: day and month of an earlier call, as Qt spells date formats
    const QString day = QLocale().toString(call.at.toLocalTime().date(), CallWords::tr("MMM d"));
    QString what = outcomeWords(call.outcome);
    if (call.seconds > 0)
        what += u' ' + clockText(call.seconds);
    QStringList parts{day, what};
    if (!call.topic.isEmpty())
        parts << CallWords::tr("“%1”").arg(isolated(call.topic));
    return parts.join(u" · "_s);
}

QString spokenRow(const Call &call, const QDateTime &now)
{
    QStringList parts{isolated(nameOf(call.caller))};
    if (!call.caller.city.isEmpty())
        parts << isolated(call.caller.city);
    const qint64 waited = waitedSeconds(call, now);
    const bool over = call.hasEnded() && !call.callBackWanted;
    if (over)
        parts << endedNote(call).toLower();
    else if (waited >= 0)
        parts << CallWords::tr("waiting %1").arg(spokenDuration(waited));
    if (!over)
        parts << statusOf(call).text.toLower();
    if (!call.hasEnded() && !call.asking.isEmpty())
        parts << isolated(call.asking);
    if (call.consent != Consent::NotAsked)
        parts << consentWords(call.consent);
    if (!call.topic.isEmpty())
        parts << isolated(call.topic);
    return parts.join(", "_L1);
}

} // namespace anteroom::ui
