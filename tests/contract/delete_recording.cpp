// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "calls/clock.h"
#include "twilio/twilio_carrier.h"

#include <QCoreApplication>
#include <QNetworkAccessManager>
#include <QTimer>

#include <QCoroTask>

#include <cstdio>

using namespace Qt::StringLiterals;
using namespace anteroom;

namespace {

QCoro::Task<void> deleteRecording(calls::Carrier *carrier, QString recording)
{
    const auto done = co_await carrier->deleteRecording(recording);
    if (!done)
        std::fprintf(stderr, "%s\n", qUtf8Printable(done.error().sentence));
    QCoreApplication::exit(done ? 0 : 1);
}

} // namespace

/// delete_recording ORIGIN SID: what the window's "Delete message" asks of the phone company.
int main(int argc, char *argv[])
{
    const QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() != 3)
        return 2;
    const twilio::Account account{
        qEnvironmentVariable("TWILIO_ACCOUNT_SID"), qgetenv("TWILIO_AUTH_TOKEN"), {}, {}};
    calls::SystemClock clock;
    QNetworkAccessManager network;
    twilio::TwilioCarrier carrier(account, {QUrl(arguments.at(1)), {}}, u"show"_s,
                                  calls::LineManners::defaults(), {}, network, clock);
    std::optional<QCoro::Task<void>> task;
    QTimer::singleShot(0, &carrier, [&] { task = deleteRecording(&carrier, arguments.at(2)); });
    return QCoreApplication::exec();
}
