// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/practice_situations.h"
#include "helpers/window_fixture.h"

#include <QAccessible>
#include <QLabel>
#include <QMenu>
#include <QMenuBar>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace anteroom;
using namespace anteroom::tests;

namespace {

QList<ui::PracticeEntry> practiceEntries()
{
    QList<ui::PracticeEntry> entries;
    for (const desk::PracticeSituation &each : desk::practiceSituations())
        entries.append({each.id, each.name, each.teaches, each.happening});
    return entries;
}

} // namespace

/// The menu and the line by which a producer learns the desk.
class TestPractice : public QObject, WindowFixture
{
    Q_OBJECT

    QMenu *menu() const { return window->findChild<QMenu *>(u"practiceMenu"_s); }
    /// As somebody does who never takes the hands off the keys.
    void chooseByKey(Qt::Key letter) const
    {
        key(Qt::Key_P, Qt::AltModifier);
        QTRY_VERIFY(menu()->isVisible());
        QTest::keyClick(menu(), letter);
        QTRY_VERIFY(!menu()->isVisible());
    }
    QWidget *line() const { return find<QWidget>(u"practiceLine"_s); }

private Q_SLOTS:
    void cleanup() { close(); }

    void aShowHasNoSuchMenu()
    {
        open();
        QVERIFY(menu() == nullptr);
        QVERIFY(window->findChild<QWidget *>(u"practiceLine"_s) == nullptr);
        window->showPractice(u"full-queue"_s); // harmless
    }

    void aRehearsalHasItOnce()
    {
        open(practiceEntries());
        QVERIFY(menu() != nullptr);
        QVERIFY(window->menuBar()->actions().contains(menu()->menuAction()));
        QVERIFY(!line()->isVisible());
        for (const ui::PracticeEntry &entry : practiceEntries()) {
            const auto *action = menu()->findChild<QAction *>(entry.id);
            QVERIFY(action != nullptr);
            QCOMPARE(action->toolTip(), entry.teaches);
        }
        QVERIFY(!find<QAction>(u"practiceEnd"_s)->isEnabled());
    }

    void eachIsPlayedByKeyboard()
    {
        open(practiceEntries());
        QSignalSpy asked(window.get(), &ui::MainWindow::practiceAsked);
        for (const ui::PracticeEntry &entry : practiceEntries()) {
            const QChar letter = entry.name.at(entry.name.indexOf(u'&') + 1).toUpper();
            chooseByKey(static_cast<Qt::Key>(letter.unicode()));
            QCOMPARE(asked.takeFirst().first().toString(), entry.id);
            QVERIFY(
                !menu()->findChild<QAction *>(entry.id)->isChecked()); // nothing runs before it is said so
        }
        QVERIFY(mirror->commands.isEmpty()); // no letter has gone to a caller
    }

    void theLineSaysWhatGoesOnAndWhatToTry()
    {
        open(practiceEntries());
        const ui::PracticeEntry entry = practiceEntries().constFirst();
        window->showPractice(entry.id);
        QVERIFY(line()->isVisible());
        QCOMPARE(find<QLabel>(u"practiceName"_s)->text(), u"Practice: Full queue"_s);
        QCOMPARE(find<QLabel>(u"practiceText"_s)->text(), entry.happening);
        QVERIFY(menu()->findChild<QAction *>(entry.id)->isChecked());
        for (auto *button : line()->findChildren<QPushButton *>()) {
            QAccessibleInterface *spoken = QAccessible::queryAccessibleInterface(button);
            QVERIFY(!spoken->text(QAccessible::Name).isEmpty());
            QVERIFY(button->focusPolicy() & Qt::TabFocus);
        }
        window->showPractice(practiceEntries().at(1).id);
        QCOMPARE(find<QLabel>(u"practiceName"_s)->text(), u"Practice: Angry long wait"_s);
        QVERIFY(!menu()->findChild<QAction *>(entry.id)->isChecked());
        window->showPractice({});
        QVERIFY(!line()->isVisible());
        QCOMPARE(find<QLabel>(u"noticeText"_s)->text(), u"Everything is back to normal."_s);
    }

    void backToNormalFromTheLineAndFromTheMenu()
    {
        open(practiceEntries());
        QSignalSpy ends(window.get(), &ui::MainWindow::practiceEndAsked);
        window->showPractice(u"host-busy"_s);
        auto *back = find<QPushButton>(u"practiceLineEnd"_s);
        back->setFocus();
        key(Qt::Key_Space);
        QCOMPARE(ends.size(), 1);
        view()->setFocus();
        chooseByKey(Qt::Key_E);
        QCOMPARE(ends.size(), 2);
    }

    void theLineCanBeHiddenWhileItGoesOn()
    {
        open(practiceEntries());
        QSignalSpy ends(window.get(), &ui::MainWindow::practiceEndAsked);
        window->showPractice(u"company-trouble"_s);
        find<QPushButton>(u"practiceLineHide"_s)->setFocus();
        key(Qt::Key_Space);
        QVERIFY(!line()->isVisible());
        QVERIFY(ends.isEmpty());
        QVERIFY(menu()->findChild<QAction *>(u"company-trouble"_s)->isChecked());
        QVERIFY(find<QAction>(u"practiceEnd"_s)->isEnabled());
    }
};

QTEST_MAIN(TestPractice)
#include "test_practice.moc"
