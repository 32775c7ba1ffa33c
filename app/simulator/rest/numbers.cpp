// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/numbers.h"
#include "simulator/rest/dates.h"
#include "simulator/rest/formats.h"
#include "simulator/rest/paging.h"
#include "simulator/rest/parameters.h"
#include "simulator/world.h"

using namespace Qt::StringLiterals;

namespace anteroom::simulator::rest {

namespace {

QJsonObject toJson(const World &world, const PhoneNumber &number)
{
    const QJsonObject capabilities{
        {u"voice"_s, number.voice}, {u"sms"_s, number.sms}, {u"mms"_s, number.mms}, {u"fax"_s, false}};
    return {
        {u"sid"_s, number.sid},
        {u"account_sid"_s, world.account().sid},
        {u"phone_number"_s, number.number},
        {u"friendly_name"_s, number.friendlyName},
        {u"capabilities"_s, capabilities},
        {u"voice_url"_s, orNull(number.voiceUrl.url)},
        {u"voice_method"_s, number.voiceUrl.method},
        {u"voice_fallback_url"_s, orNull(number.voiceFallback.url)},
        {u"voice_fallback_method"_s, number.voiceFallback.method},
        {u"voice_application_sid"_s, orNull(number.voiceApplicationSid)},
        {u"voice_caller_id_lookup"_s, number.callerIdLookup},
        {u"voice_receive_mode"_s, u"voice"_s},
        {u"trunk_sid"_s, orNull(number.trunkSid)},
        {u"status_callback"_s, orNull(number.statusCallback.url)},
        {u"status_callback_method"_s, number.statusCallback.method},
        {u"sms_url"_s, orNull(number.smsUrl.url)},
        {u"sms_method"_s, number.smsUrl.method},
        {u"sms_fallback_url"_s, orNull(number.smsFallback.url)},
        {u"sms_fallback_method"_s, number.smsFallback.method},
        {u"sms_application_sid"_s, orNull(number.smsApplicationSid)},
        {u"address_requirements"_s, u"none"_s},
        {u"address_sid"_s, QJsonValue()},
        {u"identity_sid"_s, QJsonValue()},
        {u"bundle_sid"_s, QJsonValue()},
        {u"emergency_status"_s, u"Inactive"_s},
        {u"emergency_address_sid"_s, QJsonValue()},
        {u"emergency_address_status"_s, u"unregistered"_s},
        {u"beta"_s, false},
        {u"origin"_s, u"twilio"_s},
        {u"status"_s, u"in-use"_s},
        {u"type"_s, u"local"_s},
        {u"date_created"_s, rfc2822(number.created)},
        {u"date_updated"_s, rfc2822(number.updated)},
        {u"api_version"_s, QLatin1StringView(apiVersion)},
        {u"uri"_s, accountUri(world, u"IncomingPhoneNumbers/%1.json"_s.arg(number.sid))},
    };
}

Answer answerWith(const World &world, const Result<PhoneNumber> &number)
{
    if (!number)
        return std::unexpected(number.error());
    return json(toJson(world, *number));
}

Answer listNumbers(Exchange &exchange)
{
    Parameters parameters(exchange.query);
    const std::optional<QString> name = parameters.text("FriendlyName");
    QList<PhoneNumber> numbers = exchange.world.numbers().all();
    // PhoneNumber may be a part of the number, with * for any digit.
    QString part = parameters.text("PhoneNumber").value_or(QString());
    part.remove(u'*').remove(u'+');
    numbers.removeIf([&](const PhoneNumber &number) {
        return (name && number.friendlyName != *name) || (!part.isEmpty() && !number.number.contains(part));
    });
    return listAnswer(
        u"incoming_phone_numbers"_s, exchange.path, exchange.query, numbers,
        [](const PhoneNumber &number) { return number.sid.toLatin1(); },
        [&](const PhoneNumber &number) { return toJson(exchange.world, number); });
}

Answer readNumber(Exchange &exchange)
{
    return answerWith(exchange.world, exchange.world.numbers().get(exchange.capture(0)));
}

Answer updateNumber(Exchange &exchange)
{
    Parameters parameters(exchange.form);
    const auto method = [&](QByteArrayView name) {
        return parameters.text(name).transform([](const QString &value) { return value.toUpper(); });
    };
    UpdateNumber update;
    update.friendlyName = parameters.text("FriendlyName");
    update.voiceUrl = parameters.text("VoiceUrl");
    update.voiceMethod = method("VoiceMethod");
    update.voiceFallbackUrl = parameters.text("VoiceFallbackUrl");
    update.voiceFallbackMethod = method("VoiceFallbackMethod");
    update.statusCallback = parameters.text("StatusCallback");
    update.statusCallbackMethod = method("StatusCallbackMethod");
    update.voiceApplicationSid = parameters.text("VoiceApplicationSid");
    update.trunkSid = parameters.text("TrunkSid");
    update.callerIdLookup = parameters.boolean("VoiceCallerIdLookup");
    update.smsUrl = parameters.text("SmsUrl");
    update.smsMethod = method("SmsMethod");
    update.smsFallbackUrl = parameters.text("SmsFallbackUrl");
    update.smsFallbackMethod = method("SmsFallbackMethod");
    update.smsApplicationSid = parameters.text("SmsApplicationSid");
    if (parameters.refusal())
        return std::unexpected(*parameters.refusal());
    return answerWith(exchange.world, exchange.world.numbers().update(exchange.capture(0), update));
}

/// At the real company DELETE gives the number away and POST on the list costs money: no program of ours may
/// try.
Answer neverBoughtOrReleased(Exchange &)
{
    return std::unexpected(
        ApiError{403, 20006, u"Access Denied: numbers are neither bought nor released here"_s});
}

} // namespace

std::span<const Route> numberRoutes()
{
    static constexpr Route routes[] = {
        {"GET", "IncomingPhoneNumbers", listNumbers},
        {"POST", "IncomingPhoneNumbers", neverBoughtOrReleased},
        {"GET", "IncomingPhoneNumbers/{number}", readNumber},
        {"POST", "IncomingPhoneNumbers/{number}", updateNumber},
        {"DELETE", "IncomingPhoneNumbers/{number}", neverBoughtOrReleased},
    };
    return routes;
}

} // namespace anteroom::simulator::rest
