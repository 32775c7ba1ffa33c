// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/arrivals.h"
#include "simulator/calls.h"
#include "simulator/messages.h"
#include "simulator/numbers.h"
#include "simulator/phone_company.h"
#include "simulator/places.h"
#include "simulator/queues.h"
#include "simulator/settings.h"
#include "simulator/text_arrivals.h"
#include "stage.h"

#include <QSet>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace anteroom;

class TestPeople : public QObject
{
    Q_OBJECT
private slots:
    void theSameSeedInventsTheSamePeople();
    void theyAreBelievable();
    void theyArriveAndGiveUp();
    void theyTextToo();
    void numbersAreOwnedAndChecked();
    void everyGuessHasTwoOutcomes();
    void listensOnLoopback();
};

void TestPeople::theSameSeedInventsTheSamePeople()
{
    simulator::BelievableCallers one(5);
    simulator::BelievableCallers two(5);
    simulator::BelievableCallers other(6);
    bool differs = false;
    for (int i = 0; i < 50; ++i) {
        const auto a = one.next(u"+14155550100"_s);
        const auto b = two.next(u"+14155550100"_s);
        QCOMPARE(a.from, b.from);
        QCOMPARE(a.callerName, b.callerName);
        QCOMPARE(a.patienceSeconds, b.patienceSeconds);
        differs = differs || a.from != other.next(u"+14155550100"_s).from;
    }
    QVERIFY(differs);
}

void TestPeople::theyAreBelievable()
{
    simulator::BelievableCallers callers(1);
    int withheld = 0;
    int foreign = 0;
    qsizetype longest = 0;
    QSet<QString> names;
    for (int i = 0; i < 300; ++i) {
        const auto call = callers.next(u"+14155550100"_s);
        names.insert(call.callerName);
        longest = std::max(longest, call.callerName.size());
        QVERIFY(call.patienceSeconds.value_or(0) > 0);
        if (!call.from.startsWith(u"+1"_s) || call.from.size() != 12) {
            (call.region.country.isEmpty() ? withheld : foreign) += 1;
            continue;
        }
        QCOMPARE(call.region, simulator::regionOfNumber(call.from)); // city, state and ZIP fit the area code
        QVERIFY(!call.region.city.isEmpty());
    }
    QCOMPARE(withheld, 20);
    QCOMPARE(foreign, 20);
    QVERIFY(longest >= 40);
    QVERIFY(names.size() > 100);
}

void TestPeople::theyArriveAndGiveUp()
{
    Stage stage;
    stage.answer("/voice"_ba, R"(<Enqueue waitUrl="">line</Enqueue>)"_ba);
    simulator::Arrivals arrivals(stage.world, u"+14155550100"_s, 3);
    arrivals.begin(10, 0);
    stage.pass(6s);
    QCOMPARE(arrivals.dialled(), 10);
    QCOMPARE(stage.world.queues().list().constFirst().currentSize, 10);
    stage.pass(27min); // nobody waits longer than that
    QCOMPARE(stage.world.queues().list().constFirst().currentSize, 0);
    arrivals.begin(0, 6);
    stage.pass(10min);
    QVERIFY(arrivals.dialled() > 10 + 45 && arrivals.dialled() < 10 + 75);
}

void TestPeople::theyTextToo()
{
    const auto wrote = [](quint32 seed) {
        Stage stage;
        const QString line = stage.world.numbers().all().constFirst().number;
        stage.answer("/voice"_ba, R"(<Enqueue waitUrl="">line</Enqueue>)"_ba);
        stage.pointNumber(stage.url(u"/voice"_s));
        stage.dial(u"+12025550177"_s);
        simulator::TextArrivals texts(stage.world, line, seed);
        texts.begin(2);
        stage.pass(20min);
        QStringList all;
        for (const simulator::Message &message : stage.world.messages().list())
            all << message.from + u' ' + message.body;
        return all;
    };
    const QStringList texts = wrote(4);
    QVERIFY2(texts.size() >= 30 && texts.size() <= 55, qPrintable(QString::number(texts.size())));
    for (const QString &text : texts)
        QVERIFY2(text.startsWith(u"+1"_s), qPrintable(text)); // nobody withholds a number in a text
    QVERIFY(texts.filter(u"+12025550177 "_s).size() >= 8);    // who waits writes, too
    QCOMPARE(wrote(4), texts);
    QVERIFY(wrote(5) != texts);
}

void TestPeople::numbersAreOwnedAndChecked()
{
    Stage stage;
    auto &numbers = stage.world.numbers();
    QCOMPARE(numbers.all().size(), 3);
    QVERIFY(numbers.all().at(0).voice && numbers.all().at(0).sms);
    QVERIFY(numbers.all().at(1).voice && !numbers.all().at(1).sms);
    const auto owned = numbers.all().at(2);
    QCOMPARE(owned.voiceApplicationSid, numbers.applications().constFirst().sid);
    simulator::UpdateNumber update;
    update.voiceUrl = stage.url(u"/voice"_s);
    QVERIFY(numbers.update(owned.sid, update));
    QVERIFY(numbers.voiceOf(*numbers.get(owned.sid)).url.url.isEmpty()); // the application overrides it
    update.voiceUrl = u"nonsense"_s;
    QCOMPARE(numbers.update(owned.sid, update).error().code, 21502);
    simulator::UpdateNumber method;
    method.voiceMethod = u"PUT"_s;
    QCOMPARE(numbers.update(owned.sid, method).error().code, 21403);
    QCOMPARE(numbers.update(u"PNnone"_s, {}).error().code, 20404);
    for (const auto &each : numbers.all())
        QCOMPARE(each.sid.size(), 34);
}

void TestPeople::everyGuessHasTwoOutcomes()
{
    simulator::Guesses guesses;
    for (const auto &each : simulator::guessNames()) {
        const QString name = QString::fromLatin1(each.name);
        QCOMPARE(simulator::describe(guesses).value(name), QString::fromLatin1(each.first));
        QVERIFY(simulator::setGuess(guesses, name, QString::fromLatin1(each.second)));
        QCOMPARE(simulator::describe(guesses).value(name), QString::fromLatin1(each.second));
        QVERIFY(!simulator::setGuess(guesses, name, u"perhaps"_s));
    }
    QVERIFY(simulator::setGuess(guesses, u"nothing"_s, u"yes"_s).error().contains(u"dequeue_gone"_s));
}

void TestPeople::listensOnLoopback()
{
    simulator::PhoneCompany company({.accountSid = u"ACaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"_s, .seed = 2});
    QVERIFY(company.listen());
    QVERIFY(company.origin().startsWith(u"http://127.0.0.1:"_s));
    simulator::PhoneCompany second({.seed = 2});
    const auto port = quint16(company.origin().section(u':', -1).toUInt());
    QVERIFY(!second.listen(QHostAddress::LocalHost, port));
    QVERIFY(company.world().queues().list().isEmpty());
}

QTEST_GUILESS_MAIN(TestPeople)
#include "test_people.moc"
