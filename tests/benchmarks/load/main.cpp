// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Plays a phone company in a hurry: signed webhooks over keep-alive connections, and one line of JSON with
// what came back.
#include "load/load_run.h"
#include "load/webhooks.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QJsonDocument>
#include <QJsonObject>

#include <cstdio>

using namespace Qt::StringLiterals;
using namespace anteroom::benchmarks;

namespace {

double milliseconds(std::chrono::nanoseconds time)
{
    return std::chrono::duration<double, std::milli>(time).count();
}

QCommandLineOption option(const QString &name, const QString &what, const QString &value,
                          const QString &fallback = {})
{
    return QCommandLineOption(name, what, value, fallback);
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    QCommandLineParser parser;
    parser.setApplicationDescription(
        u"Sends signed webhooks; account and token come from TWILIO_ACCOUNT_SID and TWILIO_AUTH_TOKEN."_s);
    parser.addHelpOption();
    parser.addOptions({option(u"port"_s, u"Where the server listens on 127.0.0.1"_s, u"PORT"_s),
                       option(u"public-url"_s, u"What is signed"_s, u"URL"_s, u"https://desk.example.com"_s),
                       option(u"line"_s, u"The number that is dialled"_s, u"NUMBER"_s, u"+15105550100"_s),
                       option(u"first-sid"_s, u"Number of the first call, hexadecimal"_s, u"HEX"_s, u"1"_s),
                       option(u"connections"_s, u"Keep-alive connections"_s, u"N"_s, u"16"_s),
                       option(u"requests"_s, u"Measured requests"_s, u"N"_s, u"10000"_s),
                       option(u"warm-up"_s, u"Requests before them"_s, u"N"_s, u"500"_s),
                       option(u"per-second"_s, u"Pace; 0: as fast as answers come"_s, u"N"_s, u"0"_s),
                       option(u"mix"_s, u"arrivals, joins or lives"_s, u"MIX"_s, u"arrivals"_s)});
    parser.process(application);

    Desk desk;
    desk.publicUrl = parser.value(u"public-url"_s).toUtf8();
    desk.line = parser.value(u"line"_s).toUtf8();
    desk.firstSid = parser.value(u"first-sid"_s).toUtf8();
    desk.accountSid = qgetenv("TWILIO_ACCOUNT_SID");
    desk.authToken = qgetenv("TWILIO_AUTH_TOKEN");
    const int connections = parser.value(u"connections"_s).toInt();
    const int warmUp = parser.value(u"warm-up"_s).toInt();
    const int requests = parser.value(u"requests"_s).toInt();
    const QString named = parser.value(u"mix"_s);
    const Mix mix = named == "lives"_L1 ? Mix::Lives : named == "joins"_L1 ? Mix::Joins : Mix::Arrivals;

    const auto webhooks = makeWebhooks(desk, mix, warmUp + requests);
    const auto result = runLoad(parser.value(u"port"_s).toUShort(), connections, webhooks, warmUp,
                                parser.value(u"per-second"_s).toInt());
    if (!result) {
        std::fprintf(stderr, "%s\n", qUtf8Printable(result.error()));
        return 1;
    }
    const double seconds = milliseconds(result->wall) / 1000;
    const QJsonObject report{{u"connections"_s, connections},
                             {u"answered"_s, result->answered},
                             {u"refused"_s, result->refused},
                             {u"seconds"_s, seconds},
                             {u"per_second"_s, result->answered / seconds},
                             {u"p50_ms"_s, milliseconds(result->percentile(0.50))},
                             {u"p99_ms"_s, milliseconds(result->percentile(0.99))},
                             {u"max_ms"_s, milliseconds(result->percentile(1.0))}};
    std::printf("%s\n", QJsonDocument(report).toJson(QJsonDocument::Compact).constData());
    return result->refused == 0 ? 0 : 1;
}
