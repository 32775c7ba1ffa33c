// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/options.h"

#include "calls/phone_address.h"

#include <QCommandLineParser>
#include <QCoreApplication>

#include <cmath>

namespace anteroom::desk {

using namespace Qt::StringLiterals;

namespace {

struct OptionsWords
{
    Q_DECLARE_TR_FUNCTIONS(anteroom::desk::Options)
};

std::unexpected<Farewell> wrong(const QString &sentence)
{
    return std::unexpected(Farewell{2, OptionsWords::tr("%1\nTry 'anteroom --help'.\n").arg(sentence)});
}

bool isLoopback(const QUrl &url)
{
    return url.host() == "localhost"_L1 || QHostAddress(url.host()).isLoopback();
}

/// Credentials and callers' data travel there, so nothing but https leaves this machine.
std::expected<QUrl, QString> readUrl(const QString &option, const QString &text)
{
    QUrl url(text, QUrl::StrictMode);
    if (!url.isValid() || url.host().isEmpty() || (url.scheme() != "https"_L1 && url.scheme() != "http"_L1))
        return std::unexpected(
            OptionsWords::tr("%1 needs a whole address such as https://desk.example.org, not '%2'.")
                .arg(option, text));
    if (url.scheme() != "https"_L1 && !isLoopback(url))
        return std::unexpected(
            OptionsWords::tr(
                "%1 must be https unless it is on this machine; '%2' would be readable on the way.")
                .arg(option, text));
    if (url.hasQuery() || url.hasFragment())
        return std::unexpected(
            OptionsWords::tr("%1 must not have a query or a fragment: '%2'.").arg(option, text));
    while (url.path().endsWith(u'/'))
        url.setPath(url.path().chopped(1));
    return url;
}

std::optional<QString> readNumber(const QString &text)
{
    QString number;
    for (const QChar c : text) {
        if ((c >= u'0' && c <= u'9') || (c == u'+' && number.isEmpty()))
            number += c;
        else if (!u" -().\u00a0"_s.contains(c))
            return {};
    }
    if (!number.startsWith(u'+') || number.size() < 8 || number.size() > 16)
        return {};
    return number;
}

std::optional<double> readPositive(const QString &text, bool zeroAllowed)
{
    bool isNumber = false;
    const double value = text.toDouble(&isNumber);
    if (!isNumber || !std::isfinite(value) || value < 0 || (value == 0 && !zeroAllowed))
        return {};
    return value;
}

struct Parser
{
    QCommandLineOption rehearse{u"rehearse"_s,
                                OptionsWords::tr("Run against a simulated phone company on this machine.")};
    QCommandLineOption callers{u"callers"_s, OptionsWords::tr("Rehearsal: callers waiting at the start (7)."),
                               u"N"_s};
    QCommandLineOption arrivals{u"arrivals"_s, OptionsWords::tr("Rehearsal: new callers per minute (4)."),
                                u"PER_MINUTE"_s};
    QCommandLineOption speed{
        u"speed"_s, OptionsWords::tr("Rehearsal: how fast the phone company's time runs (1)."), u"X"_s};
    QCommandLineOption seed{u"seed"_s,
                            OptionsWords::tr("Rehearsal: the same seed brings the same people (1)."), u"S"_s};
    QCommandLineOption headless{u"headless"_s,
                                OptionsWords::tr("The same without a window: receiver, switchboard, seats.")};
    QCommandLineOption listen{
        u"listen"_s, OptionsWords::tr("Where webhooks come in (127.0.0.1:8737); port 0 takes a free one."),
        u"ADDR:PORT"_s};
    QCommandLineOption seatListen{
        u"seat-listen"_s, OptionsWords::tr("A port of their own for other consoles."), u"ADDR:PORT"_s};
    QCommandLineOption publicUrl{
        u"public-url"_s, OptionsWords::tr("What the phone company calls; without it the queue is polled."),
        u"URL"_s};
    QCommandLineOption twilioUrl{
        u"twilio-url"_s,
        OptionsWords::tr("One origin for every Twilio product (tests, regions, compatible services)."),
        u"URL"_s};
    QCommandLineOption dataDir{
        u"data-dir"_s, OptionsWords::tr("Where everything is kept; default: the platform's data folder."),
        u"DIR"_s};
    QCommandLineOption line{
        u"line"_s, OptionsWords::tr("The number that callers dial, such as +14155550100."), u"NUMBER"_s};
    QCommandLineOption queue{u"queue"_s, OptionsWords::tr("The name of its queue."), u"NAME"_s};
    QCommandLineOption hostNumber{
        u"host-number"_s,
        OptionsWords::tr("Another number of the account: hosts dial it to run the show from any phone."),
        u"NUMBER"_s};
    QCommandLineOption phone{
        u"phone"_s,
        OptionsWords::tr("This seat's phone, or with --add-seat the new seat's: a number, "
                         "sip:USER@HOST or client:NAME."),
        u"PHONE"_s};
    QCommandLineOption connectNumber{
        u"connect-number"_s,
        OptionsWords::tr("Point the number at --public-url, or without one at documents that "
                         "the phone company hosts, keeping what was there.")};
    QCommandLineOption releaseNumber{
        u"release-number"_s,
        OptionsWords::tr("Put back what was there, where the number still holds our values, and exit.")};
    QCommandLineOption json{u"json"_s, OptionsWords::tr("With check: one JSON object instead of lines.")};
    QCommandLineOption addSeat{u"add-seat"_s,
                               OptionsWords::tr("Let another console in; prints its token, once, and exits."),
                               u"NAME"_s};
    QCommandLineOption role{u"role"_s, OptionsWords::tr("With --add-seat: host, screener or viewer."),
                            u"ROLE"_s};
    QCommandLineOption listSeats{u"list-seats"_s, OptionsWords::tr("Print the seats and exit.")};
    QCommandLineOption removeSeat{u"remove-seat"_s, OptionsWords::tr("Take a seat's token back and exit."),
                                  u"NAME"_s};
    QCommandLineOption help{{u"h"_s, u"help"_s}, OptionsWords::tr("Show this help and exit.")};
    QCommandLineOption version{{u"v"_s, u"version"_s}, OptionsWords::tr("Show the version and exit.")};
    QCommandLineParser parser;

    Parser()
    {
        parser.setApplicationDescription(OptionsWords::tr(
            "Anteroom, a call-screening console.\n\n"
            "Secrets come from the environment (TWILIO_ACCOUNT_SID, TWILIO_AUTH_TOKEN, TWILIO_API_KEY,\n"
            "TWILIO_API_SECRET), from files of these names in $CREDENTIALS_DIRECTORY, or from the keychain;\n"
            "never from the command line. When ready, one line is printed: listening http://ADDR:PORT\n\n"
            "Exit codes: 0 done, 1 failed, 2 wrong usage."));
        parser.addOptions({rehearse, callers,    arrivals,   speed,         seed,          headless,
                           listen,   seatListen, publicUrl,  twilioUrl,     dataDir,       line,
                           queue,    phone,      hostNumber, connectNumber, releaseNumber, addSeat,
                           role,     listSeats,  removeSeat, json,          help,          version});
        parser.addPositionalArgument(
            u"check"_s,
            OptionsWords::tr("Look at everything that a show depends on, and exit: 0 when callers "
                             "can come, 1 when something is failing."),
            u"[check]"_s);
    }
};

std::expected<void, QString> readRehearsal(const Parser &p, Options &options)
{
    const auto &parser = p.parser;
    if (!parser.isSet(p.rehearse)) {
        for (const auto *option : {&p.callers, &p.arrivals, &p.speed, &p.seed})
            if (parser.isSet(*option))
                return std::unexpected(
                    OptionsWords::tr("--%1 belongs to --rehearse.").arg(option->names().first()));
        return {};
    }
    RehearsalOptions rehearsal;
    bool isNumber = true;
    if (parser.isSet(p.callers))
        rehearsal.callers = parser.value(p.callers).toInt(&isNumber);
    if (!isNumber || rehearsal.callers < 0 || rehearsal.callers > 5000)
        return std::unexpected(OptionsWords::tr("--callers needs a number from 0 to 5000."));
    if (parser.isSet(p.arrivals)) {
        const auto value = readPositive(parser.value(p.arrivals), true);
        if (!value || *value > 6000)
            return std::unexpected(
                OptionsWords::tr("--arrivals needs a number from 0 to 6000 (callers per minute)."));
        rehearsal.arrivalsPerMinute = *value;
    }
    if (parser.isSet(p.speed)) {
        const auto value = readPositive(parser.value(p.speed), false);
        if (!value || *value > 1000)
            return std::unexpected(OptionsWords::tr("--speed needs a number above 0, up to 1000."));
        rehearsal.speed = *value;
    }
    if (parser.isSet(p.seed)) {
        rehearsal.seed = parser.value(p.seed).toUInt(&isNumber);
        if (!isNumber)
            return std::unexpected(OptionsWords::tr("--seed needs a whole number."));
    }
    for (const auto *option : {&p.publicUrl, &p.twilioUrl, &p.connectNumber, &p.releaseNumber})
        if (parser.isSet(*option))
            return std::unexpected(
                OptionsWords::tr("--%1 does not go with --rehearse, which brings its own phone company.")
                    .arg(option->names().first()));
    options.rehearsal = rehearsal;
    return {};
}

std::expected<void, QString> readPlaces(const Parser &p, Options &options)
{
    const auto &parser = p.parser;
    for (const auto &[option, target] :
         {std::pair{&p.listen, &options.listen}, std::pair{&p.seatListen, &options.seatListen}}) {
        if (!parser.isSet(*option))
            continue;
        *target = readEndpoint(parser.value(*option));
        if (!*target)
            return std::unexpected(
                OptionsWords::tr("--%1 needs an address and a port, such as 127.0.0.1:8737.")
                    .arg(option->names().first()));
    }
    for (const auto &[option, target] :
         {std::pair{&p.publicUrl, &options.publicUrl}, std::pair{&p.twilioUrl, &options.twilioUrl}}) {
        if (!parser.isSet(*option))
            continue;
        auto url = readUrl(u"--"_s + option->names().first(), parser.value(*option));
        if (!url)
            return std::unexpected(url.error());
        *target = *std::move(url);
    }
    for (const auto &[option, target] :
         {std::pair{&p.line, &options.line}, std::pair{&p.hostNumber, &options.hostNumber},
          std::pair{&p.phone, &options.seat.phone}}) {
        if (!parser.isSet(*option))
            continue;
        const QString typed = parser.value(*option);
        if (option == &p.phone && calls::isPhoneAddress(typed)) {
            const auto address = calls::phoneAddress(typed);
            if (!address)
                return std::unexpected(address.error());
            *target = *address;
            continue;
        }
        const auto number = readNumber(typed);
        if (!number)
            return std::unexpected(
                OptionsWords::tr("--%1 needs a number with its country code, such as +14155550100.")
                    .arg(option->names().first()));
        *target = *number;
    }
    options.dataDir = parser.value(p.dataDir);
    options.queue = parser.value(p.queue);
    if (parser.isSet(p.queue) && (options.queue.isEmpty() || options.queue.size() > 64))
        return std::unexpected(OptionsWords::tr("--queue needs a name of 1 to 64 characters."));
    return {};
}

std::expected<void, QString> readTask(const Parser &p, Options &options)
{
    const auto &parser = p.parser;
    options.headless = parser.isSet(p.headless);
    options.connectNumber = parser.isSet(p.connectNumber);
    int tasks = 0;
    for (const auto &[option, task] :
         {std::pair{&p.releaseNumber, Options::Task::ReleaseNumber},
          std::pair{&p.addSeat, Options::Task::AddSeat}, std::pair{&p.listSeats, Options::Task::ListSeats},
          std::pair{&p.removeSeat, Options::Task::RemoveSeat}}) {
        if (parser.isSet(*option)) {
            options.task = task;
            ++tasks;
        }
    }
    if (!parser.positionalArguments().isEmpty()) {
        options.task = Options::Task::Check;
        if (tasks > 0 || options.connectNumber || options.rehearsal || options.headless)
            return std::unexpected(OptionsWords::tr("'check' only looks; it does not go with that."));
    }
    options.json = parser.isSet(p.json);
    if (options.json && options.task != Options::Task::Check)
        return std::unexpected(OptionsWords::tr("--json belongs to check."));
    if (tasks > 1)
        return std::unexpected(OptionsWords::tr(
            "Only one of --release-number, --add-seat, --list-seats and --remove-seat at a time."));
    if (options.connectNumber && options.task != Options::Task::Run)
        return std::unexpected(OptionsWords::tr("--connect-number does not go with that."));
    if (parser.isSet(p.role) != (options.task == Options::Task::AddSeat))
        return std::unexpected(OptionsWords::tr(
            "--add-seat needs --role host, screener or viewer, and --role needs --add-seat."));
    if (options.task == Options::Task::AddSeat) {
        const QString role = parser.value(p.role);
        bool known = false;
        for (const auto candidate : {calls::Role::Host, calls::Role::Screener, calls::Role::Viewer}) {
            if (calls::toWord(candidate) == role) {
                options.seat.role = candidate;
                known = true;
            }
        }
        if (!known)
            return std::unexpected(
                OptionsWords::tr("--role is host, screener or viewer, not '%1'.").arg(role));
        options.seat.name = parser.value(p.addSeat);
    } else if (options.task == Options::Task::RemoveSeat) {
        options.seat.name = parser.value(p.removeSeat);
    }
    if ((options.task == Options::Task::AddSeat || options.task == Options::Task::RemoveSeat) &&
        (options.seat.name.trimmed().isEmpty() || options.seat.name.size() > 64))
        return std::unexpected(OptionsWords::tr("A seat's name has 1 to 64 characters."));
    return {};
}

/// The options are read before there is an application whose name the parser could print.
QString helpOf(const Parser &p)
{
    QString text = p.parser.helpText();
    if (const auto end = text.indexOf(" [options]"_L1); end > 0)
        text.replace(0, end, u"Usage: anteroom"_s);
    return text;
}

} // namespace

std::optional<Endpoint> readEndpoint(const QString &text)
{
    const auto colon = text.lastIndexOf(u':');
    if (colon < 1)
        return {};
    QString host = text.left(colon);
    if (host.startsWith(u'[') && host.endsWith(u']'))
        host = host.mid(1, host.size() - 2);
    if (host == "localhost"_L1)
        host = u"127.0.0.1"_s;
    bool isNumber = false;
    const auto port = text.mid(colon + 1).toUShort(&isNumber);
    const QHostAddress address(host);
    if (!isNumber || address.isNull())
        return {};
    return Endpoint{address, port};
}

std::expected<Options, Farewell> readOptions(const QStringList &arguments)
{
    Parser p;
    if (!p.parser.parse(arguments))
        return wrong(p.parser.errorText());
    if (p.parser.isSet(p.help))
        return std::unexpected(Farewell{0, helpOf(p)});
    if (p.parser.isSet(p.version))
        return std::unexpected(Farewell{0, u"anteroom " ANTEROOM_VERSION "\n"_s});
    if (QStringList words = p.parser.positionalArguments(); !words.isEmpty()) {
        if (words.first() == "check"_L1)
            words.removeFirst();
        if (!words.isEmpty())
            return wrong(OptionsWords::tr("'%1' is not an option.").arg(words.first()));
    }
    Options options;
    for (const auto read : {&readRehearsal, &readPlaces, &readTask})
        if (const auto done = read(p, options); !done)
            return wrong(done.error());
    return options;
}

} // namespace anteroom::desk
