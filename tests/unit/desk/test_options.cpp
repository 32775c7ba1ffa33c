// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/options.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace anteroom;
using desk::Options;

namespace {
QStringList line(const QString &words)
{
    return QStringList{u"anteroom"_s} + words.split(u' ', Qt::SkipEmptyParts);
}
} // namespace

class TestOptions : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void nothingMeansTheConsole()
    {
        const auto options = desk::readOptions(line(u""_s));
        QVERIFY(options);
        QCOMPARE(options->task, Options::Task::Run);
        QVERIFY(!options->headless);
        QVERIFY(!options->rehearsal);
    }

    void readsACheck()
    {
        const auto options = desk::readOptions(line(u"check --json --line +14155550100"_s));
        QVERIFY(options);
        QCOMPARE(options->task, Options::Task::Check);
        QVERIFY(options->json);
        QCOMPARE(options->line, u"+14155550100"_s);
        QVERIFY(!desk::readOptions(line(u"check"_s))->json);
        for (const char *wrong : {"check check", "check twice", "recheck", "--json", "check --headless",
                                  "check --rehearse", "check --list-seats", "check --release-number",
                                  "check --public-url https://a.example --connect-number"}) {
            const auto farewell = desk::readOptions(line(QString::fromLatin1(wrong)));
            QVERIFY2(!farewell, wrong);
            QCOMPARE(farewell.error().exitCode, 2);
        }
    }

    void readsARehearsal()
    {
        const auto options =
            desk::readOptions(line(u"--rehearse --callers 30 --arrivals 12.5 --speed 10 --seed 42"_s));
        QVERIFY(options);
        QVERIFY(options->rehearsal);
        QCOMPARE(options->rehearsal->callers, 30);
        QCOMPARE(options->rehearsal->arrivalsPerMinute, 12.5);
        QCOMPARE(options->rehearsal->speed, 10.0);
        QCOMPARE(options->rehearsal->seed, 42u);
    }

    void readsADesk()
    {
        const auto options = desk::readOptions(line(u"--headless --listen 127.0.0.1:0 --seat-listen "
                                                    u"[::1]:9000 --public-url https://desk.example.org/a/ "
                                                    "--twilio-url http://127.0.0.1:5000 --data-dir d --line "
                                                    "+14155550100 --queue morning --phone +1(415)555-0177 "
                                                    "--connect-number"_s));
        QVERIFY(options);
        QVERIFY(options->headless);
        QCOMPARE(options->listen->address, QHostAddress(QHostAddress::LocalHost));
        QCOMPARE(options->listen->port, quint16(0));
        QCOMPARE(options->seatListen->address, QHostAddress(QHostAddress::LocalHostIPv6));
        QCOMPARE(options->seatListen->port, quint16(9000));
        QCOMPARE(options->publicUrl, QUrl(u"https://desk.example.org/a"_s));
        QCOMPARE(options->twilioUrl, QUrl(u"http://127.0.0.1:5000"_s));
        QCOMPARE(options->line, u"+14155550100"_s);
        QCOMPARE(options->queue, u"morning"_s);
        QCOMPARE(options->seat.phone, u"+14155550177"_s);
        QVERIFY(options->connectNumber);
    }

    void aNumberIsConnectedWithoutAnAddressToo()
    {
        const auto options = desk::readOptions(line(u"--headless --connect-number"_s));
        QVERIFY(options);
        QVERIFY(options->connectNumber);
        QVERIFY(options->publicUrl.isEmpty());
    }

    void aPhoneMayBeAnAddress()
    {
        const auto sip = desk::readOptions(line(u"--headless --phone sip:ana@pbx.example.com"_s));
        QVERIFY(sip);
        QCOMPARE(sip->seat.phone, u"sip:ana@pbx.example.com"_s);
        const auto app = desk::readOptions(line(u"--add-seat Ana --role host --phone client:ana"_s));
        QVERIFY(app);
        QCOMPARE(app->seat.phone, u"client:ana"_s);
        QVERIFY(!desk::readOptions(line(u"--line sip:ana@pbx.example.com"_s))); // callers dial a number
    }

    void readsTheSeatTasks()
    {
        const auto added =
            desk::readOptions({u"anteroom"_s, u"--add-seat"_s, u"Studio B"_s, u"--role"_s, u"screener"_s});
        QVERIFY(added);
        QCOMPARE(added->task, Options::Task::AddSeat);
        QCOMPARE(added->seat.name, u"Studio B"_s);
        QCOMPARE(added->seat.role, calls::Role::Screener);
        QCOMPARE(desk::readOptions(line(u"--list-seats"_s))->task, Options::Task::ListSeats);
        QCOMPARE(desk::readOptions(line(u"--remove-seat Ana"_s))->seat.name, u"Ana"_s);
        QCOMPARE(desk::readOptions(line(u"--release-number"_s))->task, Options::Task::ReleaseNumber);
    }

    void helpAndVersionAreNoErrors()
    {
        const auto help = desk::readOptions(line(u"--help"_s));
        QCOMPARE(help.error().exitCode, 0);
        QVERIFY(help.error().text.contains(u"--rehearse"_s));
        QVERIFY(help.error().text.startsWith(u"Usage: anteroom [options]"_s));
        const auto version = desk::readOptions(line(u"--version"_s));
        QCOMPARE(version.error().exitCode, 0);
        QCOMPARE(version.error().text, u"anteroom " ANTEROOM_VERSION "\n"_s);
    }

    void refusesWrongUsage_data()
    {
        QTest::addColumn<QString>("words");
        for (const auto &words : {u"--frobnicate"_s,
                                  u"stray"_s,
                                  u"--callers 3"_s,
                                  u"--rehearse --callers -1"_s,
                                  u"--rehearse --speed 0"_s,
                                  u"--rehearse --speed nan"_s,
                                  u"--rehearse --seed x"_s,
                                  u"--rehearse --public-url https://a.example"_s,
                                  u"--listen nowhere"_s,
                                  u"--listen 127.0.0.1:70000"_s,
                                  u"--public-url http://desk.example.org"_s,
                                  u"--public-url desk.example.org"_s,
                                  u"--twilio-url http://10.0.0.1:80"_s,
                                  u"--public-url https://a.example/?q=1"_s,
                                  u"--line 5550100"_s,
                                  u"--host-number 5550100"_s,
                                  u"--phone +1x"_s,
                                  u"--phone sip:ana"_s,
                                  u"--phone client:"_s,
                                  u"--role host"_s,
                                  u"--add-seat Ana"_s,
                                  u"--add-seat Ana --role boss"_s,
                                  u"--list-seats --release-number"_s})
            QTest::newRow(qPrintable(words)) << words;
    }
    void refusesWrongUsage()
    {
        QFETCH(QString, words);
        const auto options = desk::readOptions(line(words));
        QVERIFY(!options);
        QCOMPARE(options.error().exitCode, 2);
        QVERIFY(options.error().text.size() > 20);
    }
};

QTEST_GUILESS_MAIN(TestOptions)
#include "test_options.moc"
