// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "helpers/window_fixture.h"
#include "settings/keys.h"
#include "settings/settings.h"
#include "ui/call_actions.h"
#include "ui/cards/call_card.h"
#include "ui/history/export_calls.h"
#include "ui/settings/recording_page.h"
#include "ui/voicemail/message_model.h"
#include "ui/voicemail/save_message.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFileDialog>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace anteroom;
using namespace anteroom::calls;
using namespace anteroom::tests;
using namespace anteroom::ui;
namespace keys = anteroom::settings::keys;

/// Recording talks, as it is seen and done in the window.
class TestRecording : public QObject, WindowFixture
{
    Q_OBJECT

    void lineRecords(bool records = true)
    {
        LineStatus line = mirror->line();
        line.recordsTalks = records;
        mirror->tellLine(line);
    }
    void talkIs(TalkRecording recording)
    {
        Call call = callerOnAir();
        call.recording = recording;
        mirror->tell(call);
    }
    QString tag() const
    {
        QStringList texts;
        for (const QLabel *label : window->findChild<CallCard *>()->findChildren<QLabel *>())
            texts << label->text();
        return texts.join(u' ');
    }
    static Message talk()
    {
        Message message = manyMessages(1).first();
        message.recording = u"REtalk"_s;
        message.talk = message.heard = true;
        message.hangUp = false;
        message.seconds = 125;
        message.show = u"Night Talk"_s;
        return message;
    }

private Q_SLOTS:
    void init() { open(); }
    void cleanup() { close(); }

    void theActionIsThereOnlyWhereTalksAreRecorded()
    {
        const QAction *record = window->actions().record;
        mirror->tell(callerOnAir());
        QVERIFY(!record->isVisible());
        lineRecords();
        QVERIFY(record->isVisible() && record->isEnabled());
        Call call = callerOnAir();
        call.state = CallState::Waiting;
        call.seat.clear();
        mirror->tell(call);
        QVERIFY(!record->isVisible());
    }

    void oneKeyStartsPausesAndGoesOn()
    {
        lineRecords();
        mirror->tell(callerOnAir());
        key(Qt::Key_R, Qt::ControlModifier);
        QVERIFY(mirror->last<RecordTalk>());
        QVERIFY(mirror->last<RecordTalk>()->on);
        QCOMPARE(mirror->last<RecordTalk>()->sid, callerOnAir().sid);
        talkIs(TalkRecording::Starting);
        QVERIFY(!window->actions().record->isEnabled());
        talkIs(TalkRecording::On);
        QCOMPARE(window->actions().record->text().remove(u'&'), u"Pause rec"_s);
        key(Qt::Key_R, Qt::ControlModifier);
        QVERIFY(!mirror->last<RecordTalk>()->on);
        talkIs(TalkRecording::Paused);
        key(Qt::Key_R, Qt::ControlModifier);
        QVERIFY(mirror->last<RecordTalk>()->on);
    }

    void theCardSaysSoInWords()
    {
        lineRecords();
        mirror->tell(callerOnAir());
        QVERIFY(!tag().contains(u"REC"_s));
        talkIs(TalkRecording::On);
        QVERIFY2(tag().contains(u"● REC"_s), qPrintable(tag()));
        QVERIFY(window->findChild<CallCard *>()->accessibleName().contains(u"rec"_s));
        talkIs(TalkRecording::Paused);
        QVERIFY(tag().contains(u"REC PAUSED"_s));
        Call declines = callerOnAir();
        declines.consent = Consent::Declined;
        mirror->tell(declines);
        QVERIFY(tag().contains(u"NO CONSENT"_s));
    }

    void whatTheCallerSaidIsShown()
    {
        Call call = sevenCallers().first();
        call.consent = Consent::Declined;
        call.noticeAt = moment;
        call.notice = u"We may <b>air</b> you."_s;
        mirror->tell(call);
        clickRow(0);
        const QModelIndex cell = view()->model()->index(0, CallQueueModel::Caller);
        QVERIFY(cell.data().toString().contains(u"no consent"_s));
        QVERIFY(cell.data(Qt::ToolTipRole).toString().contains(u"Told at"_s));
        const QString told = find<QLabel>(u"callerNotice"_s)->text();
        QVERIFY(told.contains(u"We may <b>air</b> you."_s));
        QVERIFY(told.contains(u"does not agree"_s));
        QCOMPARE(find<QLabel>(u"callerNotice"_s)->textFormat(), Qt::PlainText);
    }

    void talksAreListedBesideMessages()
    {
        key(Qt::Key_2, Qt::ControlModifier);
        auto *table = find<QTableView>(u"messages"_s);
        mirror->tellMessages({manyMessages(1).first()});
        QVERIFY(!find<QComboBox>(u"messageKind"_s)->isVisible());
        mirror->tellMessages({manyMessages(1).first(), talk()});
        auto *kind = find<QComboBox>(u"messageKind"_s);
        QVERIFY(kind->isVisible());
        QCOMPARE(table->model()->rowCount(), 2);
        kind->setCurrentIndex(2);
        QCOMPARE(table->model()->rowCount(), 1);
        const QModelIndex row = table->model()->index(0, MessageModel::From);
        QVERIFY(row.data().toString().contains(u"Recorded talk"_s));
        QVERIFY(row.data(Qt::AccessibleTextRole).toString().contains(u"recorded talk"_s));
        QCOMPARE(table->model()->index(0, MessageModel::Length).data().toString(), u"2:05"_s);
        QVERIFY(!find<QPushButton>(u"markHeard"_s)->isEnabled());
        QVERIFY(find<QPushButton>(u"deleteMessage"_s)->isEnabled());
        kind->setCurrentIndex(1);
        QCOMPARE(table->model()->rowCount(), 1);
        QVERIFY(!table->model()->index(0, MessageModel::From).data().toString().contains(u"talk"_s));
        QVERIFY(fileNameOf(talk()).startsWith(u"Night Talk - "_s));
    }

    void theTableOfCallsIsSaved()
    {
        PastCall call;
        call.sid = u"CA1"_s;
        call.at = QDateTime(QDate(2026, 3, 14), QTime(3, 0, 5), Qt::UTC);
        call.caller = {u"=SUM(A1), \"Priya\""_s, u"+14085550142"_s, u"San José"_s, u"CA"_s, u"US"_s};
        call.outcome = Outcome::Talked;
        call.waitedSeconds = 61;
        call.talkedSeconds = 120;
        call.notes = u"Two\nlines"_s;
        call.wasRecorded = true;
        call.noticeAt = call.at.addSecs(4);
        call.notice = u"We record."_s;
        call.consent = Consent::Agreed;
        const QByteArray csv = toCsv({call, PastCall()});
        QVERIFY(csv.startsWith("\xEF\xBB\xBF"
                               "call_sid,at,name,"));
        const QString text = QString::fromUtf8(csv);
        QVERIFY2(text.contains(u"CA1,2026-03-14T03:00:05Z,\"'=SUM(A1), \"\"Priya\"\"\",+14085550142,San "
                               u"José,CA,US,talked,61,"
                               "120,,\"Two\nlines\",yes,2026-03-14T03:00:09Z,We record.,agreed\r\n"_s),
                 csv.constData());
        QVERIFY(text.endsWith(u",0,0,,,no,,,\r\n"_s));

        QTemporaryDir folder;
        mirror->pastCalls = {call};
        key(Qt::Key_3, Qt::ControlModifier);
        find<QPushButton>(u"exportCalls"_s)->click();
        auto *dialog = find<QFileDialog>(u"exportCallsDialog"_s);
        const QString file = folder.filePath(u"calls.csv"_s);
        Q_EMIT dialog->fileSelected(file);
        dialog->close();
        QFile saved(file);
        QVERIFY(saved.open(QIODevice::ReadOnly));
        QCOMPARE(saved.readAll(), toCsv({call}));
        mirror->pastCalls = {};
        key(Qt::Key_1, Qt::ControlModifier);
        key(Qt::Key_3, Qt::ControlModifier);
        QVERIFY(!find<QPushButton>(u"exportCalls"_s)->isEnabled());
    }

    void thePageSaysWhatIsMissing()
    {
        QTemporaryDir folder;
        settings::Settings settings(folder.filePath(u"settings.json"_s));
        RecordingPage page(settings, *theme);
        page.show();
        auto *problem = page.findChild<QLabel *>(u"noticeProblem"_s);
        QVERIFY(!problem->isVisible());
        auto *mode = page.findChild<QComboBox *>(keys::recordTalks.key);
        mode->setCurrentIndex(mode->findData(u"key"_s));
        QCOMPARE(settings.value(keys::recordTalks), u"key"_s);
        QVERIFY(problem->isVisible());
        QVERIFY(problem->text().contains(u"cannot be opened"_s));
        page.findChild<QPushButton *>(u"suggestNotice"_s)->click();
        QVERIFY(!problem->isVisible());
        QVERIFY(!page.findChild<QPlainTextEdit *>(keys::recordingNotice.key)->toPlainText().isEmpty());
        auto *without = page.findChild<QComboBox *>(keys::withoutConsent.key);
        QVERIFY(!without->isEnabled());
        page.findChild<QCheckBox *>(keys::askConsent.key)->click();
        QVERIFY(without->isEnabled());
        QVERIFY(settings.value(keys::askConsent));
        settings.set(keys::recordTalks, u"off"_s);
        settings.set(keys::recordingNotice, std::nullopt);
        QVERIFY(!problem->isVisible());
        page.findChild<QCheckBox *>(keys::airs.key)->click(); // airing needs the notice as well
        QVERIFY(problem->isVisible());
    }
};

QTEST_MAIN(TestRecording)
#include "test_recording.moc"
