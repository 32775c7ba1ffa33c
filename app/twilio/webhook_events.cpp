// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "twilio/webhook_events.h"

#include "twilio/caller_identity.h"

#include <algorithm>
#include <array>

namespace anteroom::twilio {

using namespace Qt::StringLiterals;
using http::Form;

namespace {

constexpr std::array routes{Route::Voice,     Route::Call,      Route::CallStatus, Route::Leg,
                            Route::LegStatus, Route::Recording, Route::Studio,     Route::Text};
constexpr qsizetype longestSid = 64;

bool isSid(QStringView text)
{
    return !text.isEmpty() && text.size() <= longestSid && std::all_of(text.begin(), text.end(), [](QChar c) {
        return (c >= u'0' && c <= u'9') || (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z') || c == u'-';
    });
}

int seconds(const Form &form, QByteArrayView name)
{
    bool isNumber = false;
    const int value = form.value(name).trimmed().toInt(&isNumber);
    return isNumber ? std::max(0, value) : 0;
}

/// The SID alone: from its own parameter, or the end of the address, which itself is never asked.
QString recordingSid(const Form &form)
{
    QString sid = form.text("RecordingSid");
    if (sid.isEmpty()) {
        sid = form.text("RecordingUrl").section(u'/', -1);
        sid = sid.section(u'.', 0, 0).section(u'?', 0, 0);
    }
    return isSid(sid) && sid.startsWith("RE"_L1) ? sid : QString();
}

bool isOver(const QString &status)
{
    return status == "completed"_L1 || status == "busy"_L1 || status == "failed"_L1 ||
           status == "no-answer"_L1 || status == "canceled"_L1;
}

/// Full attestation alone: with any suffix the call has come by way of somebody else.
bool isProven(const Form &form)
{
    return form.value("StirVerstat").trimmed() == "TN-Validation-Passed-A";
}

calls::CallAsks callAsks(const Webhook &webhook)
{
    const Form &form = webhook.parameters;
    calls::CallAsks news;
    news.sid = webhook.callSid();
    news.cue = webhook.own.text("cue");
    news.intent = webhook.own.text("intent");
    news.recording = recordingSid(form);
    if (form.contains("QueueResult")) {
        news.result = form.text("QueueResult").toLower();
        news.seconds = seconds(form, "QueueTime");
    } else if (form.contains("DialCallStatus")) {
        news.result = form.text("DialCallStatus").toLower();
        news.seconds = seconds(form, "DialCallDuration");
    } else {
        news.seconds = seconds(form, "RecordingDuration");
    }
    news.digits = form.text("Digits");
    news.caller = callerFrom(form);
    news.line = form.text("To");
    if (form.text("Direction").toLower().startsWith("outbound"_L1)) { // we have called them
        news.caller = {};
        news.caller.number = knownNumber(form.text("To").trimmed());
        news.line = form.text("From");
    }
    return news;
}

calls::CallEnded callEnded(const Webhook &webhook, const QString &status)
{
    const Form &form = webhook.parameters;
    calls::CallEnded news{webhook.callSid(), status};
    const QString direction = form.text("Direction");
    if (direction.isEmpty() || direction == "inbound"_L1) {
        news.line = form.text("To");
        news.caller = callerFrom(form);
        news.seconds = seconds(form, "CallDuration");
    }
    return news;
}

calls::LegAsks legAsks(const Webhook &webhook)
{
    const Form &form = webhook.parameters;
    const QString answeredBy = form.text("AnsweredBy").toLower();
    calls::LegAsks news;
    news.intent = webhook.own.text("intent");
    news.leg = webhook.callSid();
    news.cue = webhook.own.text("cue");
    news.digits = form.text("Digits");
    news.machine = answeredBy.startsWith("machine"_L1) || answeredBy == "fax"_L1;
    news.result = form.text("DialCallStatus").toLower();
    return news;
}

std::optional<calls::CarrierEvent> recordingReady(const Webhook &webhook)
{
    const Form &form = webhook.parameters;
    const QString status = form.text("RecordingStatus").toLower();
    const bool absent = status == "absent"_L1 || status == "failed"_L1;
    const QString sid = recordingSid(form);
    if ((status != "completed"_L1 && !absent) || sid.isEmpty())
        return std::nullopt;
    const QString talk = webhook.own.text("talk");
    return calls::RecordingReady{isSid(talk) ? talk : webhook.callSid(), sid,
                                 seconds(form, "RecordingDuration"), absent, isSid(talk)};
}

/// The text's SID has three names (facts 4); without one it could not be told from its own repetition.
std::optional<calls::CarrierEvent> textCame(const Webhook &webhook)
{
    const Form &form = webhook.parameters;
    calls::TextCame news;
    for (const char *name : {"MessageSid", "SmsMessageSid", "SmsSid"}) {
        if (news.sid.isEmpty())
            news.sid = form.text(name);
    }
    news.from = form.text("From");
    news.to = form.text("To");
    news.body = form.text("Body");
    if (!isSid(news.sid) || news.from.isEmpty())
        return std::nullopt;
    return news;
}

std::optional<calls::CarrierEvent> studioNews(const Webhook &webhook)
{
    const QString event = webhook.parameters.text("StatusCallbackEvent").toLower();
    calls::StudioNews news{webhook.own.text("room"), webhook.callSid()};
    news.joined = event == "participant-join"_L1;
    news.over = event == "conference-end"_L1;
    if (!news.joined && !news.over && event != "participant-leave"_L1)
        return std::nullopt;
    if (news.over)
        news.sid.clear(); // names whoever ended it; that it ended is what counts
    return news;
}

} // namespace

QString Webhook::callSid() const
{
    const QString sid = parameters.text("CallSid");
    return isSid(sid) ? sid : QString();
}

std::optional<Route> routeOf(QByteArrayView path)
{
    if (path.endsWith('/'))
        path.chop(1);
    for (const Route route : routes) {
        if (path == pathOf(route))
            return route;
    }
    return std::nullopt;
}

bool wantsDocument(Route route)
{
    return route == Route::Voice || route == Route::Call || route == Route::Leg || route == Route::Text;
}

std::optional<calls::CarrierEvent> toEvent(const Webhook &webhook)
{
    const Form &form = webhook.parameters;
    const QString sid = webhook.callSid();
    if (sid.isEmpty() && webhook.route != Route::Studio && webhook.route != Route::Text)
        return std::nullopt;
    const auto status = [&form] { return form.text("CallStatus").toLower(); };
    switch (webhook.route) {
    case Route::Voice:
        return calls::CallArrived{sid, form.text("To"), callerFrom(form), isProven(form)};
    case Route::Call:
        return callAsks(webhook);
    case Route::CallStatus:
        if (!isOver(status()))
            return std::nullopt;
        return callEnded(webhook, status());
    case Route::Leg:
        return legAsks(webhook);
    case Route::LegStatus:
        if (status().isEmpty())
            return std::nullopt;
        return calls::LegProgress{webhook.own.text("intent"), sid, status()};
    case Route::Recording:
        return recordingReady(webhook);
    case Route::Studio:
        return studioNews(webhook);
    case Route::Text:
        return textCame(webhook);
    }
    return std::nullopt;
}

} // namespace anteroom::twilio
