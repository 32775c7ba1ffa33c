// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "helpers/switchboard_story.h"
#include "helpers/wav_sample.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace anteroom::calls;
using anteroom::test::FakeCarrier;
using anteroom::test::wavSample;
using Where = FakeCarrier::Where;

#include <QDir>
#include <QTemporaryDir>

namespace {

class SwitchboardStory : public anteroom::test::SwitchboardStory
{
public:
    Message message(const QString &recording) const
    {
        for (const Message &message : desk->messages())
            if (message.recording == recording)
                return message;
        return {};
    }
    QString leavesMessage(const QString &recording)
    {
        const QString sid = waits();
        ask(ann, SendToVoicemail{sid});
        cue(sid, u"recorded"_s, {}, recording, 12);
        return sid;
    }
};

} // namespace

class TestMessages : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aMessageIsListedAndFetched()
    {
        QTemporaryDir folder;
        SwitchboardStory story;
        story.options.recordingsFolder = folder.path();
        story.open();
        const QString sid = story.waits();
        story.ask(story.ann, SendToVoicemail{sid});
        story.cue(sid, u"recorded"_s, {}, u"RE1"_s, 12);
        QCOMPARE(story.desk->messages().size(), 1);
        QVERIFY(story.desk->messages().first().audioFile.isEmpty());
        // Just after the call the sound isn't there yet.
        story.carrier.faults[u"fetchRecording"_s] = {{CarrierTrouble::Gone}};
        story.tell(RecordingReady{sid, u"RE1"_s, 12, false});
        story.pass(20s);
        const Message message = story.desk->messages().first();
        QCOMPARE(message.audioFile, folder.path() + u"/RE1.wav"_s);
        QCOMPARE(message.seconds, 12);
        QCOMPARE(message.caller, story.call(sid).caller);
        story.tell(RecordingReady{sid, u"RE1"_s, 12, false});
        QCOMPARE(story.desk->messages().size(), 1);
        QCOMPARE(story.carrier.fetched.size(), 1);
    }

    void hangingUpIsNoMessageButSeen()
    {
        SwitchboardStory story;
        story.open();
        const QString sid = story.waits();
        story.ask(story.ann, SendToVoicemail{sid});
        story.cue(sid, u"recorded"_s, {}, u"RE1"_s, 2);
        QVERIFY(story.message(u"RE1"_s).hangUp);
        QCOMPARE(story.call(sid).outcome, Outcome::Abandoned);
        const QString absent = story.waits();
        story.ask(story.ann, SendToVoicemail{absent});
        story.cue(absent, u"recorded"_s, {}, u"RE2"_s, 9);
        QVERIFY(!story.message(u"RE2"_s).hangUp);
        story.tell(RecordingReady{absent, u"RE2"_s, 0, true});
        QVERIFY(story.message(u"RE2"_s).hangUp);
    }

    void aSilentMessageIsHangingUp()
    {
        QTemporaryDir folder;
        SwitchboardStory story;
        story.options.recordingsFolder = folder.path();
        story.open();
        story.carrier.sound = wavSample({0, 0, 0});
        const QString silent = story.leavesMessage(u"RE1"_s);
        story.pass(5s);
        QVERIFY(story.message(u"RE1"_s).hangUp);
        story.carrier.sound = wavSample({0, 9000, 0});
        story.leavesMessage(u"RE2"_s);
        story.pass(5s);
        QVERIFY(!story.message(u"RE2"_s).hangUp);
    }

    void aMessageKnowsItsShow()
    {
        SwitchboardStory story;
        story.options.line.showName = u"Night Talk"_s;
        story.open();
        story.leavesMessage(u"RE1"_s);
        QCOMPARE(story.message(u"RE1"_s).show, u"Night Talk"_s);
        QVERIFY(!story.message(u"RE1"_s).forNextShow);
        const QString asked = story.waits();
        story.ask(story.ann, StartCloseOut{Treatment::Message});
        story.pass(1s);
        story.cue(asked, u"recorded"_s, {}, u"RE2"_s, 30);
        QVERIFY(story.message(u"RE2"_s).forNextShow);
        story.killAndRestart();
        QVERIFY(story.message(u"RE2"_s).forNextShow);
    }

    void notesAreKept()
    {
        SwitchboardStory story;
        story.open();
        story.leavesMessage(u"RE1"_s);
        QVERIFY(!story.ask(story.ben, AnnotateMessage{u"RE1"_s, u"Play first"_s}));
        QVERIFY(story.ask(story.vic, AnnotateMessage{u"RE1"_s, u"No"_s}));
        QVERIFY(story.ask(story.ben, AnnotateMessage{u"RE1"_s, QString(20000, u'x')}));
        story.killAndRestart();
        QCOMPARE(story.message(u"RE1"_s).notes, u"Play first"_s);
    }

    void theNewsOfTheEndComesBeforeTheNewsOfTheMessage()
    {
        SwitchboardStory story;
        story.open();
        const QString sid = story.waits();
        story.ask(story.ann, SendToVoicemail{sid});
        story.hangsUp(sid);
        QCOMPARE(story.call(sid).outcome, Outcome::Abandoned);
        story.tell(RecordingReady{sid, u"RE1"_s, 20, false});
        QCOMPARE(story.call(sid).outcome, Outcome::Voicemail);
        QCOMPARE(story.call(sid).state, CallState::Ended);
        QCOMPARE(story.desk->messages().size(), 1);
    }

    void lostNewsIsLookedFor()
    {
        SwitchboardStory story;
        story.open();
        const QString sid = story.waits();
        story.ask(story.ann, SendToVoicemail{sid});
        story.carrier.recordings[sid] = {{u"RE1"_s, sid, -1, false, false}};
        story.hangsUp(sid);
        story.pass(3s);
        QVERIFY(story.desk->messages().isEmpty());
        story.carrier.recordings[sid] = {{u"RE1"_s, sid, 30, true, false}};
        story.pass(10s);
        QCOMPARE(story.desk->messages().size(), 1);
        QCOMPARE(story.call(sid).outcome, Outcome::Voicemail);
    }

    void theMailboxThatThePhoneCompanyHostsIsLookedInto()
    {
        SwitchboardStory story;
        story.options.recordingsFolder = u"/voicemail"_s;
        story.open();
        const QString sid = story.waits();
        story.journal.die();
        story.close(); // the desk is gone; the bounded wait ends in a hosted mailbox
        story.journal.revive();
        story.hangsUpUnheard(sid);
        story.carrier.recordings[sid] = {{u"RE7"_s, sid, 9, true, false}};
        story.open();
        story.pass(10s);
        QCOMPARE(story.desk->messages().size(), 1);
        QCOMPARE(story.desk->messages().first().sid, sid);
        QCOMPARE(story.call(sid).outcome, Outcome::Voicemail);
    }

    void heardAndDeleted()
    {
        SwitchboardStory story;
        story.open();
        const QString sid = story.waits();
        story.ask(story.ann, SendToVoicemail{sid});
        story.cue(sid, u"recorded"_s, {}, u"RE1"_s, 12);
        QVERIFY(!story.ask(story.ben, MarkMessage{u"RE1"_s, true}));
        QVERIFY(story.desk->messages().first().heard);
        story.carrier.faults[u"deleteRecording"_s] = {{CarrierTrouble::NotSent}};
        story.ask(story.ann, DeleteMessage{u"RE1"_s});
        QVERIFY(story.message(u"RE1"_s).deleted.isValid());
        story.pass(11s);
        QVERIFY(story.message(u"RE1"_s).deleted.isNull()); // refused, so it is back
        QVERIFY(!story.notices.isEmpty());
        story.carrier.faults[u"deleteRecording"_s] = {{CarrierTrouble::Gone}};
        story.ask(story.ann, DeleteMessage{u"RE1"_s});
        story.pass(11s);
        QVERIFY(story.desk->messages().isEmpty());
        QVERIFY(story.journal.saved().messages.isEmpty());
    }

    void deletingIsUndoneInTime()
    {
        SwitchboardStory story;
        story.open();
        story.leavesMessage(u"RE1"_s);
        QVERIFY(!story.ask(story.ann, DeleteMessage{u"RE1"_s}));
        QVERIFY(story.ask(story.ann, DeleteMessage{u"RE1"_s}));
        story.pass(5s);
        QVERIFY(!story.ask(story.ann, UndoDeleteMessage{u"RE1"_s}));
        QVERIFY(story.ask(story.ann, UndoDeleteMessage{u"RE1"_s}));
        story.pass(1min);
        QVERIFY(story.message(u"RE1"_s).deleted.isNull());
        QVERIFY(story.carrier.deleted.isEmpty());
        // Deleted again, the time begins anew.
        story.ask(story.ann, DeleteMessage{u"RE1"_s});
        story.pass(9s);
        QVERIFY(story.carrier.deleted.isEmpty());
        story.pass(2s);
        QCOMPARE(story.carrier.deleted, QStringList{u"RE1"_s});
    }

    void deletingAtOnceTakesTheSoundToo()
    {
        QTemporaryDir folder;
        SwitchboardStory story;
        story.options.recordingsFolder = folder.path();
        story.open();
        story.leavesMessage(u"RE1"_s);
        story.pass(5s);
        const QString file = story.message(u"RE1"_s).audioFile;
        QVERIFY(QFile::exists(file));
        story.ask(story.ann, DeleteMessage{u"RE1"_s});
        QVERIFY(QFile::exists(file));
        QVERIFY(!story.ask(story.ann, FinishDeleteMessage{u"RE1"_s}));
        QCOMPARE(story.carrier.deleted, QStringList{u"RE1"_s});
        QVERIFY(!QFile::exists(file));
        QVERIFY(story.desk->messages().isEmpty());
    }

    void whatIsAlreadyBeingDeletedStaysDeleted()
    {
        SwitchboardStory story;
        story.open();
        story.leavesMessage(u"RE1"_s);
        story.ask(story.ann, DeleteMessage{u"RE1"_s});
        story.carrier.held.insert(u"deleteRecording"_s);
        story.ask(story.ann, FinishDeleteMessage{u"RE1"_s});
        story.ask(story.ann, UndoDeleteMessage{u"RE1"_s});
        QVERIFY(story.notices.last().contains(u"can't be brought back"_s));
        story.carrier.release(u"deleteRecording"_s);
        story.turn();
        QVERIFY(story.desk->messages().isEmpty());
    }

    void aLostAnswerToDeletingIsAskedForAgain()
    {
        SwitchboardStory story;
        story.open();
        story.leavesMessage(u"RE1"_s);
        story.carrier.faults[u"deleteRecording"_s] = {{CarrierTrouble::Unclear, true},
                                                      {CarrierTrouble::Gone}};
        story.ask(story.ann, DeleteMessage{u"RE1"_s});
        story.pass(11s);
        QVERIFY(story.desk->messages().isEmpty());
    }

    void deletingIsCutOff_data()
    {
        QTest::addColumn<bool>("duringTheRequest");
        QTest::newRow("before the time for undoing is over") << false;
        QTest::newRow("while the phone company is told") << true;
    }
    void deletingIsCutOff()
    {
        QFETCH(bool, duringTheRequest);
        SwitchboardStory story;
        story.open();
        story.leavesMessage(u"RE1"_s);
        story.ask(story.ann, DeleteMessage{u"RE1"_s});
        if (duringTheRequest) {
            story.carrier.held.insert(u"deleteRecording"_s);
            story.ask(story.ann, FinishDeleteMessage{u"RE1"_s});
        }
        story.killAndRestart();
        QVERIFY(story.message(u"RE1"_s).deleted.isValid() || story.desk->messages().isEmpty());
        story.pass(11s);
        QVERIFY(story.desk->messages().isEmpty());
        QVERIFY(story.carrier.deleted.contains(u"RE1"_s));
    }

    void oldMessagesGoWhenTheyWereHeard()
    {
        SwitchboardStory story;
        story.open();
        story.leavesMessage(u"RE1"_s);
        story.leavesMessage(u"RE2"_s);
        story.ask(story.ann, MarkMessage{u"RE1"_s, true});
        story.desk->setMessageKeeping({}, 2);
        story.pass(24h);
        QCOMPARE(story.desk->messages().size(), 2);
        story.pass(26h);
        QCOMPARE(story.desk->messages().size(), 1);
        QCOMPARE(story.carrier.deleted, QStringList{u"RE1"_s});
        story.desk->setMessageKeeping({}, 0);
        story.ask(story.ann, MarkMessage{u"RE2"_s, true});
        story.pass(26h);
        QCOMPARE(story.desk->messages().size(), 1);
    }

    void whatHasVanishedFromTheDiskIsFetchedAgain()
    {
        QTemporaryDir folder;
        SwitchboardStory story;
        story.options.recordingsFolder = folder.path();
        story.open();
        story.leavesMessage(u"RE1"_s);
        story.pass(5s);
        QVERIFY(QFile::remove(story.message(u"RE1"_s).audioFile));
        const QString other = folder.filePath(u"elsewhere"_s);
        QVERIFY(QDir().mkpath(other));
        story.desk->setMessageKeeping(other, 0);
        story.pass(5s);
        QCOMPARE(story.message(u"RE1"_s).audioFile, other + u"/RE1.wav"_s);
        QVERIFY(QFile::exists(story.message(u"RE1"_s).audioFile));
    }

    void aStrangersMessageIsFoundAtTheNextStart()
    {
        SwitchboardStory story;
        story.open();
        story.pass(1min);
        story.close();
        story.clock.advance(1h);
        // Nobody here has ever heard of this caller.
        story.carrier.people.insert(
            u"CA900"_s,
            {FakeCarrier::Where::Over, {}, {}, u"+12025550123"_s, u"Zoe"_s, {}, story.clock.now()});
        story.carrier.left = {{u"RE9"_s, u"CA900"_s, 31, true, false, story.clock.now()}};
        story.open();
        QCOMPARE(story.desk->messages().size(), 1);
        const Message message = story.message(u"RE9"_s);
        QCOMPARE(message.caller.number, u"+12025550123"_s);
        QCOMPARE(message.caller.name, u"Zoe"_s);
        QCOMPARE(message.at, story.carrier.left.first().begun);
        QCOMPARE(story.journal.past.value(u"CA900"_s).outcome, Outcome::Voicemail);
        story.pass(20min);
        QCOMPARE(story.desk->messages().size(), 1);
        QCOMPARE(story.carrier.count(u"status CA900"_s), 1);
    }

    void lostNewsOfAStrangerAreSoughtSlowly()
    {
        SwitchboardStory story;
        story.open();
        story.carrier.people.insert(u"CA900"_s,
                                    {FakeCarrier::Where::Over, {}, {}, {}, {}, {}, story.clock.now()});
        story.carrier.left = {{u"RE9"_s, u"CA900"_s, 31, true, false, story.clock.now()}};
        story.carrier.faults[u"messagesSince"_s] = {{CarrierTrouble::NotSent}};
        story.pass(12min);
        QVERIFY(story.message(u"RE9"_s).caller.number.isEmpty()); // withheld
        QCOMPARE(story.desk->messages().size(), 1);
    }

    void othersOfTheAccountAreLeftAlone()
    {
        SwitchboardStory story;
        story.open();
        FakeCarrier::Person person{FakeCarrier::Where::Over, {}, {}, u"+12025550123"_s, {}, {},
                                   story.clock.now()};
        person.dialled = u"+14155550199"_s; // another number of the account
        story.carrier.people.insert(u"CA900"_s, person);
        story.carrier.left = {{u"RE9"_s, u"CA900"_s, 31, true, false, story.clock.now()}};
        story.pass(1h);
        QVERIFY(story.desk->messages().isEmpty());
        QCOMPARE(story.carrier.count(u"status CA900"_s), 1);
    }

    void whatWasThereBeforeTheFirstDeskIsNotItsOwn()
    {
        SwitchboardStory story;
        story.carrier.people.insert(
            u"CA900"_s, {FakeCarrier::Where::Over, {}, {}, u"+12025550123"_s, {}, {}, story.clock.now()});
        story.carrier.left = {{u"RE9"_s, u"CA900"_s, 31, true, false, story.clock.now().addDays(-3)}};
        story.open();
        story.pass(1h);
        QVERIFY(story.desk->messages().isEmpty());
    }

    void aLateMessageStillKnowsItsCaller()
    {
        SwitchboardStory story;
        story.open();
        const QString sid = story.waits(u"Maria"_s);
        story.ask(story.ann, SendToVoicemail{sid});
        story.hangsUp(sid);
        story.pass(10min); // gone from view
        QVERIFY(!story.knows(sid));
        story.tell(RecordingReady{sid, u"RE1"_s, 20, false});
        QCOMPARE(story.message(u"RE1"_s).caller.name, u"Maria"_s);
    }

    void aHostileNameBecomesNoFile()
    {
        QTemporaryDir folder;
        SwitchboardStory story;
        story.options.recordingsFolder = folder.path();
        story.open();
        const QString sid = story.waits();
        story.tell(RecordingReady{sid, u"../../etc/passwd"_s, 20, false});
        story.pass(1min);
        QVERIFY(story.carrier.fetched.isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestMessages)
#include "test_messages.moc"
