// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "seats/wire.h"

#include <QJsonArray>

namespace anteroom::seats {

using namespace Qt::StringLiterals;

namespace {

QJsonValue textOrNull(const QString &text)
{
    return text.isEmpty() ? QJsonValue() : QJsonValue(text);
}

QJsonValue instantOrNull(const QDateTime &instant)
{
    return instant.isValid() ? QJsonValue(instant.toUTC().toString(Qt::ISODateWithMs)) : QJsonValue();
}

QString toWord(calls::AnswerState state)
{
    switch (state) {
    case calls::AnswerState::Sending:
        return u"sending"_s;
    case calls::AnswerState::Sent:
        return u"sent"_s;
    case calls::AnswerState::Failed:
        break;
    }
    return u"failed"_s;
}

QJsonObject toWire(const calls::TextAnswer &answer)
{
    return {{u"body"_s, answer.body},
            {u"seat"_s, textOrNull(answer.seat)},
            {u"at"_s, instantOrNull(answer.at)},
            {u"state"_s, toWord(answer.state)},
            {u"why"_s, textOrNull(answer.why)}};
}

} // namespace

QJsonObject toWire(const calls::Call &call, std::optional<int> position)
{
    return {
        {u"call_sid"_s, call.sid},
        {u"state"_s, calls::toWord(call.state)},
        {u"position"_s, position ? QJsonValue(*position) : QJsonValue()},
        {u"name"_s, textOrNull(call.caller.name)},
        {u"number"_s, textOrNull(call.caller.number)},
        {u"city"_s, textOrNull(call.caller.city)},
        {u"region"_s, textOrNull(call.caller.region)},
        {u"country"_s, textOrNull(call.caller.country)},
        {u"arrival"_s, instantOrNull(call.arrival)},
        {u"screening"_s, calls::toWord(call.screening)},
        {u"screening_by"_s, textOrNull(call.screeningBy)},
        {u"topic"_s, textOrNull(call.topic)},
        {u"notes"_s, textOrNull(call.notes)},
        {u"seat"_s, textOrNull(call.seat)},
        {u"queue"_s, textOrNull(call.queue)},
        {u"call_back"_s, call.callBackWanted},
        {u"outcome"_s, textOrNull(calls::toWord(call.outcome))},
        {u"remark"_s, textOrNull(call.remark)},
        {u"recording"_s, calls::toWord(call.recording)},
        {u"notice"_s, instantOrNull(call.noticeAt)},
        {u"consent"_s, textOrNull(calls::toWord(call.consent))},
    };
}

QJsonObject toWire(const calls::LineStatus &line)
{
    return {{u"open"_s, line.open},
            {u"number"_s, textOrNull(line.number)},
            {u"show"_s, textOrNull(line.showName)}};
}

QJsonObject toWire(const calls::CloseOutStatus &status)
{
    using Phase = calls::CloseOutStatus::Phase;
    const bool running = status.phase == Phase::Running || status.phase == Phase::Stopping;
    return {{u"done"_s, status.done},
            {u"failed"_s, status.failed},
            {u"total"_s, status.total},
            {u"running"_s, running}};
}

QJsonObject toWire(const calls::ListenerText &text)
{
    QJsonArray answers;
    for (const auto &answer : text.answers)
        answers.append(toWire(answer));
    return {{u"text_sid"_s, text.sid},          {u"number"_s, textOrNull(text.from)},
            {u"name"_s, textOrNull(text.name)}, {u"body"_s, text.body},
            {u"at"_s, instantOrNull(text.at)},  {u"read"_s, text.read},
            {u"marked"_s, text.marked},         {u"answers"_s, answers}};
}

QJsonObject toWire(const calls::TextsChange &change)
{
    QJsonArray texts;
    for (const auto &text : change.texts)
        texts.append(toWire(text));
    return {{u"texts"_s, texts}, {u"removed"_s, QJsonArray::fromStringList(change.removed)}};
}

} // namespace anteroom::seats
