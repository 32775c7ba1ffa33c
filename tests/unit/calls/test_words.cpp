// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "calls/call.h"
#include "calls/carrier.h"
#include "calls/clock.h"
#include "calls/desk_mirror.h"
#include "calls/intent.h"
#include "calls/seat.h"
#include "calls/switchboard.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace anteroom::calls;

namespace {

class Mirror final : public DeskMirror
{
public:
    quint64 submit(Command) override { return 0; }
    void setPhone(const QString &) override {}
    void requestPastCalls(const PastCallQuery &) override {}
    using DeskMirror::applyConnection;
    using DeskMirror::applyLine;
    using DeskMirror::applyPhone;
    using DeskMirror::applyQueue;
    using DeskMirror::applySeat;
};

} // namespace

class TestWords : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void wordsOfTheContractGoBothWays()
    {
        for (const QString &word :
             u"ringing waiting connecting connected leaving_message ended"_s.split(u' '))
            QCOMPARE(toWord(callStateFromWord(word, CallState(99))), word);
        for (const QString &word :
             u"talked abandoned voicemail thanked refused queue_full failed"_s.split(u' '))
            QCOMPARE(toWord(outcomeFromWord(word)), word);
        for (const QString &word : u"new screening ready"_s.split(u' '))
            QCOMPARE(toWord(screeningFromWord(word)), word);
        QVERIFY(toWord(Outcome::None).isEmpty());
        QCOMPARE(callStateFromWord(u"nonsense"_s, CallState::Waiting), CallState::Waiting);
        QCOMPARE(outcomeFromWord(u"nonsense"_s), Outcome::None);
        QCOMPARE(toWord(Role::Screener), u"screener"_s);
        QCOMPARE(toWord(IntentKind::MoveToStudio), u"move_to_studio"_s);
    }

    void numbersAreShortenedForLogs()
    {
        const QString number = u"+14155550177"_s;
        const QString logged = shortened(number);
        QCOMPARE(logged.size(), number.size());
        QVERIFY(logged.startsWith(u"+141"_s) && logged.endsWith(u"77"_s));
        QVERIFY(!logged.contains(u"5555"_s));
        QVERIFY(!shortened(u"911"_s).contains(u'9'));
        QVERIFY(shortened(QString()).isEmpty());
    }

    void legsEnd()
    {
        LegStatus leg;
        for (const QString &status : u"completed busy failed no-answer canceled"_s.split(u' ')) {
            leg.status = status;
            QVERIFY(leg.isOver());
        }
        for (const QString &status : u"queued ringing in-progress something-new"_s.split(u' ')) {
            leg.status = status;
            QVERIFY(!leg.isOver());
        }
    }

    void theSystemClockCallsBackUnlessNobodyIsLeft()
    {
        SystemClock clock;
        QCOMPARE(clock.now().timeSpec(), Qt::UTC);
        bool called = false;
        bool calledForTheDead = false;
        auto dead = std::make_unique<QObject>();
        clock.after(1ms, dead.get(), [&] { calledForTheDead = true; });
        dead.reset();
        clock.after(5ms, this, [&] { called = true; });
        QTRY_VERIFY(called);
        QVERIFY(!calledForTheDead);
    }

    void theMirrorKeepsWhatItIsFed()
    {
        Mirror mirror;
        QSignalSpy changes(&mirror, &DeskMirror::queueChanged);
        QSignalSpy seats(&mirror, &DeskMirror::seatChanged);
        Call call;
        call.sid = u"CA1"_s;
        mirror.applyQueue({7, {call}, {}});
        QCOMPARE(mirror.calls().size(), 1);
        QCOMPARE(mirror.revision(), 7u);
        mirror.applyQueue({8, {}, {u"CA1"_s}});
        QVERIFY(mirror.calls().isEmpty());
        QCOMPARE(changes.size(), 2);
        mirror.applySeat({u"Ann"_s, Role::Host, u"+1"_s});
        mirror.applySeat({u"Ann"_s, Role::Host, u"+1"_s});
        QCOMPARE(seats.size(), 1);
        SeatPhone phone;
        phone.state = PhoneState::Ringing;
        mirror.applyPhone(phone);
        QCOMPARE(seats.size(), 2);
        QCOMPARE(mirror.phone().state, PhoneState::Ringing);
    }

    void mannersAreComplete()
    {
        const LineManners manners = LineManners::defaults();
        for (const QString &text :
             {manners.greeting, manners.backInLine, manners.thanks, manners.voicemailGreeting,
              manners.closedMessage, manners.fullMessage, manners.goodbye})
            QVERIFY(!text.isEmpty());
        QVERIFY(manners.askSeat.text.contains(u"{caller}"_s));
        QVERIFY(manners.ringSeconds <= 20); // most mailboxes answer later
    }
};

QTEST_GUILESS_MAIN(TestWords)
#include "test_words.moc"
