// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "helpers/window_fixture.h"
#include "ui/alerts/text_alert.h"
#include "ui/words/text_length.h"

#include <QAbstractButton>
#include <QAccessible>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTabBar>
#include <QTableView>

using namespace Qt::StringLiterals;
using namespace anteroom::calls;
using namespace anteroom::tests;
using namespace anteroom::ui;

class TestTextsPage : public QObject, WindowFixture
{
    Q_OBJECT
private Q_SLOTS:
    void init() { open(); }
    void cleanup() { close(); }

    void textsAreReadMarkedAndAnsweredByKeyboard()
    {
        auto *badge = find<QLabel>(u"textsBadge"_s);
        QVERIFY(!badge->isVisible());
        mirror->tellTexts(listenerTexts());
        QCOMPARE(badge->text(), u"3"_s);
        QVERIFY(mirror->commands.isEmpty()); // nothing is read before somebody looks
        openTexts();
        QCOMPARE(QApplication::focusWidget(), table());
        QCOMPARE(mirror->last<ReadText>()->sid, u"SM01"_s); // the newest
        QCOMPARE(table()->model()->rowCount(), 7);
        QCOMPARE(words(), u"Ask him about the bus lanes on Geary, please!"_s);
        key(Qt::Key_Down);
        QCOMPARE(mirror->last<ReadText>()->sid, u"SM02"_s);
        key(Qt::Key_M);
        QCOMPARE(mirror->last<MarkText>()->sid, u"SM02"_s);
        QVERIFY(mirror->last<MarkText>()->marked);
        key(Qt::Key_Return);
        QCOMPARE(QApplication::focusWidget(), answer());
        QTest::keyClicks(answer(), u"Nina Simone"_s);
        QTest::keyClick(answer(), Qt::Key_Return, Qt::ShiftModifier);
        QTest::keyClicks(answer(), u"of course"_s);
        QVERIFY(!mirror->last<AnswerText>());
        key(Qt::Key_Return);
        QCOMPARE(mirror->last<AnswerText>()->sid, u"SM02"_s);
        QCOMPARE(mirror->last<AnswerText>()->body, u"Nina Simone\nof course"_s);
        QVERIFY(answer()->toPlainText().isEmpty());
        key(Qt::Key_Escape);
        QCOMPARE(QApplication::focusWidget(), table());
    }

    void theRowSaysWhatBecameOfTheAnswer()
    {
        QList<ListenerText> texts = listenerTexts();
        mirror->tellTexts(texts);
        openTexts();
        texts[0].answers = {{u"We will"_s, u"Ana"_s, theMoment()}};
        mirror->tellTexts({texts[0]});
        QVERIFY(state(0).contains(u"Sending"_s));
        QVERIFY(words().contains(u"We will"_s));
        texts[0].answers[0].state = AnswerState::Failed;
        texts[0].answers[0].why = u"The phone is off."_s;
        mirror->tellTexts({texts[0]});
        QVERIFY(state(0).contains(u"Not sent"_s));
        QVERIFY(words().contains(u"The phone is off."_s));
        QCOMPARE(answer()->toPlainText(), u"We will"_s); // need not be typed again
        texts[0].answers[0].state = AnswerState::Sent;
        mirror->tellTexts({texts[0]});
        QVERIFY(state(0).contains(u"Answered"_s));
    }

    void aRefusedAnswerComesBack()
    {
        mirror->tellTexts(listenerTexts());
        openTexts();
        answer()->setPlainText(u"Hello"_s);
        mirror->refuseNext = Refusal{RefusalCode::WrongState, u"This desk sends no texts."_s};
        QTest::mouseClick(find<QPushButton>(u"sendAnswer"_s), Qt::LeftButton);
        QTRY_COMPARE(answer()->toPlainText(), u"Hello"_s);
    }

    void whatWasBegunWaitsWithItsText()
    {
        mirror->tellTexts(listenerTexts());
        openTexts();
        answer()->setPlainText(u"For Priya"_s);
        table()->selectRow(1);
        QVERIFY(answer()->toPlainText().isEmpty());
        answer()->setPlainText(u"For somebody else"_s);
        table()->selectRow(0);
        QCOMPARE(answer()->toPlainText(), u"For Priya"_s);
    }

    void theCounterCountsAsTheNetworkDoes_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<int>("used");
        QTest::addColumn<int>("room");
        QTest::addColumn<int>("parts");
        QTest::newRow("nothing") << QString() << 0 << 160 << 0;
        QTest::newRow("one") << QString(160, u'x') << 160 << 160 << 1;
        QTest::newRow("two") << QString(161, u'x') << 161 << 306 << 2;
        QTest::newRow("the euro sign takes two") << u"10 €"_s << 5 << 160 << 1;
        QTest::newRow("an emoji makes them all long") << u"Hi 🎉"_s << 5 << 70 << 1;
        QTest::newRow("Hebrew") << QString(71, u'ש') << 71 << 134 << 2;
    }
    void theCounterCountsAsTheNetworkDoes()
    {
        QFETCH(QString, text);
        QFETCH(int, used);
        QFETCH(int, room);
        QFETCH(int, parts);
        QVERIFY((textLength(text) == TextLength{used, room, parts}));
    }

    void tooLongIsNotSent()
    {
        mirror->tellTexts(listenerTexts());
        openTexts();
        answer()->setPlainText(QString(200, u'x'));
        QCOMPARE(find<QLabel>(u"answerCounter"_s)->text(), u"200 of 306 · sent as 2 texts"_s);
        answer()->setPlainText(QString(1603, u'x'));
        QCOMPARE(find<QLabel>(u"answerCounter"_s)->text(), u"3 characters too long"_s);
        mirror->commands.clear();
        QTest::keyClick(answer(), Qt::Key_Return);
        QVERIFY(mirror->commands.isEmpty());
    }

    void filteredAndFound()
    {
        mirror->tellTexts(listenerTexts());
        openTexts();
        auto *filter = find<QComboBox>(u"textFilter"_s);
        auto *search = find<QLineEdit>(u"textSearch"_s);
        filter->setCurrentIndex(1);
        QCOMPARE(table()->model()->rowCount(), 3);
        ListenerText read = listenerTexts().first();
        read.read = true;
        mirror->tellTexts({read});
        QCOMPARE(table()->model()->rowCount(), 3); // it is being looked at
        table()->selectRow(1);
        mirror->tellTexts({read});
        QCOMPARE(table()->model()->rowCount(), 2);
        filter->setCurrentIndex(2);
        QCOMPARE(table()->model()->rowCount(), 6);
        filter->setCurrentIndex(3);
        QCOMPARE(table()->model()->rowCount(), 1);
        filter->setCurrentIndex(0);
        search->setText(u"(415) 555"_s); // numbers as people write them
        QCOMPARE(table()->model()->rowCount(), 1);
        search->setText(u"ten past seven"_s); // in an answer
        QCOMPARE(table()->model()->rowCount(), 1);
        search->setText(u"nobody at all"_s);
        QCOMPARE(table()->model()->rowCount(), 0);
        QVERIFY(!find<QPushButton>(u"markText"_s)->isEnabled());
        QVERIFY(!answer()->isEnabled());
    }

    void whatTheyWriteIsNeverMarkup()
    {
        mirror->tellTexts(listenerTexts());
        openTexts();
        table()->selectRow(4);
        QCOMPARE(words(), u"<b>Not bold</b> & <img src=x>\nsecond line"_s);
        const QModelIndex body = table()->model()->index(4, 1);
        QCOMPARE(body.data().toString(), u"<b>Not bold</b> & <img src=x> second line"_s);
        QVERIFY(body.data(Qt::ToolTipRole).toString().contains(u"&lt;b&gt;"_s));
        const QString spoken = table()->model()->index(0, 0).data(Qt::AccessibleTextRole).toString();
        QVERIFY2(spoken.startsWith(u"Priya Raman, "_s) && spoken.endsWith(u"Geary, please!"_s),
                 qPrintable(spoken));
    }

    void aNewTextIsTold()
    {
        auto *alert = window->findChild<TextAlert *>();
        QSignalSpy told(alert, &TextAlert::told);
        mirror->tellTexts(listenerTexts()); // from before the window was there
        QVERIFY(told.isEmpty());
        ListenerText text = listenerTexts().first();
        text.sid = u"SM99"_s;
        text.at = theMoment();
        mirror->tellTexts({text});
        QCOMPARE(told.size(), 1);
        QCOMPARE(told.first().first().toString(),
                 u"Text from Priya Raman, Ask him about the bus lanes on Geary, please!"_s);
        text.marked = true;
        mirror->tellTexts({text});
        QCOMPARE(told.size(), 1);
    }

    void theCallerPanelShowsThem()
    {
        mirror->tell(sevenCallers());
        auto *shown = find<QLabel>(u"callerTexts"_s);
        clickRow(0);
        QVERIFY(!shown->isVisible());
        mirror->tellTexts(listenerTexts());
        QVERIFY(shown->isVisible());
        QVERIFY2(shown->text().contains(u"I was a landlord"_s), qPrintable(shown->text()));
        QCOMPARE(shown->textFormat(), Qt::PlainText);
        clickRow(1);
        QVERIFY(!shown->isVisible());
        clickRow(4); // withheld
        ListenerText nameless;
        nameless.sid = u"SM98"_s;
        mirror->tellTexts({nameless});
        QVERIFY(!shown->isVisible());
    }

    void theirCallsAreOneKeyAway()
    {
        mirror->tellTexts(listenerTexts());
        openTexts();
        key(Qt::Key_C);
        QCOMPARE(find<QTabBar>(u"tabs"_s)->currentIndex(), 2);
        QCOMPARE(mirror->searches.last(), listenerTexts().first().from);
    }

    void aViewerOnlyLooks()
    {
        Seat viewer = mirror->seat();
        viewer.role = Role::Viewer;
        mirror->tellSeat(viewer);
        mirror->tellTexts(listenerTexts());
        openTexts();
        key(Qt::Key_M);
        QVERIFY(mirror->commands.isEmpty());
        QVERIFY(!answer()->isEnabled());
        QVERIFY(!find<QLabel>(u"answerCounter"_s)->text().isEmpty());
    }

    void everythingHasAName()
    {
        mirror->tellTexts(listenerTexts());
        openTexts();
        for (const QWidget *control : window->findChildren<QWidget *>()) {
            const bool isControl =
                qobject_cast<const QAbstractButton *>(control) || qobject_cast<const QLineEdit *>(control) ||
                qobject_cast<const QPlainTextEdit *>(control) || qobject_cast<const QTableView *>(control);
            if (!isControl || !control->isVisible())
                continue;
            QAccessibleInterface *face =
                QAccessible::queryAccessibleInterface(const_cast<QWidget *>(control));
            const QString name = face->text(QAccessible::Name);
            QVERIFY2(!name.isEmpty(), qPrintable(control->objectName() + u' ' +
                                                 QString::fromLatin1(control->metaObject()->className())));
        }
    }

    void nothingYetIsSaidSo()
    {
        openTexts();
        QCOMPARE(table()->model()->rowCount(), 0);
        QVERIFY(!answer()->isEnabled());
        QVERIFY(!find<QPushButton>(u"sendAnswer"_s)->isEnabled());
    }

private:
    void openTexts()
    {
        key(Qt::Key_5, Qt::ControlModifier);
        QCOMPARE(find<QTabBar>(u"tabs"_s)->currentIndex(), 4);
    }
    QTableView *table() const { return find<QTableView>(u"texts"_s); }
    QPlainTextEdit *answer() const { return find<QPlainTextEdit>(u"answerText"_s); }
    QString words() const { return find<QPlainTextEdit>(u"textWords"_s)->toPlainText(); }
    QString state(int row) const { return table()->model()->index(row, 3).data().toString(); }
};

QTEST_MAIN(TestTextsPage)
#include "test_texts_page.moc"
