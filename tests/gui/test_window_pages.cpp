// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "helpers/window_fixture.h"
#include "ui/alerts/caller_alert.h"
#include "ui/call_actions.h"
#include "ui/cards/call_card.h"

#include <QAbstractButton>
#include <QAccessible>
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
