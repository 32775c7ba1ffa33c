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

class TestWindow : public QObject, WindowFixture
{
    Q_OBJECT
private Q_SLOTS:
    void init() { open(); }
    void cleanup() { close(); }

    void showsTheNumbersThatMatter()
    {
        mirror->tell(sevenCallers());
        QCOMPARE(window->windowTitle(), u"Morning Talk — Anteroom"_s);
        QCOMPARE(find<QWidget>(u"waitingCount"_s)->accessibleName(), u"7 waiting"_s);
        QCOMPARE(find<QWidget>(u"longestWait"_s)->accessibleName(), u"6:41 longest"_s);
        QCOMPARE(find<QWidget>(u"averageWait"_s)->accessibleName(), u"2:27 average"_s);
        QCOMPARE(find<QWidget>(u"callsToday"_s)->accessibleName(), u"31 today"_s);
        QCOMPARE(find<QPushButton>(u"myPhone"_s)->accessibleName(), u"My phone: (415) 555-0177"_s);
        QCOMPARE(find<QPushButton>(u"lines"_s)->accessibleName(), u"Lines open"_s);
    }

    void enterPullsTheChosenCaller()
    {
        mirror->tell(sevenCallers());
        clickRow(2);
        key(Qt::Key_Return);
        QVERIFY(mirror->last<Pull>());
        QCOMPARE(mirror->last<Pull>()->sid, u"CA03"_s);
        QCOMPARE(mirror->commands.size(), 1);
        key(Qt::Key_Down);
        key(Qt::Key_Return);
        QCOMPARE(mirror->last<Pull>()->sid, u"CA04"_s);
    }

    void lettersActOnTheChosenCaller()
    {
        mirror->tell(sevenCallers());
        clickRow(3);
        key(Qt::Key_S);
        QCOMPARE(mirror->last<Annotate>()->sid, u"CA04"_s);
        QCOMPARE(mirror->last<Annotate>()->screening, std::optional(Screening::Screening));
        key(Qt::Key_R);
        QCOMPARE(mirror->last<Annotate>()->screening, std::optional(Screening::Ready));
        key(Qt::Key_V);
        QCOMPARE(mirror->last<SendToVoicemail>()->sid, u"CA04"_s);
        key(Qt::Key_T);
        QCOMPARE(mirror->last<ThankAndRelease>()->sid, u"CA04"_s);
        key(Qt::Key_Up, Qt::AltModifier);
        QCOMPARE(mirror->last<MoveInOrder>()->before, u"CA03"_s);
        key(Qt::Key_Down, Qt::AltModifier);
        QCOMPARE(mirror->last<MoveInOrder>()->before, u"CA06"_s);
    }

    void lettersTypedIntoAFieldAreText()
    {
        mirror->tell(sevenCallers());
        clickRow(3);
        auto *topic = find<QLineEdit>(u"topic"_s);
        key(Qt::Key_E); // edit topic
        QCOMPARE(QApplication::focusWidget(), topic);
        QTest::keyClicks(topic, u"vtrs n"_s);
        QVERIFY(mirror->commands.isEmpty());
        QCOMPARE(topic->text(), u"vtrs n"_s);
        key(Qt::Key_Return);
        QCOMPARE(mirror->commands.size(), 1); // the note, and no pull
        QCOMPARE(mirror->last<Annotate>()->topic, std::optional(u"vtrs n"_s));
        QCOMPARE(QApplication::focusWidget(), view());
    }

    void typingSurvivesNewsAndIsSentAfterAPause()
    {
        QList<Call> calls = sevenCallers();
        mirror->tell(calls);
        clickRow(3);
        auto *notes = find<QPlainTextEdit>(u"notes"_s);
        notes->setFocus();
        QTest::keyClicks(notes, u"Knows the mayor"_s);
        calls[3].notes = u"From another seat"_s;
        mirror->tell(calls[3]);
        QCOMPARE(notes->toPlainText(), u"Knows the mayor"_s);
        QTRY_COMPARE(mirror->commands.size(), 1);
        QCOMPARE(mirror->last<Annotate>()->notes, std::optional(u"Knows the mayor"_s));
        calls[3].notes = u"Knows the mayor"_s;
        mirror->tell(calls[3]);
        calls[3].notes = u"Knows the mayor well"_s;
        mirror->tell(calls[3]);
        QCOMPARE(notes->toPlainText(), u"Knows the mayor well"_s);
    }

    void choosingAnotherCallerKeepsWhatWasTyped()
    {
        mirror->tell(sevenCallers());
        clickRow(3);
        QTest::keyClicks(find<QLineEdit>(u"topic"_s), u"Parks"_s);
        clickRow(4);
        QCOMPARE(mirror->last<Annotate>()->sid, u"CA04"_s);
        QCOMPARE(mirror->last<Annotate>()->topic, std::optional(u"Parks"_s));
        QCOMPARE(find<QLineEdit>(u"topic"_s)->text(), QString());
        clickRow(3); // not confirmed yet, and still there
        QCOMPARE(find<QLineEdit>(u"topic"_s)->text(), u"Parks"_s);
    }

    void aRefusalIsReadAndNothingTypedIsLost()
    {
        mirror->tell(sevenCallers());
        clickRow(3);
        mirror->refuseNext = Refusal{RefusalCode::NotAllowed, u"Not now. Try again."_s};
        QTest::keyClicks(find<QLineEdit>(u"topic"_s), u"Parks"_s);
        QTRY_COMPARE(find<QLabel>(u"noticeText"_s)->text(), u"Not now. Try again."_s);
        QCOMPARE(find<QLineEdit>(u"topic"_s)->text(), u"Parks"_s);
        clickRow(4); // offers it again
        QCOMPARE(mirror->commands.size(), 2);
        QCOMPARE(mirror->last<Annotate>()->topic, std::optional(u"Parks"_s));
    }

    void thePulledCallerStaysChosenOnTheCard()
    {
        QList<Call> calls = sevenCallers();
        mirror->tell(calls);
        clickRow(1);
        calls[1].state = CallState::Connecting;
        calls[1].seat = u"Ana"_s;
        mirror->tell(calls[1]);
        QCOMPARE(find<QLabel>(u"callerName"_s)->accessibleName(), u"Tom Brandt"_s);
        auto *cancel = find<QPushButton>(u"cardCancel"_s);
        QVERIFY(cancel->isVisible());
        QTest::mouseClick(cancel, Qt::LeftButton);
        QCOMPARE(mirror->last<CancelRinging>()->sid, u"CA02"_s);
        calls[1].state = CallState::Connected;
        mirror->tell(calls[1]);
        key(Qt::Key_H);
        QCOMPARE(mirror->last<PutOnHold>()->sid, u"CA02"_s);
        QTest::mouseClick(find<QPushButton>(u"cardHangUp"_s), Qt::LeftButton);
        QCOMPARE(mirror->last<HangUpCall>()->sid, u"CA02"_s);
    }

    void duringAConversationEnterAsks()
    {
        QList<Call> calls = sevenCallers();
        mirror->tell(calls + QList<Call>{callerOnAir()});
        clickRow(0);
        key(Qt::Key_Return);
        QVERIFY(mirror->commands.isEmpty());
        auto *menu = find<QMenu>(u"conversationMenu"_s);
        QTRY_VERIFY(menu->isVisible());
        QTest::keyClick(menu, Qt::Key_Return); // the first choice
        QCOMPARE(mirror->last<Pull>()->sid, u"CA01"_s);
        QVERIFY(mirror->last<Pull>()->current == Current::Hold);
        view()->setFocus();
        key(Qt::Key_A);
        QVERIFY(mirror->last<Pull>()->current == Current::Keep);
    }

    void aViewerMayOnlyLook()
    {
        mirror->tellSeat({u"Eve"_s, Role::Viewer, {}});
        mirror->tell(sevenCallers());
        clickRow(0);
        for (const Qt::Key letter : {Qt::Key_Return, Qt::Key_S, Qt::Key_R, Qt::Key_V, Qt::Key_T})
            key(letter);
        QVERIFY(mirror->commands.isEmpty());
        QVERIFY(!window->actions().closeOut->isEnabled());
        QVERIFY(find<QLineEdit>(u"topic"_s)->isReadOnly());
    }

    void callerTextIsNeverMarkup()
    {
        mirror->tell(awkwardCallers());
        const auto labels = window->findChildren<QLabel *>();
        for (int row = 0; row < view()->model()->rowCount(); ++row) {
            clickRow(row);
            for (const QLabel *label : labels) {
                const bool plain =
                    label->textFormat() == Qt::PlainText || !Qt::mightBeRichText(label->text());
                QVERIFY2(plain, qPrintable(label->text()));
            }
            const QModelIndex name = view()->model()->index(row, CallQueueModel::Caller);
            QVERIFY(!name.data(Qt::ToolTipRole).toString().contains("<img"_L1));
        }
    }

    void everyControlHasAnAccessibleName()
    {
        QList<Call> calls = sevenCallers();
        calls << callerOnAir() << callerRinging();
        mirror->tell(calls);
        mirror->tellMessages(threeMessages());
        for (const int page : {1, 2, 3, 0}) // the others are made when they are first opened
            find<QTabBar>(u"tabs"_s)->setCurrentIndex(page);
        clickRow(0);
        int controls = 0;
        const auto widgets = window->findChildren<QWidget *>();
        for (QWidget *widget : widgets) {
            const bool control =
                qobject_cast<QAbstractButton *>(widget) || qobject_cast<QLineEdit *>(widget) ||
                qobject_cast<QPlainTextEdit *>(widget) || qobject_cast<QAbstractItemView *>(widget) ||
                qobject_cast<QSlider *>(widget) || qobject_cast<CallCard *>(widget);
            const bool ours =
                !widget->objectName().startsWith("qt_"_L1) &&
                !qobject_cast<QMenu *>(widget->parentWidget()) &&
                !qobject_cast<QLineEdit *>(widget->parentWidget()) &&
                !QString::fromLatin1(widget->metaObject()->className()).startsWith("QTable"_L1) &&
                !qobject_cast<QTabBar *>(widget->parentWidget()) && !widget->inherits("QHeaderView");
            if (!control || !ours || widget->focusPolicy() == Qt::NoFocus)
                continue;
            ++controls;
            QAccessibleInterface *interface = QAccessible::queryAccessibleInterface(widget);
            QVERIFY(interface != nullptr);
            QVERIFY2(!interface->text(QAccessible::Name).isEmpty(),
                     qPrintable(QString::fromLatin1(widget->metaObject()->className()) + u' ' +
                                widget->objectName()));
        }
        QVERIFY(controls > 20);
        QAccessibleInterface *table = QAccessible::queryAccessibleInterface(view());
        QVERIFY(table->tableInterface() != nullptr);
        QCOMPARE(table->tableInterface()->cellAt(3, CallQueueModel::Caller)->text(QAccessible::Name),
                 u"Priya Raman, San Jose, waiting one minute, new"_s);
    }

    void everythingIsReachedByTab()
    {
        mirror->tell(sevenCallers());
        clickRow(0);
        QSet<QString> reached;
        for (int i = 0; i < 60; ++i) {
            key(Qt::Key_Tab);
            reached.insert(QApplication::focusWidget()->objectName());
        }
        for (const auto &name : {u"queue"_s, u"topic"_s, u"sayItLike"_s, u"notes"_s, u"lines"_s, u"myPhone"_s,
                                 u"tabs"_s, u"pull"_s, u"screen"_s, u"closeOut"_s, u"mark"_s})
            QVERIFY2(reached.contains(name), qPrintable(name));
    }

    void aTickRepaintsOnlyTheWaitsInSight()
    {
        mirror->tell(manyCallers(5000));
        QCOMPARE(view()->model()->rowCount(), 5000);
        QSignalSpy changed(view()->model(), &QAbstractItemModel::dataChanged);
        struct PaintedArea : QObject
        {
            QRegion area;
            bool eventFilter(QObject *, QEvent *event) override
            {
                if (event->type() == QEvent::Paint)
                    area += static_cast<QPaintEvent *>(event)->region();
                return false;
            }
        } painted;
        QTRY_VERIFY(!view()->viewport()->grab().isNull());
        view()->viewport()->installEventFilter(&painted);
        // What the new rows themselves still have to paint does not count.
        painted.area = view()->viewport()->rect();
        QTRY_VERIFY(std::exchange(painted.area, QRegion()).isEmpty());
        moment = moment.addSecs(1);
        view()->tick();
        QTRY_VERIFY(!painted.area.isEmpty());
        const int left = view()->columnViewportPosition(CallQueueModel::Waiting);
        QVERIFY2(painted.area.boundingRect().left() >= left, "more than the waiting times was painted");
        QCOMPARE(changed.size(), 0);
    }

    void scrollsThroughThousands()
    {
        mirror->tell(manyCallers(5000));
        QScrollBar *bar = view()->verticalScrollBar();
        bar->setValue(bar->maximum());
        QCOMPARE(view()->indexAt(QPoint(60, view()->viewport()->height() - 10)).row(), 4999);
        key(Qt::Key_Home);
        QCOMPARE(view()->selectedSid(), u"CA00000"_s);
        // Somebody in the middle hangs up: the one chosen stays chosen.
        clickRow(3);
        const QString chosen = view()->selectedSid();
        Call gone = mirror->calls().value(u"CA00001"_s);
        gone.state = CallState::Connected;
        gone.seat = u"Ben"_s;
        mirror->tell(gone);
        QCOMPARE(view()->selectedSid(), chosen);
    }
};

QTEST_MAIN(TestWindow)
#include "test_window.moc"
