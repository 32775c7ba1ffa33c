// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/calls.h"
#include "simulator/messages.h"
#include "simulator/numbers.h"
#include "simulator/phones.h"
#include "simulator/queues.h"
#include "simulator/situation_player.h"
#include "stage.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace anteroom::simulator;

namespace {
const QString queueName = u"show"_s;
const QString seatPhone = u"+14155550177"_s;
const QStringList askedPhones{u"+14155550181"_s, u"+14155550182"_s};
} // namespace

/// What the world looks like while a situation is played, and that it is as before when it is over.
class TestSituations : public QObject
{
    Q_OBJECT

    std::unique_ptr<Stage> m_stage;
    std::unique_ptr<SituationPlayer> m_player;

    World &world() { return m_stage->world; }
    QString line() { return world().numbers().all().constFirst().number; }
    void begin(const Situation &situation)
    {
        m_player->begin(situation, {line(), queueName, seatPhone, askedPhones});
    }
    Queue queue() { return world().queues().list().value(0); }
    QList<QueueMember> waiting()
    {
        return world().queues().members(queue().sid).value_or(QList<QueueMember>());
    }

private Q_SLOTS:
    void init()
    {
        m_stage = std::make_unique<Stage>();
        m_stage->answer("/voice"_ba, "<Enqueue action=\"/left\">show</Enqueue>"_ba);
        m_stage->answer("/left"_ba, "<Hangup/>"_ba);
        m_player = std::make_unique<SituationPlayer>(world(), 5);
    }
    void cleanup()
    {
        m_player.reset();
        m_stage.reset();
    }

    void aFullQueueHasRoomForSoManyAndNoMore()
    {
        for (int i = 0; i < 3; ++i)
            QVERIFY(!m_stage->dial(u"+1202555014%1"_s.arg(i)).isEmpty());
        QCOMPARE(waiting().size(), 3);
        Situation full;
        full.roomInQueue = 2;
        full.callersAtOnce = 5;
        begin(full);
        m_stage->pass(10s);
        QCOMPARE(waiting().size(), 5);
        QCOMPARE(queue().maxSize, 5);
        QCOMPARE(m_stage->last("/left"_ba, "QueueResult"_ba), "queue-full"_ba);
        m_player->end();
        QCOMPARE(queue().maxSize, 1000);
        QCOMPARE(waiting().size(), 5); // whoever has come stays
    }

    void aQueueNobodyHasWaitedInIsFullAsWell()
    {
        Situation full;
        full.roomInQueue = 2;
        full.callersAtOnce = 5;
        begin(full);
        m_stage->pass(10s);
        QCOMPARE(waiting().size(), 2);
    }

    void callersKeepComingUntilItIsOver()
    {
        Situation busy;
        busy.callersPerMinute = 30;
        busy.lasts = 1min;
        begin(busy);
        m_stage->pass(1min);
        const qsizetype came = waiting().size();
        QVERIFY2(came > 10, qPrintable(QString::number(came)));
        m_stage->pass(2min);
        QCOMPARE(waiting().size(), came);
    }

    void somebodyHasWaitedForLongAndGivesUp()
    {
        QVERIFY(!m_stage->dial().isEmpty());
        const qsizetype asked = m_stage->on("/voice"_ba).size();
        Situation angry;
        angry.waitedAlready = 25min;
        angry.lasts = 2min;
        QSignalSpy ended(m_player.get(), &SituationPlayer::ended);
        begin(angry);
        m_stage->pass(1s);
        QCOMPARE(waiting().size(), 2);
        QVERIFY(waiting().constFirst().waitTime >= 1500); // before whoever came earlier in truth
        QCOMPARE(m_stage->on("/voice"_ba).size(), asked); // nobody has told us
        const QString sid = waiting().constFirst().callSid;
        m_stage->pass(2min);
        QCOMPARE(m_stage->place(sid), u"over"_s);
        QCOMPARE(waiting().size(), 1);
        QCOMPARE(ended.size(), 1);
        QVERIFY(!m_player->isRunning());
    }

    void whoeverIsTakenInTimeIsAngryNoMore()
    {
        Situation angry;
        angry.waitedAlready = 25min;
        angry.lasts = 2min;
        begin(angry);
        m_stage->pass(1s);
        const QString sid = waiting().value(0).callSid;
        UpdateCall moved; // to other music, as we do: still waiting
        moved.twiml = u"<Response><Enqueue>show</Enqueue></Response>"_s;
        QVERIFY(world().calls().update(sid, moved));
        m_stage->pass(3s);
        QCOMPARE(m_stage->place(sid), u"queue"_s);
        QVERIFY(m_player->isRunning());
        moved.twiml = u"<Response><Dial><Conference>studio</Conference></Dial></Response>"_s;
        QVERIFY(world().calls().update(sid, moved));
        m_stage->pass(3s);
        QVERIFY(!m_player->isRunning());
        QCOMPARE(m_stage->place(sid), u"conference"_s);
    }

    void backToNormalTheAngryOneHangsUp()
    {
        Situation angry;
        angry.waitedAlready = 25min;
        begin(angry);
        m_stage->pass(1s);
        QCOMPARE(waiting().size(), 1);
        m_player->end();
        m_stage->settle();
        QVERIFY(waiting().isEmpty());
    }

    void theSeatsPhoneIsBusyAndThenAsBefore()
    {
        PhoneBehaviour before;
        before.press = u"1"_s;
        before.afterSeconds = 3;
        world().phones().set(seatPhone, before);
        Situation busy;
        busy.seatPhone = PhoneBehaviour{.kind = PhoneBehaviour::Kind::Busy, .afterSeconds = 1};
        busy.lasts = 90s;
        begin(busy);
        QVERIFY(world().phones().of(seatPhone).kind == PhoneBehaviour::Kind::Busy);
        CreateCall call;
        call.from = line();
        call.to = seatPhone;
        call.twiml = u"<Response><Hangup/></Response>"_s;
        const auto rung = world().calls().create(call);
        QVERIFY(rung.has_value());
        m_stage->pass(5s);
        QCOMPARE(m_stage->status(rung->sid), u"busy"_s);
        m_stage->pass(90s);
        QVERIFY(world().phones().of(seatPhone).kind == PhoneBehaviour::Kind::Answer);
        QCOMPARE(world().phones().of(seatPhone).press, u"1"_s);
    }

    void thePhoneCompanyIsInTroubleUntilItIsOver()
    {
        Situation trouble;
        trouble.faults = Faults{.latencyMilliseconds = 1500, .status = 503};
        QSignalSpy ended(m_player.get(), &SituationPlayer::ended);
        begin(trouble);
        QCOMPARE(world().faults().status, 503);
        m_stage->pass(59s);
        QCOMPARE(world().faults().status, 503);
        m_stage->pass(2s);
        QCOMPARE(world().faults().status, 0);
        QCOMPARE(world().faults().latencyMilliseconds, 0);
        QCOMPARE(ended.size(), 1);
    }

    void theNextOneBeginsWhereTheWorldIsAsBefore()
    {
        QVERIFY(!m_stage->dial().isEmpty());
        Situation first;
        first.faults = Faults{.status = 503};
        first.roomInQueue = 1;
        QSignalSpy ended(m_player.get(), &SituationPlayer::ended);
        begin(first);
        Situation second;
        second.faults = Faults{.status = 429};
        begin(second);
        QCOMPARE(ended.size(), 1);
        QCOMPARE(queue().maxSize, 1000);
        QCOMPARE(world().faults().status, 429);
        m_player->end();
        QCOMPARE(world().faults().status, 0);
    }

    void twoPhonesAnswerTheSameTextAtTheSameMoment()
    {
        Situation race;
        race.racingAnswer = u"take"_s;
        begin(race);
        for (const QString &phone : askedPhones + QStringList{u"+14155550199"_s}) {
            CreateMessage text;
            text.from = line();
            text.to = phone;
            text.body = u"Priya Raman from San Jose is waiting. Reply take 2, voicemail 2 or later 2."_s;
            QVERIFY(world().messages().create(text));
            text.body =
                u"Bob from Austin is waiting. Reply take 3."_s; // the first text is the one they answer
            QVERIFY(world().messages().create(text));
        }
        m_stage->pass(10s);
        QStringList answered;
        QList<QDateTime> moments;
        for (const Message &message : world().messages().list()) {
            if (message.direction != "inbound"_L1)
                continue;
            QCOMPARE(message.body, u"take 2"_s);
            QCOMPARE(message.to, line());
            answered << message.from;
            moments << message.created;
        }
        answered.sort();
        QCOMPARE(answered, askedPhones); // and not the phone that was not on the list
        QCOMPARE(moments.value(0), moments.value(1));
        for (const QString &phone : askedPhones) {
            CreateMessage told;
            told.from = line();
            told.to = phone;
            told.body = u"That caller has gone."_s;
            QVERIFY(world().messages().create(told));
        }
        m_stage->pass(10s);
        QCOMPARE(std::ranges::count(world().messages().list(), u"inbound"_s, &Message::direction), 2);
    }
};

QTEST_GUILESS_MAIN(TestSituations)
#include "test_situations.moc"
