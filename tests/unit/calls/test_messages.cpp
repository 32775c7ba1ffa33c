// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "helpers/switchboard_story.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace anteroom::calls;
using anteroom::test::FakeCarrier;
using anteroom::test::SwitchboardStory;
using Where = FakeCarrier::Where;

#include <QTemporaryDir>

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

    void silenceIsNoMessage()
    {
        SwitchboardStory story;
        story.open();
        const QString sid = story.waits();
        story.ask(story.ann, SendToVoicemail{sid});
        story.cue(sid, u"recorded"_s, {}, u"RE1"_s, 1);
        QVERIFY(story.desk->messages().isEmpty());
        QCOMPARE(story.call(sid).outcome, Outcome::Abandoned);
        const QString absent = story.waits();
        story.ask(story.ann, SendToVoicemail{absent});
        story.cue(absent, u"recorded"_s, {}, u"RE2"_s, 9);
        story.tell(RecordingReady{absent, u"RE2"_s, 0, true});
        QVERIFY(story.desk->messages().isEmpty());
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
        QCOMPARE(story.desk->messages().size(), 1);
        QVERIFY(!story.notices.isEmpty());
        story.carrier.faults[u"deleteRecording"_s] = {{CarrierTrouble::Gone}};
        story.ask(story.ann, DeleteMessage{u"RE1"_s});
        QVERIFY(story.desk->messages().isEmpty());
        QVERIFY(story.journal.saved().messages.isEmpty());
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
