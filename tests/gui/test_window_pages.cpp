// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "helpers/window_fixture.h"
#include "ui/alerts/caller_alert.h"
#include "ui/call_actions.h"
#include "ui/cards/call_card.h"

#include <QAbstractButton>
#include <QAccessible>
#include <QComboBox>
#include <QDialog>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPaintEvent>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollBar>
#include <QSignalSpy>
#include <QSlider>
#include <QTabBar>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace anteroom::calls;
using namespace anteroom::tests;
using namespace anteroom::ui;

class TestWindowPages : public QObject, WindowFixture
{
    Q_OBJECT
private Q_SLOTS:
    void init() { open(); }
    void cleanup() { close(); }

    void closingTheLinesIsAskedOpeningIsNot()
    {
        key(Qt::Key_L, Qt::ControlModifier);
        QVERIFY(mirror->commands.isEmpty());
        auto *box = find<QDialog>(u"closeLinesBox"_s);
        QTRY_VERIFY(box->isVisible());
        QTest::keyClick(box, Qt::Key_Return);
        QVERIFY(mirror->last<CloseLine>());
        LineStatus line = mirror->line();
        line.open = false;
        mirror->tellLine(line);
        QCOMPARE(find<QPushButton>(u"lines"_s)->accessibleName(), u"Lines closed"_s);
        window->actions().openLine->trigger();
        QVERIFY(mirror->last<OpenLine>());
    }

    void myPhoneMayBeASipPhoneOrAnApp()
    {
        auto *button = find<QPushButton>(u"myPhone"_s);
        Q_EMIT button->menu()->aboutToShow();
        find<QAction>(u"anotherNumber"_s)->trigger();
        auto *field = find<QLineEdit>(u"phoneNumber"_s);
        field->setText(u"sip:ana"_s);
        QTest::keyClick(field, Qt::Key_Return);
        QVERIFY(mirror->phonesSet.isEmpty());
        const auto labels = field->parentWidget()->findChildren<QLabel *>();
        QVERIFY(std::ranges::any_of(
            labels, [](const QLabel *label) { return label->text().contains("no SIP address"_L1); }));
        field->setText(u"SIP:ana.of.the.morning.show@pbx.studios.example.com"_s);
        QTest::keyClick(field, Qt::Key_Return);
        QCOMPARE(mirror->phonesSet, QStringList{u"sip:ana.of.the.morning.show@pbx.studios.example.com"_s});
        QCOMPARE(button->accessibleName(),
                 u"My phone: ana.of.the.morning.show@pbx.studios.example.com (SIP)"_s);
        QVERIFY(button->text().contains(u'…')); // never wider than the bar
        mirror->setPhone(u"client:ana"_s);
        QCOMPARE(button->text(), u"My phone: ana (app) ▾"_s);
    }

    void closeOutFromStartToSummary()
    {
        mirror->tell(sevenCallers());
        window->actions().closeOut->trigger();
        auto *dialog = find<QDialog>(u"closeOutDialog"_s);
        QTRY_VERIFY(dialog->isVisible());
        QCOMPARE(find<QLabel>(u"closeOutHeading"_s)->text(), u"7 callers are left"_s);
        QTest::mouseClick(find<QAbstractButton>(u"treatText"_s), Qt::LeftButton, {}, QPoint(10, 8));
        QTest::keyClicks(find<QPlainTextEdit>(u"closeOutText"_s), u"Thanks, till Friday"_s);
        QTest::mouseClick(find<QPushButton>(u"closeOutStart"_s), Qt::LeftButton);
        QVERIFY(mirror->last<StartCloseOut>());
        QVERIFY(mirror->last<StartCloseOut>()->treatment == Treatment::Text);
        QCOMPARE(mirror->last<StartCloseOut>()->text, u"Thanks, till Friday"_s);
        QVERIFY(mirror->last<StartCloseOut>()
                    ->sids.isEmpty()); // everybody, whoever joins in the last second included
        CloseOutStatus status;
        status.phase = CloseOutStatus::Phase::Running;
        status.total = 7;
        status.done = 3;
        status.failed = 1;
        mirror->tellCloseOut(status);
        QVERIFY(find<QLabel>(u"closeOutSummary"_s)->text().startsWith(u"3 of 7 done · 1 failed"_s));
        QTest::mouseClick(find<QPushButton>(u"closeOutStop"_s), Qt::LeftButton);
        QVERIFY(mirror->last<StopCloseOut>());
        status.phase = CloseOutStatus::Phase::Stopped;
        mirror->tellCloseOut(status);
        QTest::mouseClick(find<QPushButton>(u"closeOutRetry"_s), Qt::LeftButton);
        QVERIFY(mirror->last<RetryCloseOut>());
    }

    void troubleIsSaidInWords()
    {
        auto *banner = find<QWidget>(u"staleBanner"_s);
        QVERIFY(!banner->isVisible());
        ConnectionStatus status = goodConnection();
        status.hearing = ConnectionStatus::Hearing::Stale;
        status.savingProblem = u"Nothing is being saved."_s;
        mirror->tellConnection(status);
        QVERIFY(banner->isVisible());
        QVERIFY(find<QWidget>(u"savingBanner"_s)->isVisible());
        mirror->tellConnection(goodConnection());
        QVERIFY(!banner->isVisible());
    }

    void voicemailIsMarkedAndDeleted()
    {
        mirror->tellMessages(threeMessages());
        QCOMPARE(find<QLabel>(u"voicemailBadge"_s)->text(), u"3"_s);
        key(Qt::Key_2, Qt::ControlModifier);
        QCOMPARE(find<QTabBar>(u"tabs"_s)->currentIndex(), 1);
        QTest::mouseClick(find<QPushButton>(u"markHeard"_s), Qt::LeftButton);
        QCOMPARE(mirror->last<MarkMessage>()->recording, u"RE01"_s);
        key(Qt::Key_V); // no caller is in sight here
        QVERIFY(!mirror->last<SendToVoicemail>());
        QTest::mouseClick(find<QPushButton>(u"deleteMessage"_s), Qt::LeftButton);
        QCOMPARE(mirror->last<DeleteMessage>()->recording, u"RE01"_s);
    }

    void historyIsSearched()
    {
        mirror->pastCalls = pastCalls();
        key(Qt::Key_F, Qt::ControlModifier);
        auto *search = find<QLineEdit>(u"historySearch"_s);
        QCOMPARE(QApplication::focusWidget(), search);
        QTest::keyClicks(search, u"transit"_s);
        QTRY_COMPARE(mirror->searches.last(), u"transit"_s);
        QCOMPARE(find<QTableView>(u"pastCalls"_s)->model()->rowCount(), 6);
    }

    void historyCountsHowCallsWentAndNarrowsToThat()
    {
        mirror->pastCalls = pastCalls();
        mirror->tally = tallyOfCalls();
        key(Qt::Key_3, Qt::ControlModifier);
        const QString counts = find<QLabel>(u"historyTally"_s)->text();
        QVERIFY2(counts.contains(u"148 calls: Talked 81"_s), qPrintable(counts));
        QVERIFY2(counts.contains(u"sent-to-the-moon"_s), qPrintable(counts)); // an unknown way, as it came
        auto *result = find<QComboBox>(u"historyResult"_s);
        QCOMPARE(result->count(), 6);
        result->setCurrentIndex(result->findData(u"queue-full"_s));
        QCOMPARE(mirror->queries.last().queueResult, u"queue-full"_s);
        QCOMPARE(result->currentData().toString(), u"queue-full"_s); // still chosen after the answer
        find<QComboBox>(u"historyOutcome"_s)->setCurrentIndex(2);
        QVERIFY(mirror->queries.last().outcome == Outcome::Abandoned);
        find<QComboBox>(u"historySince"_s)->setCurrentIndex(1);
        QCOMPARE(mirror->queries.last().since, theMoment().toLocalTime().date().startOfDay().toUTC());
        result->setCurrentIndex(0);
        QVERIFY(mirror->queries.last().queueResult.isEmpty());
    }

    void missedCallsAreWorkedOffByKeyboard()
    {
        auto *badge = find<QLabel>(u"missedBadge"_s);
        QVERIFY(!badge->isVisible());
        mirror->tellMissedCalls(missedCalls());
        QVERIFY(badge->isVisible());
        QCOMPARE(badge->text(), u"4"_s);
        mirror->tellMessages(threeMessages());
        QVERIFY(badge->isVisible() && find<QLabel>(u"voicemailBadge"_s)->isVisible());
        key(Qt::Key_4, Qt::ControlModifier);
        QCOMPARE(find<QTabBar>(u"tabs"_s)->currentIndex(), 3);
        auto *table = find<QTableView>(u"missedCalls"_s);
        QCOMPARE(QApplication::focusWidget(), table);
        QCOMPARE(table->model()->rowCount(), 4);
        key(Qt::Key_Return);
        QVERIFY(mirror->last<CallBack>());
        QCOMPARE(mirror->last<CallBack>()->sid, u"CA51"_s);
        QCOMPARE(mirror->last<CallBack>()->number, missedCalls().first().caller.number);
        key(Qt::Key_Space);
        QVERIFY(mirror->last<MarkMissed>());
        QCOMPARE(mirror->last<MarkMissed>()->sid, u"CA51"_s);
        QVERIFY(mirror->last<MarkMissed>()->done);
        // It leaves the list, and the next one is chosen.
        QList<MissedCall> calls = missedCalls();
        calls[0].end = MissedEnd::ByHand;
        mirror->tellMissedCalls(calls);
        QCOMPARE(table->model()->rowCount(), 3);
        QCOMPARE(badge->text(), u"3"_s);
        key(Qt::Key_Down);
        mirror->commands.clear();
        QVERIFY(!find<QPushButton>(u"callBack"_s)->isEnabled()); // withheld
        key(Qt::Key_Return);
        QVERIFY(mirror->commands.isEmpty());
        key(Qt::Key_D);
        QCOMPARE(mirror->last<MarkMissed>()->sid, u"CA53"_s);
    }

    void missedCallsAreFilteredAndFound()
    {
        mirror->tellMissedCalls(missedCalls());
        key(Qt::Key_4, Qt::ControlModifier);
        auto *model = find<QTableView>(u"missedCalls"_s)->model();
        auto *filter = find<QComboBox>(u"missedFilter"_s);
        filter->setCurrentIndex(1);
        QCOMPARE(model->rowCount(), 2);
        QCOMPARE(find<QPushButton>(u"missedDone"_s)->text().remove(u'&'), u"Not done yet"_s);
        QTest::mouseClick(find<QPushButton>(u"missedDone"_s), Qt::LeftButton);
        QVERIFY(mirror->last<MarkMissed>() && !mirror->last<MarkMissed>()->done);
        filter->setCurrentIndex(2);
        QCOMPARE(model->rowCount(), 6);
        auto *search = find<QLineEdit>(u"missedSearch"_s);
        search->setText(u"(628) 555"_s); // numbers as people write them
        QCOMPARE(model->rowCount(), 1);
        search->setText(u"reno"_s);
        QCOMPARE(model->rowCount(), 1);
        search->setText(u"nobody at all"_s);
        QCOMPARE(model->rowCount(), 0);
        QVERIFY(!find<QPushButton>(u"callBack"_s)->isEnabled());
        search->clear();
        Seat viewer = mirror->seat();
        viewer.role = Role::Viewer;
        mirror->tellSeat(viewer);
        QVERIFY(!find<QPushButton>(u"missedDone"_s)->isEnabled());
    }

    void theSummarySaysThatTheQueueIsGone()
    {
        CloseOutStatus status;
        status.phase = CloseOutStatus::Phase::Finished;
        status.total = status.done = 2;
        status.failed = 1; // shown, not put aside for another
        mirror->tellCloseOut(status);
        window->actions().closeOut->trigger();
        const auto *summary = find<QLabel>(u"closeOutSummary"_s);
        QVERIFY(!summary->text().contains(u"deleted"_s));
        status.queueDeleted = true;
        mirror->tellCloseOut(status);
        QVERIFY2(summary->text().contains(u"queue itself is deleted"_s), qPrintable(summary->text()));
    }

    void aNewCallerIsAnnouncedOnce()
    {
        auto *alert = window->findChild<CallerAlert *>();
        QSignalSpy fresh(alert, &CallerAlert::newCaller);
        QList<Call> calls = sevenCallers();
        mirror->tell(calls); // the first picture is no news, but this desk had one already
        const auto first = fresh.size();
        Call late = waitingCall(u"CA77"_s, u"<b>Late</b>"_s, 0);
        mirror->tell(late);
        QCOMPARE(fresh.size(), first + 1);
        late.state = CallState::Connected;
        mirror->tell(late);
        late.state = CallState::Waiting; // put back
        mirror->tell(late);
        QCOMPARE(fresh.size(), first + 1);
    }

    void looksChangeAtOnce()
    {
        mirror->tell(sevenCallers());
        theme->setChoice(Theme::Choice::Dark);
        const QImage dark = window->grab().toImage();
        QCOMPARE(dark.pixelColor(4, dark.height() / 2), tokensFor(Look::Dark).window);
        theme->setChoice(Theme::Choice::Light);
        const QImage light = window->grab().toImage();
        QCOMPARE(light.pixelColor(4, light.height() / 2), tokensFor(Look::Light).window);
    }
};

QTEST_MAIN(TestWindowPages)
#include "test_window_pages.moc"
