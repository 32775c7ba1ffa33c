// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "seats/commands.h"

#include <QCoreApplication>
#include <QHash>

namespace anteroom::seats {

using namespace Qt::StringLiterals;

namespace {

using Parsed = std::expected<calls::Command, RpcError>;
using Params = QJsonObject;

constexpr qsizetype longestSid = 64;
constexpr qsizetype mostCalls = 10'000;

std::unexpected<RpcError> wrong(QLatin1StringView field)
{
    return std::unexpected(
        RpcError{RpcError::invalidParams,
                 QCoreApplication::translate(
                     "Seats", "The parameter %1 is missing or cannot be used. Nothing was done.")
                     .arg(field),
                 QJsonObject{{u"parameter"_s, QString(field)}}});
}

std::expected<QString, RpcError> sid(const Params &params, QLatin1StringView field = "call_sid"_L1)
{
    auto value = params.value(field).toString();
    if (value.isEmpty() || value.size() > longestSid)
        return wrong(field);
    return value;
}

/// Nothing if it is not there; null empties it.
std::expected<std::optional<QString>, RpcError> text(const Params &params, QLatin1StringView field,
                                                     qsizetype longest)
{
    const auto value = params.value(field);
    if (value.isUndefined())
        return std::optional<QString>();
    if (value.isNull())
        return std::optional<QString>(u""_s);
    if (!value.isString() || value.toString().size() > longest)
        return wrong(field);
    return std::optional<QString>(value.toString());
}

template <typename Wish> Parsed onCall(const Params &params)
{
    auto call = sid(params);
    if (!call)
        return std::unexpected(call.error());
    return Wish{*std::move(call)};
}

template <typename Wish> Parsed plain(const Params &)
{
    return Wish{};
}

Parsed pull(const Params &params)
{
    const auto call = sid(params);
    if (!call)
        return std::unexpected(call.error());
    const auto current = params.value("current"_L1);
    if (current.isUndefined() || current.isNull() || current.toString() == "keep"_L1)
        return calls::Pull{*call, calls::Current::Keep};
    if (current.toString() == "hold"_L1)
        return calls::Pull{*call, calls::Current::Hold};
    if (current.toString() == "release"_L1)
        return calls::Pull{*call, calls::Current::Release};
    return wrong("current"_L1);
}

Parsed annotate(const Params &params)
{
    calls::Annotate wish;
    const auto call = sid(params);
    if (!call)
        return std::unexpected(call.error());
    wish.sid = *call;
    const auto topic = text(params, "topic"_L1, calls::longestTopic);
    const auto notes = text(params, "notes"_L1, calls::longestNotes);
    const auto sayItLike = text(params, "say_it_like"_L1, calls::longestTopic);
    for (const auto &each : {topic, notes, sayItLike}) {
        if (!each)
            return std::unexpected(each.error());
    }
    wish.topic = *topic;
    wish.notes = *notes;
    wish.sayItLike = *sayItLike;
    if (const auto value = params.value("screening"_L1); !value.isUndefined()) {
        wish.screening = calls::screeningFromWord(value.toString());
        if (calls::toWord(*wish.screening) != value.toString())
            return wrong("screening"_L1);
    }
    return wish;
}

Parsed move(const Params &params)
{
    const auto call = sid(params);
    if (!call)
        return std::unexpected(call.error());
    if (params.value("before"_L1).isNull() || params.value("before"_L1).isUndefined())
        return calls::MoveInOrder{*call, {}};
    const auto before = sid(params, "before"_L1);
    if (!before)
        return std::unexpected(before.error());
    return calls::MoveInOrder{*call, *before};
}

Parsed closeOut(const Params &params)
{
    calls::StartCloseOut wish;
    const auto treatment = params.value("treatment"_L1).toString();
    if (treatment == "thank"_L1)
        wish.treatment = calls::Treatment::Thank;
    else if (treatment == "message"_L1)
        wish.treatment = calls::Treatment::Message;
    else if (treatment == "text"_L1)
        wish.treatment = calls::Treatment::Text;
    else
        return wrong("treatment"_L1);
    const auto words = text(params, "text"_L1, calls::longestNotes);
    if (!words)
        return std::unexpected(words.error());
    wish.text = words->value_or(QString());
    const auto chosen = params.value("calls"_L1);
    if (chosen.isUndefined() || chosen.isNull())
        return wish;
    // An empty list would mean everybody to the switchboard, and certainly nobody to whoever sent it.
    if (!chosen.isArray() || chosen.toArray().isEmpty() || chosen.toArray().size() > mostCalls)
        return wrong("calls"_L1);
    for (const auto list = chosen.toArray(); const auto &each : list) {
        if (each.toString().isEmpty() || each.toString().size() > longestSid)
            return wrong("calls"_L1);
        wish.sids.append(each.toString());
    }
    return wish;
}

Parsed callBack(const Params &params)
{
    const auto number = sid(params, "number"_L1);
    if (!number)
        return std::unexpected(number.error());
    const auto name = text(params, "name"_L1, calls::longestTopic);
    if (!name)
        return std::unexpected(name.error());
    calls::CallBack wish{*number};
    wish.caller.name = name->value_or(QString());
    return wish;
}

Parsed give(const Params &params)
{
    const auto call = sid(params);
    if (!call)
        return std::unexpected(call.error());
    const auto to = text(params, "to"_L1, calls::longestTopic);
    if (!to)
        return std::unexpected(to.error());
    if (to->value_or(QString()).isEmpty())
        return wrong("to"_L1);
    const auto askFirst = params.value("ask_first"_L1);
    if (!askFirst.isUndefined() && !askFirst.isNull() && !askFirst.isBool())
        return wrong("ask_first"_L1);
    return calls::GiveTo{*call, **to, askFirst.toBool()};
}

Parsed record(const Params &params)
{
    const auto call = sid(params);
    if (!call)
        return std::unexpected(call.error());
    const auto on = params.value("on"_L1);
    if (!on.isBool())
        return wrong("on"_L1);
    return calls::RecordTalk{*call, on.toBool()};
}

Parsed keepPhoneOn(const Params &params)
{
    const auto on = params.value("on"_L1);
    if (!on.isBool())
        return wrong("on"_L1);
    return calls::KeepPhoneOn{on.toBool()};
}

/// What a text is set to; without a word: yes.
template <typename Wish> Parsed onText(const Params &params, QLatin1StringView field)
{
    const auto text = sid(params, "text_sid"_L1);
    if (!text)
        return std::unexpected(text.error());
    const auto on = params.value(field);
    if (!on.isUndefined() && !on.isBool())
        return wrong(field);
    return Wish{*text, on.toBool(true)};
}

Parsed readText(const Params &params)
{
    return onText<calls::ReadText>(params, "read"_L1);
}

Parsed markText(const Params &params)
{
    return onText<calls::MarkText>(params, "marked"_L1);
}

Parsed answerText(const Params &params)
{
    const auto text = sid(params, "text_sid"_L1);
    if (!text)
        return std::unexpected(text.error());
    const auto body = params.value("body"_L1);
    if (!body.isString() || body.toString().size() > calls::longestNotes)
        return wrong("body"_L1);
    return calls::AnswerText{*text, body.toString()};
}

using Parser = Parsed (*)(const Params &);

const QHash<QString, Parser> &parsers()
{
    static const QHash<QString, Parser> table{
        {u"call.pull"_s, &pull},
        {u"call.cancel"_s, &onCall<calls::CancelRinging>},
        {u"call.voicemail"_s, &onCall<calls::SendToVoicemail>},
        {u"call.release"_s, &onCall<calls::ThankAndRelease>},
        {u"call.hold"_s, &onCall<calls::PutOnHold>},
        {u"call.hangup"_s, &onCall<calls::HangUpCall>},
        {u"call.annotate"_s, &annotate},
        {u"call.move"_s, &move},
        {u"call.back"_s, &callBack},
        {u"call.give"_s, &give},
        {u"call.record"_s, &record},
        {u"queue.closeOut"_s, &closeOut},
        {u"queue.closeOutStop"_s, &plain<calls::StopCloseOut>},
        {u"queue.closeOutRetry"_s, &plain<calls::RetryCloseOut>},
        {u"line.open"_s, &plain<calls::OpenLine>},
        {u"line.close"_s, &plain<calls::CloseLine>},
        {u"seat.keepPhoneOn"_s, &keepPhoneOn},
        {u"text.answer"_s, &answerText},
        {u"text.mark"_s, &markText},
        {u"text.read"_s, &readText},
    };
    return table;
}

} // namespace

std::expected<calls::Command, RpcError> toCommand(const QString &method, const QJsonObject &params)
{
    const auto parser = parsers().value(method, nullptr);
    if (!parser) {
        return std::unexpected(RpcError{
            RpcError::unknownMethod,
            QCoreApplication::translate(
                "Seats", "There is no such request. Nothing was done. PROTOCOL.md lists them all.")});
    }
    return parser(params);
}

RpcError toRpcError(const calls::Refusal &refusal)
{
    RpcError error{static_cast<int>(refusal.code), refusal.sentence, {}};
    if (refusal.code == calls::RefusalCode::Taken)
        error.data.insert("seat"_L1, refusal.seat.isEmpty() ? QJsonValue() : QJsonValue(refusal.seat));
    else if (refusal.code == calls::RefusalCode::CarrierRefused)
        error.data.insert("code"_L1, refusal.carrierCode);
    return error;
}

} // namespace anteroom::seats
