// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "helpers/switchboard_story.h"

#include <QRandomGenerator>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace anteroom::calls;
using anteroom::test::FakeCarrier;
using anteroom::test::SwitchboardStory;
using Where = FakeCarrier::Where;

namespace {

/// A show in which anything may happen at any moment, including the worst.
class AnyStory : public SwitchboardStory
{
public:
    /// With people on the list of phones, callers are given away as well.
    explicit AnyStory(quint32 seed, const QList<AskPhone> &people = {}) : m_dice(seed), m_people(people)
    {
        options.asking.phones = people;
        options.asking.alsoWithDesk = false;
        open();
    }

    void happen()
    {
        switch (m_dice.bounded(m_people.isEmpty() ? 19 : 23)) {
        case 0:
        case 1:
            m_sids << waits();
            break;
        case 2:
            m_sids << dials();
            break;
        case 3:
        case 4:
        case 5:
            ask(seat(), Pull{someone(), Current(m_dice.bounded(3))});
            break;
        case 6:
        case 7:
            withLeg([this](const QString &leg) { presses(leg, m_dice.bounded(4) ? u"1"_s : u"2"_s); });
            break;
        case 8:
            withLeg([this](const QString &leg) {
                legEnds(leg, QStringList{u"busy"_s, u"no-answer"_s, u"completed"_s}.at(m_dice.bounded(3)));
            });
            break;
        case 9:
            ask(seat(), PutOnHold{someone()});
            break;
        case 10:
            if (const QString sid = someone(); m_dice.bounded(3) == 0)
                ask(seat(),
                    m_dice.bounded(2) ? Command(SendToVoicemail{sid}) : Command(ThankAndRelease{sid}));
            break;
        case 11:
            if (m_dice.bounded(2))
                hangsUpNow(m_dice.bounded(2));
            break;
        case 12:
            ask(seat(), CancelRinging{someone()});
            break;
        case 13:
            if (const QString sid = someone(); carrier.people.value(sid).where == Where::Queue)
                cue(sid, u"left_queue"_s, u"leave"_s);
            break;
        case 14: {
            const QStringList kinds{u"ringPhone"_s, u"instruct"_s, u"hangUp"_s, u"status"_s, u"waiting"_s};
            const auto trouble = CarrierTrouble(
                m_dice.bounded(int(CarrierTrouble::Refused), int(CarrierTrouble::Unauthorised)));
            // Only where the answer was lost is it open whether something has happened.
            const bool acts = m_dice.bounded(2) == 0 && trouble == CarrierTrouble::Unclear;
            carrier.faults[kinds.at(m_dice.bounded(5))].append({trouble, acts});
            break;
        }
        case 15:
            if (!m_news.isEmpty())
                tell(m_news.at(m_dice.bounded(int(m_news.size())))); // late and again
            break;
        case 16:
            if (m_dice.bounded(3) == 0)
                killAndRestart();
            break;
        case 17:
            ask(seat(), KeepPhoneOn{m_dice.bounded(2) == 0});
            break;
        case 19:
        case 20:
            ask(seat(), GiveTo{someone(), m_people.at(m_dice.bounded(int(m_people.size()))).number,
                               m_dice.bounded(2) == 0});
            break;
        case 21:
        case 22:
            withLeg(
                [this](const QString &leg) { answersShortCall(leg, QString::number(m_dice.bounded(1, 4))); });
            break;
        default:
            pass(std::chrono::milliseconds(m_dice.bounded(4000)));
        }
        for (const QString &sid : std::as_const(m_sids))
            afterwards(sid);
    }

    /// Everything that was on its way arrives, and the dust settles.
    void calmDown()
    {
        carrier.faults.clear();
        // A phone that could not ring before, because it was being hung up, does so now; and one that is to
        // be asked about several callers rings for one after the other.
        for (int rings = m_people.isEmpty() ? 1 : 4; rings > 0; --rings) {
            pass(30s);
            for (FakeCarrier::Leg &leg : carrier.legs)
                if (leg.status == u"ringing"_s)
                    leg.status = u"no-answer"_s;
        }
        pass(2min);
    }

    void check()
    {
        for (const FakeCarrier::Leg &leg : std::as_const(carrier.legs)) {
            // One intent, one leg: nobody was rung twice for one click.
            QVERIFY2(std::ranges::count(carrier.legs, leg.intent, &FakeCarrier::Leg::intent) == 1,
                     qPrintable(leg.intent));
        }
        for (const QString &sid : std::as_const(m_sids)) {
            const FakeCarrier::Person person = carrier.people.value(sid);
            const Call shown = call(sid);
            const QString where =
                sid +
                u" is at %1, shown as %2 %3"_s.arg(int(person.where)).arg(toWord(shown.state), shown.remark);
            switch (person.where) {
            case Where::Queue: // no lost caller: who hears music is seen waiting
                QVERIFY2(shown.hearsMusic(), qPrintable(where));
                QVERIFY2(shown.arrival.isValid(), qPrintable(where));
                break;
            case Where::Studio:
                QVERIFY2(shown.state == CallState::Connected, qPrintable(where));
                QVERIFY2(shown.seat == seatOfRoom(person.room), qPrintable(where));
                break;
            case Where::Over: // no ghost
                QVERIFY2(shown.sid.isEmpty() || shown.hasEnded(), qPrintable(where));
                break;
            default:
                break;
            }
        }
        for (const Intent &open : journal.saved().intents) {
            const FakeCarrier::Leg *leg = carrier.leg(open.leg);
            QFAIL(qPrintable(
                u"%1 %2 %3 %4"_s.arg(toWord(open.kind), open.sid, open.leg, leg ? leg->status : QString())));
        }
        for (const Call &call : desk->snapshot().calls) {
            QCOMPARE(call.doing, Doing::Nothing);
            QVERIFY(call.hasEnded() == (call.outcome != Outcome::None) ||
                    call.state == CallState::LeavingMessage);
        }
        const QList<Call> saved = journal.saved().calls;
        QCOMPARE(saved.size(), desk->snapshot().calls.size()); // one truth, also on the disk
        for (const Call &kept : saved)
            QCOMPARE(kept, call(kept.sid));
    }

private:
    Seat seat() { return m_dice.bounded(3) ? ann : ben; }
    QString someone()
    {
        return m_sids.isEmpty() ? u"CA000"_s : m_sids.at(m_dice.bounded(int(m_sids.size())));
    }
    QString seatOfRoom(const QString &room) const
    {
        for (const SeatPhone &phone : desk->phones())
            if (phone.room == room)
                return phone.seat;
        return {};
    }
    void answersShortCall(const QString &leg, const QString &key)
    {
        const Steps &asked = carrier.leg(leg)->request.whenAnswered;
        const auto isQuestion = [](const Step &step) {
            const auto *keys = std::get_if<AskKeys>(&step);
            return keys && keys->cue == u"answer"_s;
        };
        if (std::ranges::none_of(asked, isQuestion) || !carrier.leg(leg)->room.isEmpty())
            return; // was not asked, or has answered
        carrier.leg(leg)->status = u"in-progress"_s;
        follow(leg, tell(LegAsks{carrier.leg(leg)->intent, leg, u"answer"_s, key, false, {}}));
        if (carrier.leg(leg)->room.isEmpty())
            carrier.endLeg(leg); // after what is said to them
    }
    void withLeg(const std::function<void(const QString &)> &act)
    {
        QStringList live;
        for (const FakeCarrier::Leg &leg : std::as_const(carrier.legs))
            if (leg.status == u"ringing"_s || leg.status == u"in-progress"_s)
                live << leg.sid;
        if (!live.isEmpty())
            act(live.at(m_dice.bounded(int(live.size()))));
    }
    void hangsUpNow(bool heard)
    {
        const QString sid = someone();
        if (!carrier.people.contains(sid) || carrier.people[sid].where == Where::Over)
            return;
        m_news << CallEnded{sid, u"completed"_s};
        if (heard)
            hangsUp(sid);
        else
            hangsUpUnheard(sid); // the poll must find out
    }
    /// What the phone company does by itself: a studio without its seat ends, a goodbye ends the call.
    void afterwards(const QString &sid)
    {
        FakeCarrier::Person &person = carrier.people[sid];
        if (person.where == Where::Studio) {
            const bool seatThere = std::ranges::any_of(carrier.legs, [&](const FakeCarrier::Leg &leg) {
                return leg.room == person.room && leg.status == u"in-progress"_s;
            });
            const bool seatWasThere = std::ranges::any_of(carrier.legs, [&](const FakeCarrier::Leg &leg) {
                return leg.request.whenConfirmed == Steps{JoinStudio{person.room, true, u"studio_over"_s}};
            });
            if (!seatThere && seatWasThere)
                cue(sid, u"left_studio"_s, u"completed"_s);
        } else if (person.where == Where::Goodbye && call(sid).state != CallState::Ringing) {
            m_news << CallEnded{sid, u"completed"_s};
            hangsUp(sid);
        }
    }

    QRandomGenerator m_dice;
    QList<AskPhone> m_people;
    QStringList m_sids;
    QList<CarrierEvent> m_news;
};

} // namespace

class TestAnyStory : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void nobodyIsLostWhateverHappens_data()
    {
        QTest::addColumn<quint32>("seed");
        // ANTEROOM_STORIES=5000 for a night's worth of them.
        const quint32 stories = std::max(24, qEnvironmentVariableIntValue("ANTEROOM_STORIES"));
        for (quint32 seed = 1; seed <= stories; ++seed)
            QTest::addRow("seed %u", seed) << seed;
    }
    void nobodyIsLostWhateverHappens()
    {
        QFETCH(quint32, seed);
        AnyStory story(seed);
        tell(story);
    }

    void norWhereCallersAreGivenAway_data() { nobodyIsLostWhateverHappens_data(); }
    void norWhereCallersAreGivenAway()
    {
        QFETCH(quint32, seed);
        AnyStory story(
            seed, {{u"Bob"_s, u"+14155550161"_s, AskBy::Text}, {u"Dan"_s, u"+14155550163"_s, AskBy::Call}});
        tell(story);
    }

private:
    static void tell(AnyStory &story)
    {
        for (int round = 0; round < 3; ++round) {
            for (int i = 0; i < 150; ++i)
                story.happen();
            story.calmDown();
            story.check();
            if (QTest::currentTestFailed())
                return;
        }
    }
};

QTEST_GUILESS_MAIN(TestAnyStory)
#include "test_any_story.moc"
