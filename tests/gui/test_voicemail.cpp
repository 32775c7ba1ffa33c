// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "helpers/wav_sample.h"
#include "helpers/window_fixture.h"
#include "settings/keys.h"
#include "settings/settings.h"
#include "ui/alerts/message_alert.h"
#include "ui/plots/wave_slider.h"
#include "ui/settings/voicemail_settings_page.h"
#include "ui/voicemail/message_model.h"
#include "ui/voicemail/save_message.h"

#include <QAbstractItemModelTester>
#include <QCheckBox>
#include <QComboBox>
#include <QFile>
#include <QFileDialog>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTabBar>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace anteroom;
using namespace anteroom::calls;
using namespace anteroom::tests;
using namespace anteroom::ui;

class TestVoicemail : public QObject, WindowFixture
{
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        open();
        key(Qt::Key_2, Qt::ControlModifier);
    }
    void cleanup() { close(); }

    void theModelIsInOrder()
    {
        MessageModel model;
        const QAbstractItemModelTester tester(&model);
        QList<Message> messages = manyMessages(30);
        model.setMessages(messages.mid(0, 10));
        model.setMessages(messages);
        QCOMPARE(model.rowCount(), 30);
        std::ranges::reverse(messages);
        messages.remove(4, 9);
        messages[0].heard = !messages[0].heard;
        model.setMessages(messages);
        QCOMPARE(model.rowCount(), 21);
        QCOMPARE(model.messageAt(0)->recording, u"RE000"_s);
        model.setMessages({});
        QCOMPARE(model.rowCount(), 0);
    }

    void everyFieldIsShown()
    {
        Message message = withSound();
        message.show = u"Night <b>Talk</b>"_s;
        message.forNextShow = true;
        message.notes = u"Play first"_s;
        mirror->tellMessages({message});
        const auto text = [this](int column) { return table()->model()->index(0, column).data().toString(); };
        QVERIFY(text(MessageModel::From).contains(message.caller.name));
        QVERIFY(text(MessageModel::From).contains(u"Play first"_s));
        QVERIFY(text(MessageModel::Show).startsWith(u"Night <b>Talk</b>"_s));
        QVERIFY(text(MessageModel::Show).contains(u"for the next show"_s));
        QCOMPARE(text(MessageModel::Length), u"0:48"_s);
    }

    void whoHungUpIsShownOnlyOnRequest()
    {
        QList<Message> messages = manyMessages(10);
        const auto hangUps = std::ranges::count(messages, true, &Message::hangUp);
        QVERIFY(hangUps > 0);
        mirror->tellMessages(messages);
        QCOMPARE(table()->model()->rowCount(), 10 - int(hangUps));
        auto *box = find<QCheckBox>(u"showHangUps"_s);
        QVERIFY(box->isVisible());
        box->setFocus();
        key(Qt::Key_Space);
        QCOMPARE(table()->model()->rowCount(), 10);
        messages.removeIf([](const Message &message) { return message.hangUp; });
        mirror->tellMessages(messages);
        QVERIFY(!box->isVisible());
    }

    void arrowsMoveInTheMessageAndInTheList()
    {
        mirror->tellMessages({withSound(u"RE1"_s, 10), withSound(u"RE2"_s, 20)});
        find<QTableView>(u"messages"_s)->setFocus();
        auto *slider = find<WaveSlider>(u"messagePosition"_s);
        key(Qt::Key_Right);
        key(Qt::Key_Right);
        QCOMPARE(slider->value(), 10'000);
        key(Qt::Key_Left);
        QCOMPARE(slider->value(), 5'000);
        key(Qt::Key_Left);
        key(Qt::Key_Left);
        QCOMPARE(slider->value(), 0);
        for (int i = 0; i < 20; ++i)
            key(Qt::Key_Right);
        QCOMPARE(slider->value(), 48'000);
        key(Qt::Key_Down);
        QCOMPARE(table()->currentIndex().data(MessageModel::RecordingRole).toString(), u"RE2"_s);
        QCOMPARE(slider->value(), 0); // another message, from its beginning
        slider->setFocus();
        key(Qt::Key_Right);
        QCOMPARE(slider->value(), 5'000);
        QTest::mouseClick(slider, Qt::LeftButton, {}, slider->rect().center());
        QVERIFY(qAbs(slider->value() - 24'000) < 1'000);
    }

    void theWaveformIsReadElsewhere()
    {
        mirror->tellMessages({withSound()});
        auto *slider = find<WaveSlider>(u"messagePosition"_s);
        QTRY_VERIFY(!slider->peaks().isEmpty());
        const QList<float> peaks = slider->peaks();
        QVERIFY(*std::ranges::max_element(peaks) > 0.2F);
        QCOMPARE(peaks.first(), 0.0F);
        mirror->tellMessages({}); // another message is not drawn with this one's voice
        QVERIFY(slider->peaks().isEmpty());
    }

    /// With a sound device the message plays and counts as heard; without one the window says so.
    void spacePlaysOrSaysWhyNot()
    {
        mirror->tellMessages({withSound()});
        find<QTableView>(u"messages"_s)->setFocus();
        key(Qt::Key_Space);
        auto *trouble = find<QLabel>(u"playerTrouble"_s);
        QTRY_VERIFY(trouble->isVisible() || mirror->last<MarkMessage>());
        if (trouble->isVisible())
            QVERIFY(trouble->text().contains(u"sound output"_s) ||
                    trouble->text().contains(u"cannot be played"_s));
        else
            QVERIFY(mirror->last<MarkMessage>()->heard);
        auto *speed = find<QComboBox>(u"speed"_s);
        QCOMPARE(speed->count(), 5);
        speed->setFocus();
        key(Qt::Key_Down);
        QCOMPARE(speed->currentData().toDouble(), 1.25);
    }

    void whatIsNotFetchedYetIsSaid()
    {
        mirror->tellMessages(threeMessages());
        QVERIFY(find<QLabel>(u"playerTrouble"_s)->text().contains(u"still being fetched"_s));
        QVERIFY(!find<QPushButton>(u"play"_s)->isEnabled());
        QVERIFY(!find<QPushButton>(u"saveMessage"_s)->isEnabled());
    }

    void deletedByKeyAndBroughtBack()
    {
        auto *bar = find<QWidget>(u"undoBar"_s);
        QVERIFY(!bar->isVisible());
        mirror->tellMessages(threeMessages());
        QVERIFY(!bar->isVisible());
        find<QTableView>(u"messages"_s)->setFocus();
        key(Qt::Key_Delete);
        QCOMPARE(mirror->last<DeleteMessage>()->recording, u"RE01"_s);
        QList<Message> messages = threeMessages();
        messages[0].deleted = moment;
        mirror->tellMessages(messages);
        QCOMPARE(table()->model()->rowCount(), 3);
        QVERIFY(bar->isVisible());
        // The one that has moved up is chosen, and the focus stays in the list.
        QCOMPARE(table()->currentIndex().data(MessageModel::RecordingRole).toString(), u"RE02"_s);
        key(Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(mirror->last<UndoDeleteMessage>()->recording, u"RE01"_s);
        QTest::mouseClick(find<QPushButton>(u"finishDelete"_s), Qt::LeftButton);
        QCOMPARE(mirror->last<FinishDeleteMessage>()->recording, u"RE01"_s);
        mirror->tellMessages(threeMessages());
        QVERIFY(!bar->isVisible());
        QCOMPARE(table()->model()->rowCount(), 4);
    }

    void callsBackByKeyButNeverTheWithheld()
    {
        QList<Message> messages = threeMessages();
        messages[0].caller.number.clear();
        messages[1].caller.number = u"+14085550144"_s;
        mirror->tellMessages(messages);
        find<QTableView>(u"messages"_s)->setFocus();
        QVERIFY(!find<QPushButton>(u"messageCallBack"_s)->isEnabled());
        key(Qt::Key_B);
        QVERIFY(mirror->commands.isEmpty());
        key(Qt::Key_Down);
        key(Qt::Key_B);
        QVERIFY(mirror->last<CallBack>());
        QCOMPARE(mirror->last<CallBack>()->number, messages[1].caller.number);
        QCOMPARE(mirror->last<CallBack>()->caller.name, messages[1].caller.name);
    }

    void notesAreSentAndKept()
    {
        mirror->tellMessages(threeMessages());
        auto *notes = find<QLineEdit>(u"messageNotes"_s);
        notes->setFocus();
        QTest::keyClicks(notes, u"Play b first"_s); // letters are letters here
        QVERIFY(mirror->commands.isEmpty());
        key(Qt::Key_Return);
        QCOMPARE(mirror->last<AnnotateMessage>()->recording, u"RE01"_s);
        QCOMPARE(mirror->last<AnnotateMessage>()->notes, u"Play b first"_s);
        QTest::keyClicks(notes, u"!"_s);
        table()->selectRow(1); // what was typed is not lost, and goes to whom it was about
        QCOMPARE(mirror->last<AnnotateMessage>()->recording, u"RE01"_s);
        QCOMPARE(mirror->last<AnnotateMessage>()->notes, u"Play b first!"_s);
        QVERIFY(notes->text().isEmpty());
        QList<Message> messages = threeMessages();
        messages[1].notes = u"From elsewhere"_s;
        mirror->tellMessages(messages);
        QCOMPARE(notes->text(), u"From elsewhere"_s);
    }

    void savedUnderAPlainName()
    {
        Message message = withSound();
        message.caller.name = u"../<b>Ann</b> \u202e\n?"_s;
        const QString name = fileNameOf(message);
        QVERIFY(!name.contains(u'/') && !name.contains(u'<') && !name.contains(u'\n'));
        QVERIFY(name.endsWith(u".wav"_s));
        mirror->tellMessages({message});
        table()->setFocus();
        key(Qt::Key_S, Qt::ControlModifier);
        auto *dialog = find<QFileDialog>(u"saveMessageDialog"_s);
        const QString target = m_folder.filePath(u"copy.wav"_s);
        Q_EMIT dialog->fileSelected(target);
        QVERIFY(QFile::exists(target));
        QCOMPARE(QFileInfo(target).size(), QFileInfo(message.audioFile).size());
        Q_EMIT dialog->fileSelected(m_folder.filePath(u"no such folder/copy.wav"_s));
        QVERIFY(find<QLabel>(u"noticeText"_s)->text().contains(u"could not be saved"_s));
        dialog->reject();
    }

    void aNewMessageIsTold()
    {
        auto *alert = window->findChild<MessageAlert *>();
        QSignalSpy fresh(alert, &MessageAlert::newMessages);
        mirror->tellMessages(threeMessages()); // older than the window
        QCOMPARE(fresh.size(), 0);
        QList<Message> messages = threeMessages();
        Message message = withSound(u"RE90"_s);
        message.at = moment.addSecs(5);
        messages << message;
        mirror->tellMessages(messages);
        QCOMPARE(fresh.size(), 1);
        messages.last().heard = true;
        message.recording = u"RE91"_s;
        message.hangUp = true;
        messages << message;
        mirror->tellMessages(messages);
        QCOMPARE(fresh.size(), 1);
    }

    void theNextShowIsOfferedItsMessages()
    {
        auto *offer = find<QWidget>(u"nextShowOffer"_s);
        QVERIFY(!offer->isVisible());
        LineStatus line = mirror->line();
        line.open = false;
        mirror->tellLine(line);
        QList<Message> messages = threeMessages();
        messages[1].forNextShow = messages[2].forNextShow = true;
        mirror->tellMessages(messages);
        QVERIFY(!offer->isVisible());
        line.open = true;
        mirror->tellLine(line);
        QVERIFY(offer->isVisible());
        QVERIFY(find<QLabel>(u"nextShowText"_s)->text().startsWith(u"2 messages"_s));
        find<QTabBar>(u"tabs"_s)->setCurrentIndex(0);
        QTest::mouseClick(find<QPushButton>(u"nextShowListen"_s), Qt::LeftButton);
        QCOMPARE(find<QTabBar>(u"tabs"_s)->currentIndex(), 1);
        QCOMPARE(table()->currentIndex().data(MessageModel::RecordingRole).toString(), u"RE03"_s);
        QVERIFY(!offer->isVisible());
        line.open = false;
        mirror->tellLine(line);
        line.open = true;
        mirror->tellLine(line);
        QVERIFY(offer->isVisible());
        messages[1].heard = messages[2].heard = true;
        mirror->tellMessages(messages);
        QVERIFY(!offer->isVisible());
    }

    void aViewerOnlyListens()
    {
        mirror->tellSeat({u"Vic"_s, Role::Viewer, {}});
        mirror->tellMessages({withSound()});
        for (const auto &name : {u"messageCallBack"_s, u"markHeard"_s, u"deleteMessage"_s})
            QVERIFY(!find<QPushButton>(name)->isEnabled());
        QVERIFY(find<QPushButton>(u"saveMessage"_s)->isEnabled());
    }

    void folderAndKeepingAreSet()
    {
        settings::Settings settings(m_folder.filePath(u"settings.json"_s));
        VoicemailSettingsPage page(settings);
        auto *folder = page.findChild<QLineEdit *>(QString(settings::keys::voicemailFolder.key));
        auto *days = page.findChild<QSpinBox *>(QString(settings::keys::voicemailKeepDays.key));
        auto *usual = page.findChild<QPushButton *>(u"usualVoicemailFolder"_s);
        QVERIFY(folder->text().isEmpty() && !usual->isEnabled());
        QCOMPARE(days->text(), u"ever"_s);
        page.findChild<QPushButton *>(u"chooseVoicemailFolder"_s)->click();
        auto *dialog = page.findChild<QFileDialog *>(u"voicemailFolderDialog"_s);
        Q_EMIT dialog->fileSelected(m_folder.path());
        QCOMPARE(settings.value(settings::keys::voicemailFolder), m_folder.path());
        QVERIFY(!folder->text().isEmpty());
        days->setValue(30);
        QCOMPARE(settings.value(settings::keys::voicemailKeepDays), 30);
        usual->click();
        QVERIFY(settings.value(settings::keys::voicemailFolder).isEmpty());
    }

private:
    QTableView *table() const { return find<QTableView>(u"messages"_s); }
    Message withSound(const QString &recording = u"RE1"_s, int secondsAgo = 60)
    {
        Message message = threeMessages().first();
        message.recording = recording;
        message.at = theMoment().addSecs(-secondsAgo);
        message.audioFile = m_folder.filePath(recording + u".wav"_s);
        message.seconds = 48;
        QFile file(message.audioFile);
        if (file.open(QIODevice::WriteOnly))
            file.write(test::wavSample({0, 9000, 0, 12000}));
        return message;
    }

    QTemporaryDir m_folder;
};

QTEST_MAIN(TestVoicemail)
#include "test_voicemail.moc"
