// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "helpers/window_fixture.h"
#include "ui/call_actions.h"

#include <QMenu>
#include <QMenuBar>
#include <QSignalSpy>

using namespace Qt::StringLiterals;
using namespace anteroom;
using namespace anteroom::calls;
using namespace anteroom::tests;

namespace {

const AskPhone bobOrtega{u"Bob Ortega"_s, u"+14155550161"_s, AskBy::Text};
const AskPhone nameless{{}, u"+14155550162"_s, AskBy::Call};
const AskPhone longNamed{u"Bed & Breakfast on the second floor, behind the kitchen, to the left"_s,
                         u"+14155550163"_s, AskBy::Call};

} // namespace

class TestGiveMenu : public QObject, WindowFixture
{
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        open();
        mirror->tell(sevenCallers());
        mirror->tellPeople({bobOrtega, nameless, longNamed});
        clickRow(1);
    }
    void cleanup() { close(); }

    void oneKeyAndEnterGivesTheChosenCaller()
    {
        const QString chosen = window->actions().selected();
        key(Qt::Key_G);
        QTRY_VERIFY(menu()->isVisible());
        QTest::keyClick(menu(), Qt::Key_Return);
        const auto given = mirror->last<GiveTo>();
        QVERIFY(given);
        QCOMPARE(given->sid, chosen);
        QCOMPARE(given->to, bobOrtega.number);
        QVERIFY(!given->askFirst);
    }

    void orAsksThemFirst()
    {
        key(Qt::Key_G);
        QTRY_VERIFY(menu()->isVisible());
        action(u"ask "_s + nameless.number)->trigger();
        const auto given = mirror->last<GiveTo>();
        QVERIFY(given && given->askFirst);
        QCOMPARE(given->to, nameless.number);
    }

    void itIsInTheCallMenuAndTheRowsMenu()
    {
        const QList<QAction *> menus = window->menuBar()->actions();
        QVERIFY(menus.first()->menu()->actions().contains(window->actions().give));
        QCOMPARE(window->actions().give->menu<QMenu *>(), menu());
        Q_EMIT view()->customContextMenuRequested(
            view()->visualRect(view()->model()->index(1, ui::CallQueueModel::Caller)).center());
        const auto *popup = qobject_cast<QMenu *>(QApplication::activePopupWidget());
        QVERIFY(popup && popup->actions().contains(window->actions().give));
    }

    void namesAreShownAsTheyAreButNeverTooLong()
    {
        key(Qt::Key_G);
        QTRY_VERIFY(menu()->isVisible());
        QCOMPARE(action(u"give "_s + bobOrtega.number)->text(), u"Bob Ortega"_s);
        QCOMPARE(action(u"give "_s + nameless.number)->text(), u"(415) 555-0162"_s);
        const QAction *longOne = action(u"give "_s + longNamed.number);
        QVERIFY(longOne->text().startsWith(u"Bed && Breakfast"_s) && longOne->text().endsWith(u'…'));
        QVERIFY(longOne->toolTip().contains("to the left"_L1)); // the whole of it
        QVERIFY(menu()->width() < 420);
    }

    void withoutAListItLeadsToWhereItIsMade()
    {
        mirror->tellPeople({});
        QSignalSpy asked(window.get(), &ui::MainWindow::askPhonesAsked);
        key(Qt::Key_G);
        QTRY_VERIFY(menu()->isVisible());
        QCOMPARE(menu()->actions().size(), 1);
        QTest::keyClick(menu(), Qt::Key_Return);
        QCOMPARE(asked.size(), 1);
        QVERIFY(mirror->commands.isEmpty());
    }

    void whomITalkToCanBeGivenToo()
    {
        QList<Call> calls = sevenCallers();
        mirror->tell({}, [&] {
            QStringList gone;
            for (const Call &call : calls)
                gone << call.sid;
            return gone;
        }());
        QVERIFY(!window->actions().give->isEnabled());
        const Call onAir = callerOnAir();
        mirror->tell(onAir);
        QVERIFY(window->actions().give->isEnabled());
        window->actions().giveTo(bobOrtega.number, false);
        QCOMPARE(mirror->last<GiveTo>()->sid, onAir.sid);
        // Whom another seat talks to is not mine to give.
        Call others = onAir;
        others.seat = u"Studio B"_s;
        mirror->tell(others);
        QVERIFY(!window->actions().give->isEnabled());
    }

    void theRowSaysWhoseRingsAndOneKeyStopsIt()
    {
        Call given = sevenCallers().at(1);
        given.state = CallState::Connecting;
        given.doing = Doing::RingingPhone;
        given.seat = u"Bob Ortega"_s;
        QVERIFY(!window->actions().cancel->isEnabled());
        mirror->tell(given); // by somebody else
        QVERIFY(!window->actions().cancel->isEnabled());
        given.givenBy = u"Ana"_s;
        mirror->tell(given);
        const auto *model = view()->model();
        bool says = false;
        for (int column = 0; column < model->columnCount(); ++column)
            says = says ||
                   model->index(1, column).data(Qt::AccessibleTextRole).toString().contains(u"Bob Ortega"_s);
        QVERIFY(says);
        QVERIFY(window->actions().cancel->isEnabled());
        key(Qt::Key_C);
        QCOMPARE(mirror->last<CancelRinging>()->sid, given.sid);
    }

    void whoMayOnlyLookGivesNobodyAway()
    {
        Seat seat = mirror->seat();
        seat.role = Role::Viewer;
        mirror->tellSeat(seat);
        QVERIFY(!window->actions().give->isEnabled());
    }

private:
    QMenu *menu() const { return find<QMenu>(u"giveMenu"_s); }
    QAction *action(const QString &name) const { return find<QAction>(name); }
};

QTEST_MAIN(TestGiveMenu)
#include "test_give_menu.moc"
