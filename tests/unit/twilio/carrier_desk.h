// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "hand_clock.h"
#include "scripted_server.h"
#include "twilio/twilio_carrier.h"
#include <QNetworkAccessManager>
#include <QTemporaryDir>

namespace carriers {

using namespace Qt::StringLiterals;
using namespace anteroom;
using namespace anteroom::twilio;
using calls::CarrierResult;
using calls::CarrierTask;
using calls::CarrierTrouble;
using Server = ScriptedServer;

inline const QByteArray base = "/2010-04-01/Accounts/AC1/"_ba;
inline const QString line = u"+14155550100"_s;

template <typename T> struct Outcome
{
    std::optional<CarrierResult<T>> result;
};

template <typename T> QCoro::Task<void> store(CarrierTask<T> task, std::shared_ptr<Outcome<T>> outcome)
{
    outcome->result = co_await task;
}

inline QByteArray voiceOf(const QHash<QByteArray, QByteArray> &number)
{
    QByteArray json = "{\"sid\":\"PN1\",\"phone_number\":\"+14155550100\"";
    if (number.contains("sms_url"))
        json += ",\"capabilities\":{\"voice\":true,\"sms\":true}";
    for (auto it = number.cbegin(); it != number.cend(); ++it)
        json += ",\"" + it.key() + "\":\"" + it.value() + '"';
    return json + '}';
}

inline QByteArray fieldOf(const QByteArray &parameter)
{
    QByteArray field;
    for (const char c : parameter) {
        if (c >= 'A' && c <= 'Z')
            field += field.isEmpty() ? QByteArray(1, char(c + 32)) : QByteArray("_") + char(c + 32);
        else
            field += c;
    }
    return field;
}

/// The carrier as it is, a scripted phone company, and one number of the account.
class CarrierDesk
{
public:
    Server server;
    HandClock clock;
    QNetworkAccessManager network;
    QTemporaryDir folder;
    Account account{u"AC1"_s, "token"_ba, {}, {}};
    std::unique_ptr<TwilioCarrier> carrier;
    std::vector<QCoro::Task<void>> tasks;
    QHash<QByteArray, QByteArray> number{
        {"voice_url", "https://old.example/v"}, {"voice_method", "GET"}, {"voice_fallback_url", ""},
        {"voice_fallback_method", "POST"},      {"status_callback", ""}, {"status_callback_method", "POST"},
        {"voice_application_sid", ""}};

    explicit CarrierDesk(const QUrl &publicUrl = {})
    {
        carrier = std::make_unique<TwilioCarrier>(account, Places{server.origin(), publicUrl}, u"show"_s,
                                                  calls::LineManners::defaults(), file(), network, clock);
    }
    QString file() const { return folder.filePath(u"numbers.json"_s); }

    template <typename T> std::shared_ptr<Outcome<T>> run(CarrierTask<T> task)
    {
        auto outcome = std::make_shared<Outcome<T>>();
        tasks.push_back(store(std::move(task), outcome));
        return outcome;
    }
    Server::Request last() const { return server.requests().constLast(); }

    void playNumber()
    {
        server.setHandler([this](const Server::Request &request) {
            if (request.method == "POST") {
                const auto form = request.form();
                for (const auto &[name, value] : form.fields())
                    number[fieldOf(name)] = value;
                return Server::json(200, voiceOf(number));
            }
            return Server::json(200, "{\"incoming_phone_numbers\":[" + voiceOf(number) + "]}");
        });
    }
};

} // namespace carriers
