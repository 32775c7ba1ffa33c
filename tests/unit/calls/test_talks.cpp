// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "calls/talk_file.h"
#include "helpers/switchboard_story.h"
#include "helpers/wav_sample.h"

#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace anteroom;
using namespace anteroom::calls;
using test::FakeCarrier;

namespace {

const QString words = u"This call may be recorded and aired."_s;
const QString consentKey = u"consent_key"_s;

/// A line that records its talks, and tells so.
class Studio : public test::SwitchboardStory
{
public:
    explicit Studio(RecordTalks mode = RecordTalks::On)
    {
        options.line.showName = u"Night Talk"_s;
        options.manners.notice = words;
        options.manners.recordTalks = mode;
        options.recordingsFolder = folder.path();
        carrier.sound = test::wavSample({0, 9000, 0});
    }

    QTemporaryDir folder;

    QString talks(const QString &name = u"Priya Raman"_s)
    {
        const QString sid = waits(name);
        connects(sid, ann);
        return sid;
    }
    QList<RecordingInfo> made(const QString &sid) const { return carrier.recordings.value(sid); }
    Message talk(const QString &recording) const
    {
        for (const Message &message : desk->messages())
            if (message.recording == recording)
                return message;
        return {};
    }
};

QStringList spoken(const Steps &steps)
{
    QStringList texts;
    for (const Step &step : steps) {
        if (const auto *say = std::get_if<Say>(&step))
            texts << say->text;
        if (const auto *ask = std::get_if<AskKeys>(&step))
            texts << ask->prompt;
    }
    return texts;
}

} // namespace

/// Talks that are recorded, and those who are told and asked before.
class TestTalks : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nothingIsRecordedUnlessAskedFor()
    {
        Studio story(RecordTalks::Off);
        story.open();
        const QString sid = story.talks();
        QCOMPARE(story.call(sid).recording, TalkRecording::Off);
        QVERIFY(story.made(sid).isEmpty());
        QCOMPARE(story.ask(story.ann, RecordTalk{sid})->code, RefusalCode::WrongState);
        QVERIFY(!story.desk->line().recordsTalks);
    }

    void aTalkIsRecordedFromTheMomentTheCallerJoins()
    {
        Studio story;
        story.open();
        QVERIFY(story.desk->line().recordsTalks);
        const QString sid = story.waits();
        story.ask(story.ann, Pull{sid});
        story.answers(story.leg().sid);
        QVERIFY(story.made(sid).isEmpty()); // only the phone rings
        story.presses(story.leg().sid, u"1"_s);
        QCOMPARE(story.call(sid).recording, TalkRecording::On);
        QCOMPARE(story.made(sid).size(), 1);
        QVERIFY(story.call(sid).wasRecorded);
        QVERIFY(story.desk->messages().isEmpty());

        story.pass(60s);
        story.hangsUp(sid);
        QCOMPARE(story.call(sid).recording, TalkRecording::Off);
        QCOMPARE(story.carrier.countOf(u"stopRecording"_s), 0); // it has ended with the call
        const QString recording = story.made(sid).first().recording;
        QVERIFY(story.talk(recording).talk);
        story.carrier.finishTalk(sid, recording, 61);
        RecordingReady ready{sid, recording, 61, false};
        ready.talk = true;
        story.tell(ready);
        story.tell(ready);
        story.pass(5s);
        const Message talk = story.talk(recording);
        QCOMPARE(story.desk->messages().size(), 1);
        QCOMPARE(talk.seconds, 61);
        QCOMPARE(talk.caller.name, u"Priya Raman"_s);
        QCOMPARE(talk.show, u"Night Talk"_s);
        QVERIFY(!talk.hangUp);
        QVERIFY(QFile::exists(talk.audioFile));
        QVERIFY2(talk.audioFile.startsWith(story.folder.path() + u"/Night Talk - Priya Raman - "_s),
                 qPrintable(talk.audioFile));
        QCOMPARE(story.call(sid).outcome, Outcome::Talked);
        QCOMPARE(story.carrier.fetched.size(), 1);
    }

    void withoutNewsTheListTells()
    {
        Studio story;
        story.open();
        const QString sid = story.talks();
        const QString recording = story.made(sid).first().recording;
        story.pass(30s);
        story.hangsUp(sid);
        story.pass(3s);
        QCOMPARE(story.talk(recording).seconds, 0); // the phone company is not done yet
        story.carrier.finishTalk(sid, recording, 30);
        story.pass(10s);
        QCOMPARE(story.talk(recording).seconds, 30);
        QVERIFY(!story.talk(recording).audioFile.isEmpty());
    }

    void backOnHoldNobodyIsRecorded()
    {
        Studio story;
        story.open();
        const QString sid = story.talks();
        story.ask(story.ann, PutOnHold{sid});
        QCOMPARE(story.call(sid).state, CallState::Waiting);
        QCOMPARE(story.call(sid).recording, TalkRecording::Off);
        QCOMPARE(story.carrier.countOf(u"stopRecording"_s), 1);
        QVERIFY(!story.made(sid).first().running);
        story.pass(5s);
        story.connects(sid, story.ann); // a second talk is a second recording
        QCOMPARE(story.made(sid).size(), 2);
        QVERIFY(story.made(sid).first().running);
        QVERIFY(!story.made(sid).last().running);
    }

    void whoCannotBeStoppedIsStoppedLater()
    {
        Studio story;
        story.open();
        const QString sid = story.talks();
        story.carrier.faults[u"stopRecording"_s] = {{CarrierTrouble::NotSent}, {CarrierTrouble::Unclear}};
        story.ask(story.ann, PutOnHold{sid});
        QVERIFY(story.made(sid).first().running);
        story.pass(5s);
        QVERIFY(!story.made(sid).first().running);
        QCOMPARE(story.call(sid).recording, TalkRecording::Off);
        QCOMPARE(story.desk->messages().size(), 1);
    }

    void oneKeyPausesAndGoesOn()
    {
        Studio story;
        story.open();
        const QString sid = story.talks();
        QVERIFY(!story.ask(story.ann, RecordTalk{sid, false}));
        QCOMPARE(story.call(sid).recording, TalkRecording::Paused);
        QVERIFY(story.made(sid).first().paused);
        QVERIFY(!story.ask(story.ann, RecordTalk{sid, false})); // a second click
        QCOMPARE(story.carrier.countOf(u"pauseRecording"_s), 1);
        QVERIFY(!story.ask(story.ann, RecordTalk{sid, true}));
        QCOMPARE(story.call(sid).recording, TalkRecording::On);
        QCOMPARE(story.made(sid).size(), 1);
    }

    void byKeyNothingBeginsByItself()
    {
        Studio story(RecordTalks::ByKey);
        story.open();
        const QString sid = story.talks();
        QVERIFY(story.made(sid).isEmpty());
        QVERIFY(!story.call(sid).wasRecorded);
        QVERIFY(!story.ask(story.ann, RecordTalk{sid, true}));
        QVERIFY(!story.ask(story.ann, RecordTalk{sid, true}));
        QCOMPARE(story.made(sid).size(), 1);
        QCOMPARE(story.call(sid).recording, TalkRecording::On);
    }

    void twoClicksBeforeTheAnswerMakeOneRecording()
    {
        Studio story(RecordTalks::ByKey);
        story.open();
        const QString sid = story.talks();
        story.carrier.held.insert(u"startRecording"_s);
        story.ask(story.ann, RecordTalk{sid, true});
        QCOMPARE(story.call(sid).recording, TalkRecording::Starting);
        story.ask(story.ann, RecordTalk{sid, true});
        story.ask(story.ann, RecordTalk{sid, false}); // the last one counts
        story.carrier.release(u"startRecording"_s);
        story.turn();
        QCOMPARE(story.carrier.countOf(u"startRecording"_s), 1);
        QCOMPARE(story.call(sid).recording, TalkRecording::Paused);
    }

    void aLostAnswerIsSettledByReading()
    {
        Studio story;
        story.open();
        const QString sid = story.waits();
        story.carrier.faults[u"startRecording"_s] = {{CarrierTrouble::Unclear, true}};
        story.connects(sid, story.ann);
        QCOMPARE(story.call(sid).recording, TalkRecording::Starting);
        story.pass(2s);
        QCOMPARE(story.call(sid).recording, TalkRecording::On);
        QCOMPARE(story.made(sid).size(), 1);
        QCOMPARE(story.carrier.countOf(u"startRecording"_s), 1);
    }

    void whatWasNeverBegunIsAskedAgain()
    {
        Studio story;
        story.open();
        const QString sid = story.waits();
        story.carrier.faults[u"startRecording"_s] = {{CarrierTrouble::Unclear, false}};
        story.connects(sid, story.ann);
        story.pass(2s);
        QCOMPARE(story.call(sid).recording, TalkRecording::On);
        QCOMPARE(story.made(sid).size(), 1);
    }

    void aRefusalIsToldAndTheTalkGoesOn()
    {
        Studio story;
        story.open();
        const QString sid = story.waits();
        story.carrier.faults[u"startRecording"_s] = {{CarrierTrouble::Refused}};
        story.connects(sid, story.ann);
        QCOMPARE(story.call(sid).recording, TalkRecording::Off);
        QCOMPARE(story.call(sid).state, CallState::Connected);
        QVERIFY(story.notices.last().contains(u"not being recorded"_s));
        story.pass(30s);
        QCOMPARE(story.carrier.countOf(u"startRecording"_s), 1); // until somebody presses the key
        story.ask(story.ann, RecordTalk{sid});
        QCOMPARE(story.call(sid).recording, TalkRecording::On);
    }

    void aPauseThatFailsIsTold()
    {
        Studio story;
        story.open();
        const QString sid = story.talks();
        story.carrier.faults[u"pauseRecording"_s] = {{CarrierTrouble::Refused}};
        story.ask(story.ann, RecordTalk{sid, false});
        QCOMPARE(story.call(sid).recording, TalkRecording::On);
        QVERIFY(story.notices.last().contains(u"goes on"_s));
    }

    void aRestartGoesOnWithoutASecondRecording()
    {
        Studio story;
        story.open();
        const QString sid = story.talks();
        story.killAndRestart();
        story.pass(3s);
        QCOMPARE(story.call(sid).recording, TalkRecording::On);
        QCOMPARE(story.made(sid).size(), 1);
        story.ask(story.ann, RecordTalk{sid, false});
        QVERIFY(story.made(sid).first().paused);
    }

    void killedWhileTheAnswerWasOnItsWay()
    {
        for (const bool acts : {true, false}) {
            Studio story;
            story.open();
            const QString sid = story.waits();
            story.carrier.held.insert(u"startRecording"_s);
            story.connects(sid, story.ann);
            story.carrier.faults[u"startRecording"_s] = {{CarrierTrouble::Canceled, acts}};
            QCOMPARE(story.call(sid).recording, TalkRecording::Starting);
            story.journal.die();
            story.carrier.release(u"startRecording"_s);
            if (acts) { // it arrived, and nobody heard the answer
                RecordingInfo made;
                made.recording = u"RElost"_s;
                made.sid = sid;
                made.talk = made.running = true;
                story.carrier.recordings[sid] = {made};
            } else {
                story.carrier.recordings[sid].clear();
            }
            story.killAndRestart();
            story.pass(3s);
            QCOMPARE(story.call(sid).recording, TalkRecording::On);
            QCOMPARE(story.made(sid).size(), 1);
        }
    }

    void killedTheTalkIsFoundAfterItsEnd()
    {
        Studio story;
        story.open();
        const QString sid = story.talks();
        const QString recording = story.made(sid).first().recording;
        story.pass(20s);
        story.journal.die();
        story.hangsUp(sid);
        story.carrier.finishTalk(sid, recording, 20);
        story.killAndRestart();
        story.pass(10s);
        QVERIFY(story.talk(recording).talk);
        QCOMPARE(story.talk(recording).seconds, 20);
        QVERIFY(!story.talk(recording).audioFile.isEmpty());
    }

    void aTalkIsNoMessage()
    {
        Studio story;
        story.options.keepMessagesDays = 3;
        story.open();
        const QString sid = story.talks();
        const QString recording = story.made(sid).first().recording;
        story.ask(story.ann, PutOnHold{sid});
        story.hangsUp(sid);
        story.carrier.finishTalk(sid, recording, 1);
        story.pass(20s);
        QCOMPARE(story.call(sid).outcome, Outcome::Abandoned); // left while waiting
        QVERIFY(!story.talk(recording).hangUp);
        QVERIFY(story.talk(recording).heard);
        story.pass(std::chrono::hours(24 * 5));
        QVERIFY(story.talk(recording).talk); // recorded to be kept
        story.ask(story.ann, DeleteMessage{recording});
        story.pass(20s);
        QVERIFY(story.carrier.deleted.contains(recording));
    }

    void anEmptyTalkIsNotListed()
    {
        Studio story;
        story.open();
        const QString sid = story.talks();
        story.hangsUp(sid);
        QCOMPARE(story.desk->messages().size(), 1);
        RecordingReady nothing{sid, story.made(sid).first().recording, 0, true};
        nothing.talk = true;
        story.tell(nothing);
        QVERIFY(story.desk->messages().isEmpty());
    }

    void theNoticeIsHeardAndKept()
    {
        Studio story;
        story.options.manners.notice = u"{show} may record you."_s;
        story.open();
        const QString sid = story.dials();
        QVERIFY(spoken(story.carrier.people[sid].hears).contains(u"Night Talk may record you."_s));
        QVERIFY(story.call(sid).noticeAt.isNull());
        LineManners others = story.options.manners;
        others.notice = u"Other words"_s; // than this caller is hearing
        story.desk->setManners(others);
        story.pass(8s);
        story.hearsGreeting(sid);
        QCOMPARE(story.call(sid).noticeAt, story.clock.now());
        QCOMPARE(story.call(sid).notice, u"Night Talk may record you."_s);
        const QDateTime at = story.call(sid).noticeAt;
        story.connects(sid, story.ann);
        QVERIFY(spoken(story.carrier.people[sid].hears).filter(u"Other"_s).isEmpty());
        story.killAndRestart();
        QCOMPARE(story.call(sid).noticeAt, at);
        QCOMPARE(story.call(sid).notice, u"Night Talk may record you."_s);
    }

    /// Whoever came in through the documents of our absence has heard no greeting.
    void whoWasNotGreetedIsToldBeforeTheTalk()
    {
        Studio story;
        story.open();
        FakeCarrier::Person person;
        person.from = u"+14085550199"_s;
        person.where = FakeCarrier::Where::Queue;
        person.enqueued = person.started = story.clock.now();
        story.carrier.people.insert(u"CAquiet"_s, person);
        story.pass(10s);
        QVERIFY(story.call(u"CAquiet"_s).noticeAt.isNull());
        story.connects(u"CAquiet"_s, story.ann);
        const Steps steps = story.carrier.people[u"CAquiet"_s].hears;
        QCOMPARE(spoken(steps).first(), words);
        QVERIFY(std::holds_alternative<JoinStudio>(steps.at(1)));
        QVERIFY(story.call(u"CAquiet"_s).noticeAt.isValid());
        QCOMPARE(story.call(u"CAquiet"_s).recording, TalkRecording::On);
    }

    /// Without an address the phone company greets by itself: those are not told a second time.
    void whomThePhoneCompanyToldIsNotToldAgain_data()
    {
        QTest::addColumn<int>("calledAfter"); ///< seconds
        QTest::addColumn<bool>("toldAgain");
        QTest::newRow("called after it began to tell") << 30 << false;
        QTest::newRow("called before, or just then") << 5 << true;
    }
    void whomThePhoneCompanyToldIsNotToldAgain()
    {
        QFETCH(int, calledAfter);
        QFETCH(bool, toldAgain);
        Studio story;
        story.open();
        story.carrier.told = {u"We may record you."_s, story.clock.now()};
        story.pass(std::chrono::seconds(calledAfter));
        FakeCarrier::Person person;
        person.from = u"+14085550199"_s;
        person.where = FakeCarrier::Where::Queue;
        person.enqueued = person.started = story.clock.now();
        story.carrier.people.insert(u"CAquiet"_s, person);
        story.pass(10s);
        QCOMPARE(story.call(u"CAquiet"_s).notice, toldAgain ? QString() : u"We may record you."_s);
        story.connects(u"CAquiet"_s, story.ann);
        QCOMPARE(spoken(story.carrier.people[u"CAquiet"_s].hears).contains(words), toldAgain);
        QVERIFY(story.call(u"CAquiet"_s).noticeAt.isValid());
        QCOMPARE(story.call(u"CAquiet"_s).recording, TalkRecording::On);
    }

    void whomWeCallIsToldFirst()
    {
        Studio story;
        story.open();
        story.ask(story.ann, CallBack{u"+14085550142"_s});
        const QString mine = story.leg().sid;
        story.answers(mine);
        story.presses(mine, u"1"_s);
        QCOMPARE(spoken(story.leg().callOut.whenAnswered).first(), words);
    }

    void aLineThatNeedsNoNoticeTellsNobodyLate()
    {
        Studio story(RecordTalks::Off);
        story.options.manners.airs = false;
        story.open();
        FakeCarrier::Person person;
        person.from = u"+14085550199"_s;
        person.where = FakeCarrier::Where::Queue;
        person.enqueued = person.started = story.clock.now();
        story.carrier.people.insert(u"CAquiet"_s, person);
        story.pass(10s);
        story.connects(u"CAquiet"_s, story.ann);
        QVERIFY(std::holds_alternative<JoinStudio>(story.carrier.people[u"CAquiet"_s].hears.first()));
    }

    void whoAgreesIsRecorded()
    {
        Studio story;
        story.options.manners.askConsent = true;
        story.open();
        const QString sid = story.dials();
        QCOMPARE(spoken(story.carrier.people[sid].hears).last(), story.options.manners.consentPrompt.text);
        story.chooses(sid, consentKey, u"1"_s);
        QCOMPARE(story.call(sid).consent, Consent::Agreed);
        QCOMPARE(story.call(sid).state, CallState::Waiting);
        QVERIFY(story.call(sid).noticeAt.isValid());
        story.connects(sid, story.ann);
        QCOMPARE(story.call(sid).recording, TalkRecording::On);
    }

    void whoDoesNotAgreeWaitsUnrecorded_data()
    {
        QTest::addColumn<QString>("key");
        QTest::newRow("another key") << u"2"_s;
        QTest::newRow("silence") << QString();
    }
    void whoDoesNotAgreeWaitsUnrecorded()
    {
        QFETCH(QString, key);
        Studio story;
        story.options.manners.askConsent = true;
        story.open();
        const QString sid = story.dials();
        story.chooses(sid, consentKey, key);
        QCOMPARE(story.call(sid).consent, Consent::Declined);
        QCOMPARE(story.call(sid).state, CallState::Waiting);
        story.chooses(sid, consentKey, u"1"_s); // the same news again, or a forged one: too late
        QCOMPARE(story.call(sid).consent, Consent::Declined);
        story.connects(sid, story.ann);
        QCOMPARE(story.call(sid).state, CallState::Connected);
        QVERIFY(story.made(sid).isEmpty());
        const auto refusal = story.ask(story.ann, RecordTalk{sid});
        QCOMPARE(refusal->code, RefusalCode::NotAllowed);
        QVERIFY(refusal->sentence.contains(u"does not agree"_s));
        story.killAndRestart();
        QCOMPARE(story.call(sid).consent, Consent::Declined);
    }

    void orIsThankedWhereSoSet()
    {
        Studio story;
        story.options.manners.askConsent = true;
        story.options.manners.withoutConsent = WithoutConsent::Release;
        story.open();
        const QString sid = story.dials();
        const Steps steps = story.chooses(sid, consentKey, u"9"_s);
        QCOMPARE(spoken(steps), QStringList(story.options.manners.noConsent.text));
        QVERIFY(std::holds_alternative<HangUp>(steps.last()));
        QCOMPARE(story.call(sid).outcome, Outcome::Thanked);
        const QString other = story.dials();
        story.chooses(other, consentKey, u"1"_s);
        QCOMPARE(story.call(other).state, CallState::Waiting);
    }

    void theMenuComesAfterTheQuestion()
    {
        Studio story;
        story.options.manners.askConsent = true;
        story.options.manners.menu.choices = {{u"1"_s, u"support"_s, u"Support"_s}};
        story.open();
        const QString sid = story.dials();
        QVERIFY(!spoken(story.carrier.people[sid].hears).contains(story.options.manners.menuPrompt.text));
        const Steps menu = story.chooses(sid, consentKey, u"1"_s);
        QCOMPARE(spoken(menu), QStringList(story.options.manners.menuPrompt.text));
        story.chooses(sid, u"menu_key"_s, u"1"_s);
        QCOMPARE(story.call(sid).state, CallState::Waiting);
        QCOMPARE(story.call(sid).consent, Consent::Agreed);
    }

    void aLineOpensOnlyWithANotice_data()
    {
        QTest::addColumn<RecordTalks>("mode");
        QTest::addColumn<bool>("airs");
        QTest::newRow("records") << RecordTalks::On << false;
        QTest::newRow("records by key") << RecordTalks::ByKey << false;
        QTest::newRow("airs") << RecordTalks::Off << true;
    }
    void aLineOpensOnlyWithANotice()
    {
        QFETCH(RecordTalks, mode);
        QFETCH(bool, airs);
        Studio story(mode);
        story.options.manners.airs = airs;
        story.options.manners.notice = u"  "_s;
        story.open(); // also a desk without a window
        QVERIFY(!story.desk->line().open);
        QVERIFY(story.notices.last().contains(u"notice is empty"_s));
        const auto refusal = story.ask(story.ann, OpenLine{});
        QCOMPARE(refusal->code, RefusalCode::WrongState);
        QVERIFY(refusal->sentence.contains(u"Recording"_s));
        QVERIFY(!story.desk->line().open);
        LineManners told = story.options.manners;
        told.notice = words;
        story.desk->setManners(told);
        QVERIFY(!story.ask(story.ann, OpenLine{}));
        QVERIFY(story.desk->line().open);
    }

    void anOpenLineIsNotShutUnderItsCallers()
    {
        Studio story;
        story.open();
        LineManners untold = story.options.manners;
        untold.notice = QString();
        story.desk->setManners(untold);
        QVERIFY(story.desk->line().open);
        QVERIFY(story.notices.last().contains(u"nobody is recorded"_s));
        const QString sid = story.talks();
        QVERIFY(story.made(sid).isEmpty());
    }

    void aScreenerDoesNotRecordAnothersTalk()
    {
        Studio story(RecordTalks::ByKey);
        story.open();
        const QString sid = story.talks();
        QCOMPARE(story.ask(story.ben, RecordTalk{sid})->code, RefusalCode::NotAllowed);
        QCOMPARE(story.ask(story.vic, RecordTalk{sid})->code, RefusalCode::NotAllowed);
        const QString waiting = story.waits();
        QCOMPARE(story.ask(story.ann, RecordTalk{waiting})->code, RefusalCode::WrongState);
    }

    void filesAreNamedFromShowAndCaller()
    {
        Message talk;
        talk.recording = u"RE12"_s;
        talk.show = u"Night/Talk: ../"_s;
        talk.caller = {u"Zoë \"O'Neil\" *"_s, u"+14085550142"_s, {}, {}, {}};
        talk.at = QDateTime(QDate(2026, 3, 14), QTime(20, 5, 9));
        QCOMPARE(talkFile(talk), u"Night Talk - Zoë O'Neil - 2026-03-14 20-05-09.wav"_s);
        QCOMPARE(talkFile(talk, talk.recording),
                 u"Night Talk - Zoë O'Neil - 2026-03-14 20-05-09 - RE12.wav"_s);
        talk.show.clear();
        talk.caller.name.clear();
        QCOMPARE(talkFile(talk), u"+14085550142 - 2026-03-14 20-05-09.wav"_s);
        talk.caller.number.clear();
        QCOMPARE(talkFile(talk), u"Number withheld - 2026-03-14 20-05-09.wav"_s);
        talk.caller.name = QString(500, u'x');
        QVERIFY(talkFile(talk).size() < 100);
    }

    void twoTalksOfOneMomentHaveTwoFiles()
    {
        Studio story;
        story.open();
        const QString first = story.waits(u"Same Name"_s);
        const QString second = story.waits(u"Same Name"_s);
        story.connects(first, story.ann);
        story.ask(story.ann, Pull{second});
        story.hangsUp(first);
        story.hangsUp(second);
        for (const QString &sid : {first, second})
            story.carrier.finishTalk(sid, story.made(sid).first().recording, 5);
        story.pass(20s);
        QCOMPARE(story.carrier.fetched.size(), 2);
        QVERIFY(story.carrier.fetched.first() != story.carrier.fetched.last());
    }
};

QTEST_GUILESS_MAIN(TestTalks)
#include "test_talks.moc"
