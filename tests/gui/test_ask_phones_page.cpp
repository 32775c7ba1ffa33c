// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "calls/ask_plan.h"
#include "helpers/window_fixture.h"
#include "settings/keys.h"
#include "settings/settings.h"
#include "ui/alerts/caller_alert.h"
#include "ui/call_actions.h"
#include "ui/settings/ask_phones_page.h"

#include <QComboBox>
#include <QDialog>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableWidget>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace anteroom;
using namespace anteroom::calls;
namespace keys = settings::keys;

/// The page of the settings, and what the window shows of it.
class TestAskPhonesPage : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        m_settings = std::make_unique<settings::Settings>(m_folder.filePath(u"settings.json"_s));
        m_fixture.open();
        m_page = std::make_unique<ui::AskPhonesPage>(*m_settings, *m_fixture.mirror, *m_fixture.theme);
    }
    void cleanup()
    {
        m_page.reset();
        m_fixture.close();
        m_settings.reset();
        QFile::remove(m_folder.filePath(u"settings.json"_s));
    }

    void phonesAreAddedChangedMovedAndRemoved()
    {
        add(u"Bob"_s, u"+14155550161"_s);
        add(u"Carol"_s, u"(415) 555-0162"_s);
        QCOMPARE(phones().size(), 2);
        QCOMPARE(phones().at(1).number, u"+14155550162"_s);
        auto *table = find<QTableWidget>(u"askPhones"_s);
        QCOMPARE(table->rowCount(), 2);
        QVERIFY(!find<QPushButton>(u"phoneDown"_s)->isEnabled()); // the last one is chosen
        QTest::keyClick(table, Qt::Key_Up, Qt::AltModifier);
        QCOMPARE(phones().first().name, u"Carol"_s);
        QTest::keyClick(table, Qt::Key_Return);
        auto *dialog = find<QDialog>(u"askPhoneDialog"_s);
        dialog->findChild<QComboBox *>(u"askPhoneBy"_s)->setCurrentIndex(2);
        dialog->accept();
        QCOMPARE(phones().first().by, AskBy::Automatic); // only the button that checks keeps it
        QTest::keyClick(table, Qt::Key_Delete);
        QCOMPARE(phones().size(), 1);
        QCOMPARE(phones().first().name, u"Bob"_s);
    }

    void wrongNumbersAreSaid_data()
    {
        QTest::addColumn<QString>("number");
        QTest::newRow("no number") << u"hello"_s;
        QTest::newRow("on the list already") << u"+14155550161"_s;
        QTest::newRow("the line itself") << QString();
    }
    void wrongNumbersAreSaid()
    {
        QFETCH(QString, number);
        add(u"Bob"_s, u"+14155550161"_s);
        QDialog *dialog = fill(u"X"_s, number.isEmpty() ? m_fixture.mirror->line().number : number);
        QVERIFY(!dialog->findChild<QLabel *>(u"askPhoneError"_s)->text().isEmpty());
        QCOMPARE(phones().size(), 1);
        dialog->reject();
    }

    void wordsTheNetworkTakesAreNotAccepted()
    {
        auto *take = find<QLineEdit>(u"words.take"_s);
        auto *problem = find<QLabel>(u"wordsProblem"_s);
        QCOMPARE(take->text(), u"take, yes"_s);
        type(take, u"mine, Stop"_s);
        QVERIFY(problem->text().contains("Stop"_L1));
        QVERIFY(m_settings->value(keys::askWords).isEmpty());
        type(take, u"mine, no"_s);
        QVERIFY(problem->text().contains("two things"_L1));
        type(take, QString());
        QVERIFY(!problem->text().isEmpty());
        type(take, u"mine, yes"_s);
        QVERIFY(problem->text().isEmpty());
        QCOMPARE(wordsFromJson(m_settings->value(keys::askWords)).first().word, u"mine"_s);
        QVERIFY(find<QLabel>(u"ask.text.preview"_s)->text().contains("MINE 2"_L1));
    }

    void theWordingHasAPreviewAndAWayBack()
    {
        auto *text = find<QPlainTextEdit>(u"ask.text"_s);
        auto *preview = find<QLabel>(u"ask.text.preview"_s);
        QVERIFY(preview->text().contains("Priya Raman, San Jose, CA"_L1));
        text->setPlainText(u"<b>{name}</b>?"_s);
        QCOMPARE(m_settings->value(keys::askText), std::optional(u"<b>{name}</b>?"_s));
        QVERIFY(preview->text().startsWith("<b>Priya Raman</b>?"_L1));
        QCOMPARE(preview->textFormat(), Qt::PlainText);
        find<QPushButton>(u"ask.text.default"_s)->click();
        QVERIFY(!m_settings->value(keys::askText));
        QCOMPARE(text->toPlainText(), AskPlan::defaults().text);
    }

    void nobodyAtTheDeskIsOneSwitch()
    {
        auto *banner = m_fixture.find<QFrame>(u"deskLeftBanner"_s);
        QVERIFY(banner->isHidden());
        m_fixture.window->actions().leaveDesk->trigger();
        QVERIFY(m_fixture.mirror->last<LeaveDesk>());
        QVERIFY(m_fixture.mirror->last<LeaveDesk>()->left);
        QVERIFY(!m_fixture.window->actions().leaveDesk->isChecked()); // shows what is
        LineStatus line = m_fixture.mirror->line();
        line.deskLeft = true;
        m_fixture.mirror->tellLine(line);
        QVERIFY(!banner->isHidden());
        QVERIFY(m_fixture.window->actions().leaveDesk->isChecked());
        QSignalSpy alerts(m_fixture.window->findChild<ui::CallerAlert *>(), &ui::CallerAlert::newCaller);
        m_fixture.mirror->tell(tests::sevenCallers().mid(0, 1)); // the first picture
        m_fixture.mirror->tell(tests::sevenCallers());
        QCOMPARE(alerts.size(), 0); // alerts go to phones only
        m_fixture.find<QPushButton>(u"comeBack"_s)->click();
        QVERIFY(!m_fixture.mirror->last<LeaveDesk>()->left);
        line.deskLeft = false;
        m_fixture.mirror->tellLine(line);
        QVERIFY(banner->isHidden());
        Call fresh = tests::sevenCallers().first();
        fresh.sid = u"CAfresh"_s;
        m_fixture.mirror->tell(fresh);
        QCOMPARE(alerts.size(), 1);
    }

    void theRowSaysWhoIsAsked()
    {
        Call call = tests::sevenCallers().first();
        call.topic.clear();
        call.asking = u"Asking Bob by text"_s;
        m_fixture.mirror->tell(call);
        const auto *model = m_fixture.view()->model();
        QCOMPARE(model->index(0, ui::CallQueueModel::Topic).data().toString(), u"Asking Bob by text"_s);
        call.remark = u"Your phone is busy."_s;
        m_fixture.mirror->tell(call);
        QCOMPARE(model->index(0, ui::CallQueueModel::Topic).data().toString(), u"Your phone is busy."_s);
    }

    void everyControlHasAName()
    {
        for (const QLineEdit *field : m_page->findChildren<QLineEdit *>())
            if (!field->objectName().startsWith("qt_"_L1))
                QVERIFY2(!field->accessibleName().isEmpty(), qPrintable(field->objectName()));
        for (const QPlainTextEdit *field : m_page->findChildren<QPlainTextEdit *>())
            QVERIFY(!field->accessibleName().isEmpty());
        for (const QPushButton *button : m_page->findChildren<QPushButton *>())
            QVERIFY(!button->text().isEmpty());
        QVERIFY(!find<QTableWidget>(u"askPhones"_s)->accessibleName().isEmpty());
    }

private:
    template <typename T> T *find(const QString &name) const
    {
        T *found = m_page->findChild<T *>(name);
        if (found == nullptr)
            qFatal("no %s", qPrintable(name));
        return found;
    }
    QList<AskPhone> phones() const { return phonesFromJson(m_settings->value(keys::askPhones)); }
    QDialog *fill(const QString &name, const QString &number)
    {
        find<QPushButton>(u"addPhone"_s)->click();
        auto *dialog = find<QDialog>(u"askPhoneDialog"_s);
        dialog->findChild<QLineEdit *>(u"askPhoneName"_s)->setText(name);
        dialog->findChild<QLineEdit *>(u"askPhoneNumber"_s)->setText(number);
        QTest::keyClick(dialog->findChild<QLineEdit *>(u"askPhoneNumber"_s), Qt::Key_Return);
        return dialog;
    }
    void add(const QString &name, const QString &number)
    {
        fill(name, number);
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete); // the dialog has closed
    }
    static void type(QLineEdit *field, const QString &text)
    {
        field->selectAll();
        QTest::keyClick(field, Qt::Key_Delete);
        QTest::keyClicks(field, text);
        QTest::keyClick(field, Qt::Key_Return);
    }

    QTemporaryDir m_folder;
    tests::WindowFixture m_fixture;
    std::unique_ptr<settings::Settings> m_settings;
    std::unique_ptr<ui::AskPhonesPage> m_page;
};

QTEST_MAIN(TestAskPhonesPage)
#include "test_ask_phones_page.moc"
