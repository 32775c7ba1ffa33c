// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "calls/line_json.h"
#include "desk/engine_options.h"

#include "settings/keys.h"
#include "settings/secret_store.h"
#include "settings/settings.h"

#include <QJsonArray>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace anteroom;
namespace keys = settings::keys;

class TestEngineOptions : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;
    const settings::Secrets m_secrets{u"AC1"_s, u"token"_s, {}, {}};

private Q_SLOTS:
    void theCommandLineCountsBeforeTheSettings()
    {
        settings::Settings settings(m_folder.filePath(u"a.json"_s));
        settings.set(keys::lineNumber, u"+14155550100"_s);
        settings.set(keys::queueName, u"kept"_s);
        settings.set(keys::myPhone, u"+14155550111"_s);
        desk::Options options;
        options.queue = u"given"_s;
        const auto engine = desk::engineOptions(options, settings, m_secrets);
        QVERIFY(engine);
        QCOMPARE(engine->line.number, u"+14155550100"_s);
        QCOMPARE(engine->line.queue, u"given"_s);
        QCOMPARE(engine->seat.phone, u"+14155550111"_s);
        QCOMPARE(engine->listen.port, quint16(8737));
    }

    void theSeatsPhoneMayBeAnAddress()
    {
        settings::Settings settings(m_folder.filePath(u"phone.json"_s));
        settings.set(keys::lineNumber, u"+14155550100"_s);
        settings.set(keys::myPhone, u"SIP:ana@pbx.example.com"_s);
        QCOMPARE(desk::engineOptions({}, settings, m_secrets)->seat.phone, u"sip:ana@pbx.example.com"_s);
        settings.set(keys::myPhone, u"client:ana"_s);
        QCOMPARE(desk::engineOptions({}, settings, m_secrets)->seat.phone, u"client:ana"_s);
        settings.set(keys::myPhone, u"sip:ana"_s); // no host: nobody could be rung there
        QCOMPARE(desk::engineOptions({}, settings, m_secrets)->seat.phone, QString());
    }

    void ownTextsReplaceTheProgramsOnes()
    {
        settings::Settings settings(m_folder.filePath(u"b.json"_s));
        settings.set(keys::greeting, std::optional(QString()));
        settings.set(keys::thanks, std::optional(u"Bye!"_s));
        const auto manners = desk::mannersFrom(settings);
        QCOMPARE(manners.greeting, QString());
        QCOMPARE(manners.thanks, u"Bye!"_s);
        QCOMPARE(manners.goodbye, calls::LineManners::defaults().goodbye);
    }

    void takesWhatIsSoundOfALine()
    {
        settings::Settings settings(m_folder.filePath(u"d.json"_s));
        QVERIFY(desk::mannersProblems(settings).isEmpty());
        settings.set(keys::showName, u"Night Talk"_s);
        settings.set(keys::greeting, std::optional(u"Welcome to {show}."_s));
        settings.set(keys::askSeat, std::optional(u"Take %1?"_s));
        settings.set(keys::textVoices,
                     calls::toJson(calls::Voices{{QString(), {u"Polly.Amy"_s, u"en-GB"_s}}}));
        settings.set(keys::musicKind, u"silence"_s);
        settings.set(keys::announceEvery, 60);
        settings.set(keys::menu, calls::toJson(calls::Menu{{{u"1"_s, u"sales"_s}}}));
        const auto manners = desk::mannersFrom(settings);
        QCOMPARE(manners.greeting,
                 calls::SpokenText(u"Welcome to Night Talk."_s, u"Polly.Amy"_s, u"en-GB"_s));
        QCOMPARE(manners.goodbye.voice, u"Polly.Amy"_s);
        QCOMPARE(manners.askSeat.text, u"Take {caller}?"_s);
        QCOMPARE(manners.music.kind, calls::WaitMusic::Kind::Silence);
        QCOMPARE(manners.announceSeconds, 60);
        QCOMPARE(manners.menu.choices.size(), 1);
        QVERIFY(desk::mannersProblems(settings).isEmpty());

        // Whoever edits the file by hand: the defaults count, and a sentence says so.
        settings.set(keys::menu, QJsonObject{{u"choices"_s, QJsonArray{u"nonsense"_s}}});
        settings.set(keys::openingHours, QJsonObject{{u"on"_s, true}, {u"days"_s, u"Mondays"_s}});
        settings.set(keys::thanks, std::optional(u"thanks "_s.repeated(1000)));
        const auto left = desk::mannersFrom(settings);
        QVERIFY(left.menu.choices.isEmpty());
        QVERIFY(!left.hours.on);
        QVERIFY(left.thanks.size() <= calls::longestText);
        QCOMPARE(desk::mannersProblems(settings).size(), 3);
    }

    void whoIsAskedComesFromTheSettings()
    {
        settings::Settings settings(m_folder.filePath(u"d.json"_s));
        QCOMPARE(desk::askPlanFrom(settings), calls::AskPlan::defaults());
        const calls::AskPhone bob{u"Bob"_s, u"+14155550161"_s, calls::AskBy::Call};
        settings.set(keys::askPhones, calls::phonesToJson({bob}));
        settings.set(keys::askWords, calls::wordsToJson({{u"mine"_s, calls::AskWish::Take}}));
        settings.set(keys::askThenVoicemail, false);
        settings.set(keys::askAllAtOnce, true);
        settings.set(keys::askAlsoWithDesk, false);
        settings.set(keys::askSeconds, 20);
        settings.set(keys::askText, std::optional(u"{name}?"_s));
        const calls::AskPlan plan = desk::askPlanFrom(settings);
        QCOMPARE(plan.phones, QList<calls::AskPhone>{bob});
        QCOMPARE(plan.words, (QList<calls::ReplyWord>{{u"mine"_s, calls::AskWish::Take}}));
        QCOMPARE(plan.then, calls::AskEnd::KeepWaiting);
        QVERIFY(plan.allAtOnce && !plan.alsoWithDesk);
        QCOMPARE(plan.secondsForEach, 20);
        QCOMPARE(plan.text, u"{name}?"_s);
        settings.set(keys::askText, std::optional(u"  "_s));
        QCOMPARE(desk::askPlanFrom(settings).text, calls::AskPlan::defaults().text);
    }

    void whoMayRunTheShow()
    {
        settings::Settings settings(m_folder.filePath(u"hosts.json"_s));
        const QString line = u"+14155550100"_s;
        QCOMPARE(desk::hostPlanFrom(settings, line), calls::HostPlan());
        const calls::Host ann{u"Ann"_s, u"+14155550171"_s, u"hashed"_s};
        settings.set(keys::hostNumber, u"+14155550199"_s);
        settings.set(keys::hostPeople, calls::hostsToJson({ann}));
        settings.set(keys::hostAfterTalk, u"voicemail"_s);
        settings.set(keys::hostTrustsProven, true);
        const calls::HostPlan plan = desk::hostPlanFrom(settings, line);
        QCOMPARE(plan.number, u"+14155550199"_s);
        QCOMPARE(plan.people, QList<calls::Host>{ann});
        QCOMPARE(plan.afterTalk, calls::AfterTalk::Voicemail);
        QVERIFY(plan.trustsProvenPhones);
        settings.set(keys::hostNumber, line); // callers must never be asked for a PIN
        QCOMPARE(desk::hostPlanFrom(settings, line).number, QString());
    }

    void whatComesAfterTheQueue()
    {
        settings::Settings settings(m_folder.filePath(u"c.json"_s));
        auto manners = desk::mannersFrom(settings);
        QVERIFY(!manners.apologise && manners.textsOn && !manners.deleteQueue);
        QCOMPARE(manners.apology, calls::LineManners::defaults().apology);
        settings.set(keys::apologise, true);
        settings.set(keys::apologyAfter, 90);
        settings.set(keys::apology, std::optional(u"Sorry!"_s));
        settings.set(keys::nextShow, std::optional(u"Speak."_s));
        settings.set(keys::textsOn, false);
        settings.set(keys::deleteQueue, true);
        manners = desk::mannersFrom(settings);
        QVERIFY(manners.apologise && !manners.textsOn && manners.deleteQueue);
        QCOMPARE(manners.apologyAfterSeconds, 90);
        QCOMPARE(manners.apology, u"Sorry!"_s);
        QCOMPARE(manners.nextShow.text, u"Speak."_s);
    }

    void saysWhatIsMissing_data()
    {
        QTest::addColumn<QString>("accountSid");
        QTest::addColumn<QString>("token");
        QTest::addColumn<QString>("line");
        QTest::addColumn<QString>("publicUrl");
        QTest::addColumn<QString>("names");
        QTest::newRow("no account") << QString() << QString() << u"+14155550100"_s << QString()
                                    << u"TWILIO_ACCOUNT_SID"_s;
        QTest::newRow("no line") << u"AC1"_s << u"t"_s << QString() << QString() << u"--line"_s;
        QTest::newRow("no token to check webhooks with")
            << u"AC1"_s << QString() << u"+14155550100"_s << u"https://desk.example"_s
            << u"TWILIO_AUTH_TOKEN"_s;
    }
    void saysWhatIsMissing()
    {
        QFETCH(QString, accountSid);
        QFETCH(QString, token);
        QFETCH(QString, line);
        QFETCH(QString, publicUrl);
        QFETCH(QString, names);
        settings::Settings settings(m_folder.filePath(u"c.json"_s));
        desk::Options options;
        options.line = line;
        options.publicUrl = QUrl(publicUrl);
        const auto engine = desk::engineOptions(
            options, settings, {accountSid, token, u"SK1"_s, accountSid.isEmpty() ? QString() : u"s"_s});
        QVERIFY(!engine);
        QVERIFY2(engine.error().contains(names), qPrintable(engine.error()));
    }
};

QTEST_GUILESS_MAIN(TestEngineOptions)
#include "test_engine_options.moc"
