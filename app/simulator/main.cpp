// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/arrivals.h"
#include "simulator/numbers.h"
#include "simulator/phone_company.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QRegularExpression>
#include <QTimer>

#include <chrono>
#include <csignal>
#include <cstdio>
#include <optional>

using namespace Qt::StringLiterals;
using namespace anteroom;

namespace {

constexpr int done = 0;
constexpr int failed = 1;
constexpr int wrongUsage = 2;

// A signal handler may touch nothing else; asking for it five times a second works on every system.
volatile std::sig_atomic_t stopAsked = 0;
constexpr std::chrono::milliseconds tickInterval{200};

extern "C" void onStopSignal(int)
{
    stopAsked = 1;
}

int complain(const QString &sentence, int exitCode)
{
    std::fprintf(stderr, "%s\n", qUtf8Printable(sentence));
    return exitCode;
}

QString environment(const char *name)
{
    return qEnvironmentVariable(name);
}

struct Place
{
    QHostAddress address;
    quint16 port = 0;
};

/// ADDR:PORT, or [ADDR]:PORT for IPv6.
std::optional<Place> placeFrom(const QString &text)
{
    const qsizetype colon = text.lastIndexOf(u':');
    if (colon < 0)
        return std::nullopt;
    QString host = text.left(colon);
    if (host.startsWith(u'[') && host.endsWith(u']'))
        host = host.sliced(1, host.size() - 2);
    if (host == "localhost"_L1)
        host = u"127.0.0.1"_s;
    bool ok = false;
    const quint16 port = text.sliced(colon + 1).toUShort(&ok);
    const QHostAddress address(host);
    if (!ok || address.isNull())
        return std::nullopt;
    return Place{address, port};
}

QString tr(const char *text)
{
    return QCoreApplication::translate("anteroom-simulator", text);
}

QString controlHelp()
{
    return tr(R"(
Control requests, JSON below /simulator/ (times in seconds, fractions too):
  POST calls {from, to, caller_name, city, state, zip, country, stir_verstat}   somebody dials
  POST calls/SID/digits {digits}, calls/SID/hangup, calls/SID/speak {seconds}   what that person does; what is
       said while nothing records is heard by the next recording
  GET  calls/SID                                           where the call is, the verbs so far
  PUT  phones/NUMBER {behaviour, after_seconds, press, hang_up_after_seconds}   how a dialled phone reacts
  POST messages {from, to, body}, GET messages             a text comes in; the texts that went out
  GET  webhooks, DELETE webhooks                           what was sent, the last 100,000
  PUT  faults {...}, PUT clock {speed}, PUT guesses {...}  trouble, time, what the facts only guess
  PUT  account {concurrency, type, verified, balance, texts, media_login, calls_per_second}
       verified: numbers, with spaces between, that an account of type Trial may reach;
       media_login: whether the sound of recordings wants a login (at first not, as at the real one)
The first number looks up callers' names (VoiceCallerIdLookup); the others do not, so their callers have none.
)");
}

} // namespace

int main(int argc, char *argv[])
{
    QCoreApplication app(argc, argv);
    QCoreApplication::setApplicationName(u"anteroom-simulator"_s);
    QCoreApplication::setApplicationVersion(QStringLiteral(ANTEROOM_VERSION));

    QCommandLineParser parser;
    parser.setApplicationDescription(
        tr("A phone company on this machine: Twilio's REST paths, webhooks and TwiML, for tests and "
           "rehearsals.\n"
           "The account is taken from TWILIO_ACCOUNT_SID and TWILIO_AUTH_TOKEN in the environment, an API "
           "key from\n"
           "TWILIO_API_KEY and TWILIO_API_SECRET. Control requests below /simulator/ play the callers."));
    const QCommandLineOption help({u"h"_s, u"help"_s}, tr("Show this text."));
    const QCommandLineOption version({u"v"_s, u"version"_s}, tr("Show the version."));
    const QCommandLineOption listen(u"listen"_s, tr("Where to listen; port 0 takes a free one."),
                                    u"ADDR:PORT"_s, u"127.0.0.1:8738"_s);
    const QCommandLineOption speed(
        u"speed"_s, tr("How many times as fast as real its time runs (up to 10000)."), u"X"_s, u"1"_s);
    const QCommandLineOption seed(u"seed"_s, tr("The same seed brings the same SIDs."), u"S"_s, u"1"_s);
    const QCommandLineOption callers(
        u"callers"_s, tr("So many believable people ring the first number once it has a document."), u"N"_s,
        u"0"_s);
    const QCommandLineOption arrivals(u"arrivals"_s, tr("How many more ring in a minute."), u"PER_MINUTE"_s,
                                      u"0"_s);
    parser.addOptions({help, version, listen, speed, seed, callers, arrivals});

    if (!parser.parse(QCoreApplication::arguments()))
        return complain(parser.errorText(), wrongUsage);
    if (parser.isSet(help)) {
        std::fputs(qUtf8Printable(parser.helpText() + controlHelp()), stdout);
        return done;
    }
    if (parser.isSet(version)) {
        std::puts("anteroom-simulator " ANTEROOM_VERSION);
        return done;
    }
    if (!parser.positionalArguments().isEmpty())
        return complain(tr("Nothing but options is understood; see --help."), wrongUsage);

    const std::optional<Place> place = placeFrom(parser.value(listen));
    if (!place)
        return complain(tr("--listen wants an address and a port, such as 127.0.0.1:0."), wrongUsage);
    if (!place->address.isLoopback())
        return complain(
            tr("--listen must be a loopback address: anyone who reaches the simulator steers it."),
            wrongUsage);
    bool speedOk = false;
    const double factor = parser.value(speed).toDouble(&speedOk);
    if (!speedOk || !(factor > 0. && factor <= 10'000.)) // so written, it refuses NaN too
        return complain(tr("--speed wants a number above 0 and up to 10000."), wrongUsage);
    bool seedOk = false;
    const quint32 seedNumber = parser.value(seed).toUInt(&seedOk);
    if (!seedOk)
        return complain(tr("--seed wants a whole number from 0 to 4294967295."), wrongUsage);

    bool callersOk = false;
    bool arrivalsOk = false;
    const int callersAtOnce = parser.value(callers).toInt(&callersOk);
    const double perMinute = parser.value(arrivals).toDouble(&arrivalsOk);
    if (!callersOk || callersAtOnce < 0 || callersAtOnce > 10'000)
        return complain(tr("--callers wants a whole number from 0 to 10000."), wrongUsage);
    if (!arrivalsOk || !(perMinute >= 0. && perMinute <= 10'000.))
        return complain(tr("--arrivals wants a number from 0 to 10000."), wrongUsage);

    simulator::WorldOptions options;
    options.accountSid = environment("TWILIO_ACCOUNT_SID");
    options.authToken = environment("TWILIO_AUTH_TOKEN");
    options.seed = seedNumber;
    static const QRegularExpression sidPattern(u"^AC[0-9a-fA-F]{32}$"_s);
    if (!sidPattern.match(options.accountSid).hasMatch())
        return complain(tr("TWILIO_ACCOUNT_SID must be set to AC and 32 hexadecimal digits; invent one."),
                        wrongUsage);
    if (options.authToken.isEmpty())
        return complain(tr("TWILIO_AUTH_TOKEN must be set; invent one."), wrongUsage);

    simulator::PhoneCompany company(options);
    if (const QString key = environment("TWILIO_API_KEY"); !key.isEmpty())
        company.world().account().apiKeys.insert(key, environment("TWILIO_API_SECRET"));
    company.world().clock().setSpeed(factor);
    if (const auto listening = company.listen(place->address, place->port); !listening)
        return complain(listening.error(), failed);

    const simulator::Numbers &numbers = company.world().numbers();
    simulator::Arrivals crowd(company.world(), numbers.all().constFirst().number, seedNumber);
    bool crowdWanted = callersAtOnce > 0 || perMinute > 0.;

    std::signal(SIGTERM, onStopSignal);
    std::signal(SIGINT, onStopSignal);
    QTimer tick;
    QObject::connect(&tick, &QTimer::timeout, &app, [&] {
        if (stopAsked)
            QCoreApplication::quit();
        // Whoever rang before the number knows what to do would hear an apology and be gone.
        if (crowdWanted && !numbers.voiceOf(numbers.all().constFirst()).url.url.isEmpty()) {
            crowdWanted = false;
            crowd.begin(callersAtOnce, perMinute);
        }
    });
    tick.start(tickInterval);

    std::printf("listening %s\n", qUtf8Printable(company.origin()));
    std::fflush(stdout);
    return QCoreApplication::exec();
}
