// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "calls/host_plan.h"
#include "calls/pin.h"
#include "helpers/window_fixture.h"
#include "settings/keys.h"
#include "settings/settings.h"
#include "ui/settings/host_number_page.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDialog>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTableWidget>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace anteroom;
using namespace anteroom::calls;
namespace keys = settings::keys;

class TestHostNumberPage : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        m_settings = std::make_unique<settings::Settings>(m_folder.filePath(u"settings.json"_s));
        m_fixture.open();
        m_page = std::make_unique<ui::HostNumberPage>(*m_settings, *m_fixture.mirror, *m_fixture.theme);
    }
    void cleanup()
    {
        m_page.reset();
        m_fixture.close();
        m_settings.reset();
        QFile::remove(m_folder.filePath(u"settings.json"_s));
    }

    void aPinIsKeptHashedAndCleared()
    {
        add(u"Ann"_s, u"(415) 555-0171"_s, u"482913"_s);
        QCOMPARE(people().size(), 1);
        QCOMPARE(people().first().phone, u"+14155550171"_s);
        QVERIFY(isPinOf(u"482913"_s, people().first().pin));
        QVERIFY(!people().first().pin.contains("482913"_L1));
        auto *table = find<QTableWidget>(u"hosts"_s);
        QCOMPARE(table->item(0, 2)->text(), u"PIN"_s);
        QTest::keyClick(table, Qt::Key_Return); // changing something else leaves the PIN
        auto *dialog = find<QDialog>(u"hostDialog"_s);
        dialog->findChild<QLineEdit *>(u"hostName"_s)->setText(u"Anna"_s);
        QTest::keyClick(dialog->findChild<QLineEdit *>(u"hostName"_s), Qt::Key_Return);
        QCOMPARE(people().first().name, u"Anna"_s);
        QVERIFY(isPinOf(u"482913"_s, people().first().pin));
        find<QPushButton>(u"clearPin"_s)->click();
        QVERIFY(people().first().pin.isEmpty());
        QVERIFY(!find<QPushButton>(u"clearPin"_s)->isEnabled());
        QTest::keyClick(table, Qt::Key_Delete);
        QVERIFY(people().isEmpty());
    }

    void aPhoneIsCalledBackInstead()
    {
        find<QPushButton>(u"addHost"_s)->click();
        auto *dialog = find<QDialog>(u"hostDialog"_s);
        dialog->findChild<QLineEdit *>(u"hostName"_s)->setText(u"Ann"_s);
        dialog->findChild<QLineEdit *>(u"hostPhone"_s)->setText(u"+14155550171"_s);
        dialog->findChild<QCheckBox *>(u"hostCallsBack"_s)->setFocus();
        QTest::keyClick(dialog->findChild<QCheckBox *>(u"hostCallsBack"_s), Qt::Key_Space);
        QTest::keyClick(dialog->findChild<QCheckBox *>(u"hostCallsBack"_s), Qt::Key_Return);
        QCOMPARE(people().size(), 1);
        QVERIFY(people().first().callsBack);
        QVERIFY(people().first().pin.isEmpty());
        auto *table = find<QTableWidget>(u"hosts"_s);
        QCOMPARE(table->item(0, 2)->text(), u"Call back"_s);
    }

    void wrongEntriesAreSaid_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("phone");
        QTest::addColumn<QString>("pin");
        QTest::newRow("no name") << QString() << u"+14155550172"_s << u"482913"_s;
        QTest::newRow("no number") << u"Ben"_s << u"hello"_s << u"482913"_s;
        QTest::newRow("on the list already") << u"Ben"_s << u"+14155550171"_s << u"482913"_s;
        QTest::newRow("too short") << u"Ben"_s << u"+14155550172"_s << u"4829"_s;
        QTest::newRow("letters") << u"Ben"_s << u"+14155550172"_s << u"abcdef"_s;
        QTest::newRow("easy") << u"Ben"_s << u"+14155550172"_s << u"123456"_s;
    }
    void wrongEntriesAreSaid()
    {
        QFETCH(QString, name);
        QFETCH(QString, phone);
        QFETCH(QString, pin);
        add(u"Ann"_s, u"+14155550171"_s, u"482913"_s);
        QDialog *dialog = fill(name, phone, pin);
        QVERIFY(!dialog->findChild<QLabel *>(u"hostError"_s)->text().isEmpty());
        QCOMPARE(people().size(), 1);
        dialog->reject();
    }

    void theNumberIsAnotherThanTheLine()
    {
        auto *number = find<QLineEdit>(u"host.number"_s);
        const auto type = [number](const QString &text) {
            number->setText(text);
            QTest::keyClick(number, Qt::Key_Return);
        };
        type(u"(415) 555-0199"_s);
        QCOMPARE(m_settings->value(keys::hostNumber), u"+14155550199"_s);
        type(m_fixture.mirror->line().number);
        QVERIFY(!find<QLabel>(u"hostNumberProblem"_s)->text().isEmpty());
        type(u"hello"_s);
        QCOMPARE(m_settings->value(keys::hostNumber), u"+14155550199"_s);
        type(QString());
        QCOMPARE(m_settings->value(keys::hostNumber), QString());
        QVERIFY(find<QLabel>(u"hostNumberProblem"_s)->text().isEmpty());
    }

    void starMeansWhatIsChosen()
    {
        auto *after = find<QComboBox>(u"host.after_talk"_s);
        QCOMPARE(after->currentData().toString(), u"thank"_s);
        after->setFocus();
        QTest::keyClick(after, Qt::Key_Down);
        QCOMPARE(m_settings->value(keys::hostAfterTalk), u"back_in_line"_s);
    }

    void everyControlHasAName()
    {
        for (const QLineEdit *field : m_page->findChildren<QLineEdit *>())
            QVERIFY2(!field->accessibleName().isEmpty(), qPrintable(field->objectName()));
        for (const QComboBox *field : m_page->findChildren<QComboBox *>())
            QVERIFY(!field->accessibleName().isEmpty());
        for (const QPushButton *button : m_page->findChildren<QPushButton *>())
            QVERIFY(!button->text().isEmpty());
        QVERIFY(!find<QTableWidget>(u"hosts"_s)->accessibleName().isEmpty());
    }

private:
    template <typename T> T *find(const QString &name) const
    {
        T *found = m_page->findChild<T *>(name);
        if (found == nullptr)
            qFatal("no %s", qPrintable(name));
        return found;
    }
    QList<Host> people() const { return hostsFromJson(m_settings->value(keys::hostPeople)); }
    QDialog *fill(const QString &name, const QString &phone, const QString &pin)
    {
        find<QPushButton>(u"addHost"_s)->click();
        auto *dialog = find<QDialog>(u"hostDialog"_s);
        dialog->findChild<QLineEdit *>(u"hostName"_s)->setText(name);
        dialog->findChild<QLineEdit *>(u"hostPhone"_s)->setText(phone);
        dialog->findChild<QLineEdit *>(u"hostPin"_s)->setText(pin);
        QTest::keyClick(dialog->findChild<QLineEdit *>(u"hostPin"_s), Qt::Key_Return);
        return dialog;
    }
    void add(const QString &name, const QString &phone, const QString &pin)
    {
        fill(name, phone, pin);
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete); // the dialog has closed
    }

    QTemporaryDir m_folder;
    tests::WindowFixture m_fixture;
    std::unique_ptr<settings::Settings> m_settings;
    std::unique_ptr<ui::HostNumberPage> m_page;
};

QTEST_MAIN(TestHostNumberPage)
#include "test_host_number_page.moc"
