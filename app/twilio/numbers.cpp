// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "twilio/numbers.h"

#include "twilio/json_fields.h"
#include "twilio/paging.h"

#include <QCoreApplication>

#include <array>

namespace anteroom::twilio {

using namespace Qt::StringLiterals;

namespace {

constexpr int mostNumbers = 1'000;

struct Setting
{
    QLatin1StringView parameter;
    QLatin1StringView field;
};
constexpr std::array settings{Setting{"VoiceUrl"_L1, "voice_url"_L1},
                              Setting{"VoiceMethod"_L1, "voice_method"_L1},
                              Setting{"VoiceFallbackUrl"_L1, "voice_fallback_url"_L1},
                              Setting{"VoiceFallbackMethod"_L1, "voice_fallback_method"_L1},
                              Setting{"StatusCallback"_L1, "status_callback"_L1},
                              Setting{"StatusCallbackMethod"_L1, "status_callback_method"_L1},
                              Setting{"VoiceApplicationSid"_L1, "voice_application_sid"_L1},
                              Setting{"SmsUrl"_L1, "sms_url"_L1},
                              Setting{"SmsMethod"_L1, "sms_method"_L1},
                              Setting{"SmsFallbackUrl"_L1, "sms_fallback_url"_L1},
                              Setting{"SmsFallbackMethod"_L1, "sms_fallback_method"_L1},
                              Setting{"TrunkSid"_L1, "trunk_sid"_L1}};

} // namespace

QStringList changedSettings()
{
    QStringList names;
    for (const Setting &setting : settings)
        names.append(setting.parameter);
    return names;
}

PhoneNumber numberFromJson(const QJsonObject &json)
{
    PhoneNumber number;
    number.sid = textField(json, "sid"_L1);
    number.number = textField(json, "phone_number"_L1);
    number.name = textField(json, "friendly_name"_L1);
    number.applicationSid = textField(json, "voice_application_sid"_L1);
    number.trunkSid = textField(json, "trunk_sid"_L1);
    number.smsApplicationSid = textField(json, "sms_application_sid"_L1);
    const QJsonObject capabilities = json.value("capabilities"_L1).toObject();
    number.takesTexts = capabilities.value("sms"_L1).toBool();
    number.takesCalls = capabilities.value("voice"_L1).toBool(true);
    number.looksUpNames = flagField(json, "voice_caller_id_lookup"_L1);
    for (const Setting &setting : settings)
        number.settings.insert(setting.parameter, textField(json, setting.field));
    return number;
}

calls::CarrierTask<QList<PhoneNumber>> Numbers::list()
{
    const RestRequest request{.path = m_client->accountPath("IncomingPhoneNumbers.json")};
    const auto elements = co_await readAll(m_client, request, u"incoming_phone_numbers"_s, mostNumbers);
    if (!elements)
        co_return std::unexpected(elements.error());
    QList<PhoneNumber> numbers;
    for (const auto &element : *elements)
        numbers.append(numberFromJson(element.toObject()));
    co_return numbers;
}

calls::CarrierTask<PhoneNumber> Numbers::find(QString number)
{
    RestRequest request{.path = m_client->accountPath("IncomingPhoneNumbers.json")};
    request.fields.add("PhoneNumber", number.toUtf8());
    const auto elements = co_await readAll(m_client, request, u"incoming_phone_numbers"_s, mostNumbers);
    if (!elements)
        co_return std::unexpected(elements.error());
    for (const auto &element : *elements) {
        PhoneNumber found = numberFromJson(element.toObject());
        if (found.number == number) // the filter matches parts as well
            co_return found;
    }
    const calls::CarrierError missing{
        calls::CarrierTrouble::Gone, 0,
        QCoreApplication::translate(
            "anteroom::twilio",
            "The account has no number %1, so its calls cannot come to this desk. Check the line in "
            "the settings and the account at Twilio.")
            .arg(number)};
    co_return std::unexpected(missing);
}

calls::CarrierTask<PhoneNumber> Numbers::update(QString sid, QMap<QString, QString> changes)
{
    RestRequest request{
        .verb = Verb::Post,
        .path = m_client->accountPath("IncomingPhoneNumbers/" + http::percentEncode(sid.toUtf8()) + ".json"),
        .urgency = Urgency::Click};
    for (auto it = changes.cbegin(); it != changes.cend(); ++it)
        request.fields.add(it.key().toUtf8(), it.value().toUtf8());
    const auto answer = co_await m_client->send(request);
    if (!answer)
        co_return std::unexpected(answer.error());
    co_return numberFromJson(answer->json);
}

} // namespace anteroom::twilio
