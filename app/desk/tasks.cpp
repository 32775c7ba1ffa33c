// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/account_question.h"
#include "desk/engine_options.h"
#include "desk/headless.h"
#include "desk/logging.h"
#include "desk/print.h"
#include "desk/report_text.h"

#include "calls/clock.h"
#include "history/data_folder_lock.h"
#ifdef ANTEROOM_HAS_SEATS
#include "seats/seat_registry.h"
#endif
#include "settings/environment_secret_store.h"
#include "settings/keychain_secret_store.h"
#include "settings/keys.h"
#include "settings/paths.h"
#include "settings/settings.h"
#include "twilio/twilio_carrier.h"

#include <QCoreApplication>
#include <QDir>
#include <QNetworkAccessManager>
#include <QTimer>

namespace anteroom::desk {

using namespace Qt::StringLiterals;

namespace {

struct TaskWords
{
    Q_DECLARE_TR_FUNCTIONS(anteroom::desk::Tasks)
};

int fail(const QString &sentence)
{
    printLine(sentence, stderr);
    return 1;
}

QCoro::Task<std::expected<settings::Secrets, QString>> readSecrets()
{
    settings::EnvironmentSecretStore environment;
    settings::KeychainSecretStore keychain;
    settings::SecretStorePair stores(environment, keychain);
    auto secrets = co_await stores.read();
    if (secrets) {
        keepOutOfLogs(secrets->authToken.toUtf8());
        keepOutOfLogs(secrets->apiSecret.toUtf8());
    }
    co_return secrets;
}

QCoro::Task<int> check(Options options)
{
    settings::Settings settings(settings::settingsFile());
    settings.load();
    const auto secrets = co_await readSecrets();
    calls::AccountReport report{QDateTime::currentDateTimeUtc(), {}};
    if (!secrets || secrets->accountSid.isEmpty() ||
        (secrets->authToken.isEmpty() && secrets->apiSecret.isEmpty())) {
        report.lines = {
            {QStringLiteral("credentials"), calls::CheckGrade::Failing, TaskWords::tr("Account"),
             secrets ? TaskWords::tr("No account with the phone company is known.") : secrets.error(),
             TaskWords::tr("Start anteroom without options, which asks for it, or set "
                           "TWILIO_ACCOUNT_SID and TWILIO_AUTH_TOKEN in the environment.")}};
    } else {
        const AccountQuestion question = accountQuestion(options, settings, *secrets);
        calls::SystemClock clock;
        QNetworkAccessManager network;
        twilio::AccountCheck check(question.account, question.places, question.desk, network, clock);
        report = co_await check.run();
    }
    if (options.json)
        printLine(QString::fromUtf8(reportAsJson(report)), stdout);
    else
        printLine(reportAsText(report).chopped(1), stdout);
    co_return report.worst() == calls::CheckGrade::Failing ? 1 : 0;
}

QCoro::Task<int> releaseNumber(Options options)
{
    settings::Settings settings(settings::settingsFile());
    settings.load();
    const auto secrets = co_await readSecrets();
    if (!secrets)
        co_return fail(secrets.error());
    const auto engine = engineOptions(options, settings, *secrets);
    if (!engine)
        co_return fail(engine.error());
    const auto lock = history::DataFolderLock::take(engine->dataDir);
    if (!lock)
        co_return fail(lock.error());
    calls::SystemClock clock;
    QNetworkAccessManager network;
    twilio::TwilioCarrier carrier(engine->account, engine->places, engine->line.queue, engine->manners,
                                  QDir(engine->dataDir).filePath(u"numbers.json"_s), network, clock);
    const auto released = co_await carrier.releaseNumber(engine->line.number);
    if (!released)
        co_return fail(released.error().sentence);
    if (const QString hosts = engine->hosts.number; !hosts.isEmpty()) {
        const auto given = co_await carrier.releaseNumber(hosts);
        if (!given)
            co_return fail(given.error().sentence);
    }
    printLine(TaskWords::tr("The number is what it was before."), stdout);
    co_return 0;
}

#ifdef ANTEROOM_HAS_SEATS
/// Also while a desk runs: it watches the file.
int changeSeats(const Options &options)
{
    const QString folder = options.dataDir.isEmpty() ? settings::dataFolder() : options.dataDir;
    if (!QDir().mkpath(folder))
        return fail(TaskWords::tr("The folder %1 cannot be made.").arg(folder));
    seats::SeatRegistry registry(seatsFile(folder));
    if (const auto loaded = registry.load(); !loaded)
        return fail(loaded.error());
    switch (options.task) {
    case Options::Task::AddSeat: {
        settings::Settings settings(settings::settingsFile());
        settings.load();
        seats::SeatRegistry besidesOurs(seatsFile(folder), settings.value(settings::keys::seatName));
        const auto token = besidesOurs.add(options.seat);
        if (!token)
            return fail(token.error());
        printLine(*token, stdout);
        return 0;
    }
    case Options::Task::RemoveSeat: {
        const auto removed = registry.remove(options.seat.name);
        return removed ? 0 : fail(removed.error());
    }
    default:
        for (const auto &seat : registry.seats())
            printLine(u"%1\t%2\t%3"_s.arg(seat.name, calls::toWord(seat.role), calls::shortened(seat.phone)),
                      stdout);
        return 0;
    }
}
#else
int changeSeats(const Options &)
{
    return fail(TaskWords::tr("This build has no seats for other consoles (ANTEROOM_SEATS is off)."));
}
#endif

} // namespace

int runTask(const Options &options)
{
    if (options.task != Options::Task::ReleaseNumber && options.task != Options::Task::Check)
        return changeSeats(options);
    QTimer::singleShot(0, qApp, [options] {
        QCoro::connect(options.task == Options::Task::Check ? check(options) : releaseNumber(options), qApp,
                       [](int code) { QCoreApplication::exit(code); });
    });
    return QCoreApplication::exec();
}

} // namespace anteroom::desk
