// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/calls.h"
#include "simulator/recordings.h"
#include "stage.h"

#include <QTest>
#include <QtEndian>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace anteroom;

class TestRecord : public QObject
{
    Q_OBJECT
private slots:
    void aMessageEndsInSilence();
    void whatIsSaidBeforeTheBeepIsRecorded();
    void anEmptyOneSkipsTheAction();
    void aKeyEndsIt();
    void theLongestLengthEndsIt();
    void hangingUpKeepsWhatWasSaid();
    void theFileIsSoundAndCanBeDeleted();
    void callsAreRecordedOverRest();
    void ofAPauseNothingIsKeptOrSilence();
    void aRecordingEndsWithItsCall();
    void onlyALivingCallIsRecorded();

private:
    static void prepare(Stage &stage, const QByteArray &attributes)
    {
        stage.answer("/voice"_ba, "<Record action=\"/kept\" recordingStatusCallback=\"/rec\" " + attributes +
                                      "/><Say>you said nothing</Say>");
        stage.answer("/kept"_ba, "<Hangup/>"_ba);
        stage.answerRaw("/rec"_ba, {.status = 204});
    }
};

void TestRecord::aMessageEndsInSilence()
{
    Stage stage;
    prepare(stage, "timeout=\"3\""_ba);
    const QString sid = stage.dial();
    stage.pass(1s);
    QCOMPARE(stage.place(sid), u"recording"_s);
    QVERIFY(stage.world.calls().speak(sid, 10s));
    stage.pass(12s);
    QVERIFY(stage.on("/kept"_ba).isEmpty());
    stage.pass(2s);
    QCOMPARE(stage.last("/kept"_ba, "RecordingDuration"_ba),
             "11"_ba); // half a second before, silence trimmed
    stage.pass(2s);
    QCOMPARE(stage.last("/rec"_ba, "RecordingStatus"_ba), "completed"_ba);
    QCOMPARE(stage.last("/rec"_ba, "RecordingSource"_ba), "RecordVerb"_ba);
    QCOMPARE(stage.last("/rec"_ba, "RecordingUrl"_ba), stage.last("/kept"_ba, "RecordingUrl"_ba));
}

void TestRecord::whatIsSaidBeforeTheBeepIsRecorded()
{
    Stage stage;
    prepare(stage, "timeout=\"3\""_ba);
    const QString sid = stage.dial();
    QVERIFY(stage.world.calls().speak(sid, 2500ms)); // the beep is not over
    QVERIFY(stage.world.calls().speak(sid, 4s));
    stage.pass(12s);
    QCOMPARE(stage.last("/kept"_ba, "RecordingDuration"_ba), "8"_ba); // 700 ms, then 6.5 s

    Stage later;
    prepare(later, "timeout=\"3\""_ba);
    later.answer("/voice"_ba, "<Pause length=\"5\"/><Redirect>/message</Redirect>"_ba);
    later.answer("/message"_ba, "<Record action=\"/kept\" timeout=\"3\"/>"_ba);
    const QString early = later.dial();
    QVERIFY(later.world.calls().speak(early, 3s)); // nothing records yet
    later.pass(15s);
    QCOMPARE(later.last("/kept"_ba, "RecordingDuration"_ba), "4"_ba);
}

void TestRecord::anEmptyOneSkipsTheAction()
{
    Stage stage;
    prepare(stage, "recordingStatusCallbackEvent=\"completed absent\""_ba);
    const QString sid = stage.dial();
    stage.pass(6s);
    QVERIFY(stage.verbs(sid).contains(u"Say"_s));
    QVERIFY(stage.on("/kept"_ba).isEmpty());
    QCOMPARE(stage.last("/rec"_ba, "RecordingStatus"_ba), "absent"_ba);
    QVERIFY(stage.errors().contains(16102));
}

void TestRecord::aKeyEndsIt()
{
    Stage stage;
    prepare(stage, "finishOnKey=\"#\""_ba);
    const QString sid = stage.dial();
    stage.pass(1s);
    QVERIFY(stage.world.calls().speak(sid, 60s));
    QVERIFY(stage.world.calls().press(sid, u"5"_s));
    stage.pass(4s);
    QVERIFY(stage.on("/kept"_ba).isEmpty());
    QVERIFY(stage.world.calls().press(sid, u"#"_s));
    stage.pass(1s);
    QCOMPARE(stage.last("/kept"_ba, "Digits"_ba), "#"_ba);
}

void TestRecord::theLongestLengthEndsIt()
{
    Stage stage;
    prepare(stage, "maxLength=\"20\""_ba);
    const QString sid = stage.dial();
    stage.pass(1s);
    QVERIFY(stage.world.calls().speak(sid, 600s));
    stage.pass(21s);
    QCOMPARE(stage.last("/kept"_ba, "RecordingDuration"_ba), "20"_ba);
}

void TestRecord::hangingUpKeepsWhatWasSaid()
{
    Stage stage;
    prepare(stage, {});
    const QString sid = stage.dial();
    stage.pass(1s);
    QVERIFY(stage.world.calls().speak(sid, 4s));
    stage.pass(2s);
    QVERIFY(stage.world.calls().hangUp(sid));
    stage.pass(2s);
    QCOMPARE(stage.last("/kept"_ba, "Digits"_ba), "hangup"_ba);
    QCOMPARE(stage.last("/kept"_ba, "CallStatus"_ba), "completed"_ba);
    QCOMPARE(stage.on("/rec"_ba).size(), 1);
}

void TestRecord::theFileIsSoundAndCanBeDeleted()
{
    Stage stage;
    prepare(stage, "timeout=\"2\""_ba);
    const QString sid = stage.dial();
    stage.pass(500ms);
    QVERIFY(stage.world.calls().speak(sid, 3s));
    stage.pass(5s);
    auto &recordings = stage.world.recordings();
    const QString recording = recordings.list().constFirst().sid;
    QCOMPARE(recordings.wav(recording).error().status, 404); // not ready yet
    stage.pass(2s);
    const auto wav = recordings.wav(recording);
    QVERIFY(wav);
    QVERIFY(wav->startsWith("RIFF"));
    QCOMPARE(wav->sliced(8, 8), "WAVEfmt "_ba);
    QCOMPARE(qFromLittleEndian<quint32>(wav->constData() + 24), 8000U);
    QCOMPARE(qsizetype(qFromLittleEndian<quint32>(wav->constData() + 40)), wav->size() - 44);
    QCOMPARE(wav->size(), 44 + recordings.get(recording)->seconds * 16'000);
    QVERIFY(wav->sliced(44).count('\0') < wav->size() / 2); // something is to be heard
    QCOMPARE(recordings.wav(recording, 2).error().code, 16113);
    QVERIFY(recordings.remove(recording));
    QCOMPARE(recordings.get(recording).error().code, 20404);
    QVERIFY(recordings.list().isEmpty());
}

void TestRecord::callsAreRecordedOverRest()
{
    Stage stage;
    stage.answer("/voice"_ba, "<Say>hello</Say><Pause length=\"60\"/>"_ba);
    const QString sid = stage.dial();
    auto &recordings = stage.world.recordings();
    const auto started = recordings.start(sid, u"dual"_s, {}, {});
    QVERIFY(started);
    QCOMPARE(started->seconds, -1);
    stage.pass(8s);
    QCOMPARE(recordings.update(sid, u"Twilio.CURRENT"_s, u"paused"_s)->status, u"paused"_s);
    QVERIFY(recordings.update(sid, started->sid, u"stopped"_s));
    stage.pass(2s);
    QCOMPARE(recordings.get(started->sid)->status, u"completed"_s);
    QCOMPARE(recordings.get(started->sid)->seconds, 8);
    QCOMPARE(recordings.update(sid, u"Twilio.CURRENT"_s, u"stopped"_s).error().code, 20404);
}

void TestRecord::ofAPauseNothingIsKeptOrSilence()
{
    Stage stage;
    stage.answer("/voice"_ba, "<Say>hello</Say><Pause length=\"600\"/>"_ba);
    const QString sid = stage.dial();
    auto &recordings = stage.world.recordings();
    const QString skips = recordings.start(sid, {}, {}, {})->sid;
    const QString silent = recordings.start(sid, {}, {}, {})->sid;
    stage.pass(4s);
    QVERIFY(recordings.update(sid, skips, u"paused"_s, u"skip"_s));
    QVERIFY(recordings.update(sid, silent, u"paused"_s));
    QVERIFY(recordings.update(sid, skips, u"paused"_s, u"skip"_s)); // the same again
    stage.pass(6s);
    QCOMPARE(recordings.update(sid, skips, u"in-progress"_s)->status, u"in-progress"_s);
    QVERIFY(recordings.update(sid, silent, u"in-progress"_s));
    stage.pass(2s);
    QCOMPARE(recordings.update(sid, skips, u"stopped"_s)->status, u"stopped"_s);
    QVERIFY(recordings.update(sid, silent, u"stopped"_s));
    QCOMPARE(recordings.update(sid, skips, u"in-progress"_s).error().code, 21220); // that was final
    stage.pass(2s);
    QCOMPARE(recordings.get(skips)->seconds, 6);
    QCOMPARE(recordings.get(silent)->seconds, 12);
    const auto quietInTheMiddle = [&](const QString &recording) {
        const QByteArray samples = recordings.wav(recording)->sliced(44);
        return samples.sliced(5 * 16'000, 4 * 1'600).count('\0') == 4 * 1'600;
    };
    QVERIFY(quietInTheMiddle(silent));
    QVERIFY(!quietInTheMiddle(skips));
}

void TestRecord::aRecordingEndsWithItsCall()
{
    Stage stage;
    stage.answer("/voice"_ba, "<Say>hello</Say><Pause length=\"600\"/>"_ba);
    stage.answerRaw("/rec"_ba, {.status = 204});
    const QString sid = stage.dial();
    auto &recordings = stage.world.recordings();
    const auto started = recordings.start(sid, {}, {stage.url(u"/rec?talk=1"_s), u"POST"_s},
                                          {u"in-progress"_s, u"completed"_s});
    stage.pass(1s);
    QCOMPARE(stage.last("/rec"_ba, "RecordingStatus"_ba), "in-progress"_ba);
    stage.pass(9s);
    QVERIFY(stage.world.calls().hangUp(sid));
    stage.pass(3s);
    QCOMPARE(stage.last("/rec"_ba, "RecordingStatus"_ba), "completed"_ba);
    QCOMPARE(stage.last("/rec"_ba, "RecordingSid"_ba), started->sid.toLatin1());
    QCOMPARE(stage.last("/rec"_ba, "RecordingSource"_ba), "StartCallRecordingAPI"_ba);
    QCOMPARE(stage.last("/rec"_ba, "RecordingDuration"_ba), "10"_ba);
    QCOMPARE(stage.on("/rec"_ba).size(), 2);
}

void TestRecord::onlyALivingCallIsRecorded()
{
    Stage stage;
    stage.answer("/voice"_ba, "<Say>hello</Say><Pause length=\"600\"/>"_ba);
    auto &recordings = stage.world.recordings();
    QCOMPARE(recordings.start(u"CA00"_s, {}, {}, {}).error().code, 20404);
    const QString sid = stage.dial();
    QCOMPARE(recordings.update(sid, u"Twilio.CURRENT"_s, u"paused"_s).error().code, 20404);
    QVERIFY(stage.world.calls().hangUp(sid));
    stage.pass(1s);
    QCOMPARE(recordings.start(sid, {}, {}, {}).error().code, 21220);
}

QTEST_GUILESS_MAIN(TestRecord)
#include "test_record.moc"
