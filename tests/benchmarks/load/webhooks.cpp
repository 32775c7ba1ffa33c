// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "load/webhooks.h"

#include "http/form.h"
#include "twiml/signature.h"

#include <array>

namespace anteroom::benchmarks {
namespace {

struct Place
{
    const char *city, *state, *zip, *areaCode;
};
constexpr std::array<Place, 5> places{{{"SAN JOSE", "CA", "95113", "408"},
                                       {"ALBUQUERQUE", "NM", "87102", "505"},
                                       {"NEW YORK", "NY", "10001", "212"},
                                       {"ST. JOHN'S", "NL", "A1C", "709"},
                                       {"PORTLAND", "OR", "97204", "503"}}};
constexpr std::array<const char *, 5> names{"PRIYA RAMAN", "O'NEIL & SONS", "WIRELESS CALLER", "JOSÉ ÁLVAREZ",
                                            "SMITH,J"};
constexpr int callsPerStage = 100;

http::Form common(const Desk &desk, int call, QByteArray status)
{
    const Place &from = places[static_cast<std::size_t>(call) % places.size()];
    const QByteArray number =
        "+1" + QByteArray(from.areaCode) + QByteArray::number(5'550'000 + call % 10'000);
    http::Form form;
    form.add("AccountSid", desk.accountSid);
    form.add("ApiVersion", "2010-04-01");
    form.add("CallSid", sidOf(desk, call));
    form.add("CallStatus", std::move(status));
    for (const QByteArray name : {"From", "Caller"}) {
        form.add(name, number);
        form.add(name + "City", from.city);
        form.add(name + "State", from.state);
        form.add(name + "Zip", from.zip);
        form.add(name + "Country", "US");
    }
    for (const QByteArray name : {"To", "Called"}) {
        form.add(name, desk.line);
        form.add(name + "City", "OAKLAND");
        form.add(name + "State", "CA");
        form.add(name + "Zip", "94612");
        form.add(name + "Country", "US");
    }
    form.add("CallerName", names[static_cast<std::size_t>(call) % names.size()]);
    form.add("Direction", "inbound");
    return form;
}

std::string signedRequest(const Desk &desk, const QByteArray &target, const http::Form &form)
{
    const QByteArray body = form.encode();
    const QByteArray signature = twiml::sign(desk.authToken, desk.publicUrl + target, form.fields());
    const QByteArray host = desk.publicUrl.mid(desk.publicUrl.indexOf("//") + 2);
    const QByteArray request = "POST " + target + " HTTP/1.1\r\nHost: " + host +
                               "\r\nUser-Agent: TwilioProxy/1.1\r\nAccept: */*\r\n"
                               "Content-Type: application/x-www-form-urlencoded; charset=UTF-8\r\n"
                               "X-Twilio-Signature: " +
                               signature + "\r\nContent-Length: " + QByteArray::number(body.size()) +
                               "\r\n\r\n" + body;
    return request.toStdString();
}

std::string leavingOf(const Desk &desk, int call)
{
    http::Form form = common(desk, call, "completed");
    form.add("QueueSid", "QU" + QByteArray(32, 'c'));
    form.add("QueueTime", "42");
    form.add("QueueResult", "hangup");
    return signedRequest(desk, "/twilio/call?cue=left_queue", form);
}

std::string endOf(const Desk &desk, int call)
{
    http::Form form = common(desk, call, "completed");
    form.add("CallDuration", "57");
    form.add("Duration", "1");
    form.add("SequenceNumber", "0");
    form.add("CallbackSource", "call-progress-events");
    form.add("Timestamp", "Fri, 20 Nov 2026 12:00:00 +0000");
    return signedRequest(desk, "/twilio/call-status", form);
}

} // namespace

QByteArray sidOf(const Desk &desk, int call)
{
    const quint64 number = desk.firstSid.toULongLong(nullptr, 16) + static_cast<quint64>(call);
    return "CA" + QByteArray::number(number, 16).rightJustified(32, '0');
}

std::string arrivalOf(const Desk &desk, int call)
{
    http::Form form = common(desk, call, "ringing");
    form.add("StirVerstat", "TN-Validation-Passed-A");
    // As long as the real one: a JSON object around two web tokens.
    const QByteArray token =
        QByteArray("eyJhbGciOiJFUzI1NiJ9.") + QByteArray(260, 'e') + '.' + QByteArray(86, 's');
    form.add("CallToken", R"({"parentCallInfoToken":")" + token + R"(","identityHeaderTokens":[]})");
    return signedRequest(desk, "/twilio/voice", form);
}

std::string joiningOf(const Desk &desk, int call)
{
    return signedRequest(desk, "/twilio/call?cue=greeted", common(desk, call, "in-progress"));
}

std::vector<std::string> makeWebhooks(const Desk &desk, Mix mix, int count)
{
    std::vector<std::string> webhooks;
    webhooks.reserve(static_cast<std::size_t>(count));
    const auto enough = [&] { return static_cast<int>(webhooks.size()) >= count; };
    const auto stage = [&](int call, std::string (*request)(const Desk &, int)) {
        if (call >= 0 && !enough())
            webhooks.push_back(request(desk, call));
    };
    const int calls = mix == Mix::Joins ? (count + 1) / 2 : count;
    for (int step = 0; !enough(); ++step) {
        if (step < calls)
            stage(step, arrivalOf);
        if (mix == Mix::Arrivals)
            continue;
        // The stages lie far enough apart that requests of one call never overtake each other on their
        // connections.
        stage(step - callsPerStage, joiningOf);
        if (mix == Mix::Joins)
            continue;
        stage(step - 2 * callsPerStage, leavingOf);
        stage(step - 3 * callsPerStage, endOf);
    }
    return webhooks;
}

} // namespace anteroom::benchmarks
