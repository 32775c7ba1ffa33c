// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "calls/apologies.h"
#include "helpers/switchboard_story.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace anteroom::calls;
using anteroom::test::FakeCarrier;
using anteroom::test::SwitchboardStory;

namespace {

/// A desk that is sorry after half a minute.
class SorryStory : public SwitchboardStory
{
public:
    SorryStory()
    {
        options.manners.apologise = true;
        options.manners.apologyAfterSeconds = 30;
        options.manners.apology = u"Sorry, {name}!"_s;
    }
    /// Waits, hangs up, and whatever follows has had its time.
    QString givesUpAfter(std::chrono::seconds wait, const QString &number = {})
    {
        const QString sid = waits(u"Tom"_s, number);
        pass(wait);
        hangsUp(sid);
        pass(25s);
        return sid;
    }
};

} // namespace

class TestApologies : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { qputenv("TZ", "UTC"); }

    void whoWaitedLongIsSentOne()
    {
        SorryStory story;
        story.open();
        story.givesUpAfter(30s, u"+14085550001"_s); // not longer than that
        QVERIFY(story.carrier.texts.isEmpty());
        const QString sid = story.givesUpAfter(31s, u"+14085550002"_s);
        QCOMPARE(story.carrier.texts,
                 (QList<QPair<QString, QString>>{{u"+14085550002"_s, u"Sorry, Tom!"_s}}));
        QVERIFY(std::ranges::any_of(story.desk->missedCalls(), [&](const MissedCall &call) {
            return call.sid == sid && call.apologised;
        }));
        QVERIFY(story.journal.saved().intents.isEmpty());
    }

    void theQueueWasFull_data()
    {
        QTest::addColumn<bool>("message");
        QTest::newRow("hung up") << false;
        QTest::newRow("left a message") << true;
    }
    void theQueueWasFull()
    {
        QFETCH(bool, message);
        SorryStory story;
        story.open();
        const QString sid = story.dials(u"Tom"_s, u"+14085550002"_s);
        story.cue(sid, u"left_queue"_s, u"queue-full"_s);
        if (message)
            story.cue(sid, u"recorded"_s, {}, u"RE1"_s, 12);
        story.hangsUp(sid);
        story.pass(25s);
        QCOMPARE(story.carrier.texts.size(), 1);
    }

    void whoWasTreatedOtherwiseIsNot()
    {
        SorryStory story;
        story.open();
        const QString talked = story.waits();
        const QString thanked = story.waits();
        const QString message = story.waits();
        const QString mailbox = story.waits();
        story.pass(2min);
        story.connects(talked, story.ann);
        story.hangsUp(talked);
        story.ask(story.ann, ThankAndRelease{thanked});
        story.ask(story.ann, SendToVoicemail{message});
        story.pass(1s);
        story.cue(message, u"recorded"_s, {}, u"RE1"_s, 12);
        story.hangsUp(mailbox);
        story.tell(RecordingReady{mailbox, u"RE2"_s, 20, false}); // a little late
        story.ask(story.ann, CloseLine{});
        story.dials(); // after hours
        story.pass(1min);
        QVERIFY(story.carrier.texts.isEmpty());
    }

    void oncePerNumberAndDay()
    {
        SorryStory story;
        story.options.pollBusy = story.options.pollIdle = 10min;
        story.open();
        story.givesUpAfter(40s, u"+14085550002"_s);
        story.givesUpAfter(50s, u"+14085550002"_s);
        story.givesUpAfter(50s, u"+14085550003"_s);
        QCOMPARE(story.carrier.texts.size(), 2);
        story.killAndRestart(); // remembered
        story.givesUpAfter(40s, u"+14085550002"_s);
        QCOMPARE(story.carrier.texts.size(), 2);
        story.pass(24h);
        story.givesUpAfter(40s, u"+14085550002"_s);
        QCOMPARE(story.carrier.texts.size(), 3);
    }

    void neverToAWithheldNumber()
    {
        SorryStory story;
        story.open();
        const QString sid = story.waitsWithheld();
        story.pass(5min);
        story.hangsUp(sid);
        story.pass(1min);
        QCOMPARE(story.carrier.countOf(u"sendText"_s) + story.carrier.countOf(u"kindOf"_s), 0);
    }

    void neverToALandline()
    {
        SorryStory story;
        story.open();
        story.carrier.kinds.insert(u"+14085550002"_s, LineKind::Landline);
        story.givesUpAfter(1min, u"+14085550002"_s);
        story.givesUpAfter(1min, u"+14085550002"_s);
        QCOMPARE(story.carrier.countOf(u"sendText"_s), 0);
        QCOMPARE(story.carrier.countOf(u"kindOf"_s), 1); // each question is billed
    }

    void neverWhereTextsAreOff_data()
    {
        QTest::addColumn<bool>("apologise");
        QTest::addColumn<bool>("textsOn");
        QTest::addColumn<QString>("words");
        QTest::newRow("not wanted") << false << true << u"Sorry!"_s;
        QTest::newRow("texts are off") << true << false << u"Sorry!"_s;
        QTest::newRow("nothing to say") << true << true << u" "_s;
    }
    void neverWhereTextsAreOff()
    {
        QFETCH(bool, apologise);
        QFETCH(bool, textsOn);
        QFETCH(QString, words);
        SorryStory story;
        story.options.manners.apologise = apologise;
        story.options.manners.textsOn = textsOn;
        story.options.manners.apology = words;
        story.open();
        story.givesUpAfter(1min);
        QVERIFY(story.carrier.texts.isEmpty());
        // Switched off in the moment before it leaves.
        LineManners manners = story.options.manners;
        manners.apologise = manners.textsOn = true;
        manners.apology = u"Sorry!"_s;
        story.desk->setManners(manners);
        const QString sid = story.waits();
        story.pass(1min);
        story.hangsUp(sid);
        manners.textsOn = false;
        story.desk->setManners(manners);
        story.pass(1min);
        QVERIFY(story.carrier.texts.isEmpty());
    }

    void anUnclearOneIsNotSentAgain()
    {
        SorryStory story;
        story.open();
        story.carrier.faults[u"sendText"_s] = {{CarrierTrouble::Unclear, true}};
        story.givesUpAfter(1min, u"+14085550002"_s);
        story.givesUpAfter(1min, u"+14085550002"_s);
        QCOMPARE(story.carrier.countOf(u"sendText"_s), 1);
        QCOMPARE(story.notices.size(), 1);
        QVERIFY(story.journal.saved().intents.isEmpty());
    }

    void aRefusedOneIsSaidOnce()
    {
        SorryStory story;
        story.open();
        story.carrier.faults[u"sendText"_s] = {{CarrierTrouble::Refused}, {CarrierTrouble::Refused}};
        story.givesUpAfter(1min);
        story.givesUpAfter(1min);
        QCOMPARE(story.notices.size(), 1); // the same trouble, not once per caller
        QVERIFY2(story.notices.first().contains(u"Tom"_s), qPrintable(story.notices.first()));
        story.givesUpAfter(1min);
        QCOMPARE(story.carrier.texts.size(), 1);
    }

    void killedInTheMiddleItIsNotSentTwice()
    {
        SorryStory story;
        story.open();
        const QString sid = story.waits(u"Tom"_s, u"+14085550002"_s);
        story.pass(1min);
        story.carrier.held.insert(u"sendText"_s);
        story.carrier.faults[u"sendText"_s] = {{CarrierTrouble::Unclear, true}};
        story.hangsUp(sid);
        story.pass(25s);
        QCOMPARE(story.carrier.countOf(u"sendText"_s), 1);
        QCOMPARE(story.journal.saved().intents.size(), 1); // written down before it left
        story.killAndRestart();
        story.pass(2min);
        QCOMPARE(story.carrier.countOf(u"sendText"_s), 1);
        QVERIFY(story.journal.saved().intents.isEmpty());
    }

    void killedJustBeforeItIsSentAfterwards()
    {
        SorryStory story;
        story.open();
        const QString sid = story.waits(u"Tom"_s, u"+14085550002"_s);
        story.pass(1min);
        story.hangsUp(sid);
        story.killAndRestart();
        story.pass(25s);
        QCOMPARE(story.carrier.texts.size(), 1);
    }

    void placeholdersAreFilled_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("show");
        QTest::addColumn<QString>("words");
        QTest::newRow("known") << u"Tom Brandt"_s << u"Night Talk"_s << u"Tom Brandt|Night Talk|3|{x}"_s;
        QTest::newRow("unknown") << QString() << QString() << u"+14085550002|+14155550100|3|{x}"_s;
        QTest::newRow("named like one") << u"{show}"_s << u"A"_s << u"{show}|A|3|{x}"_s;
        QTest::newRow("control characters") << u"Tom\r\n\u0007Brandt"_s << u"A"_s << u"Tom Brandt|A|3|{x}"_s;
    }
    void placeholdersAreFilled()
    {
        QFETCH(QString, name);
        QFETCH(QString, show);
        QFETCH(QString, words);
        Call call;
        call.caller = {name, u"+14085550002"_s, {}, {}, {}};
        call.arrival = QDateTime(QDate(2026, 3, 14), QTime(20, 0), Qt::UTC);
        call.stateSince = call.arrival.addSecs(170);
        const LineStatus line{u"+14155550100"_s, u"show"_s, show, true};
        QCOMPARE(apologyFor(u"{name}|{show}|{minutes}|{x}"_s, call, line), words);
        QCOMPARE(apologyFor(QString(5000, u'a'), call, line).size(), 1600);
    }
};

QTEST_GUILESS_MAIN(TestApologies)
#include "test_apologies.moc"
