// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "helpers/fake_account_setup.h"
#include "ui/application.h"
#include "ui/setup/check_dialog.h"
#include "ui/setup/setup_wizard.h"
#include "ui/theme/theme.h"

#include <QAbstractButton>
#include <QApplication>
#include <QCheckBox>
#include <QDir>
#include <QFrame>
#include <QLabel>
#include <QLineEdit>
#include <QMessageBox>
#include <QPushButton>
#include <QRadioButton>
#include <QScrollArea>
#include <QSignalSpy>
#include <QStackedWidget>
#include <QTableWidget>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace anteroom;
using calls::AccountNumber;
using calls::PhoneTrial;

/// The set-up and the check before an account on paper. With ANTEROOM_PICTURES=FOLDER it leaves a picture of
/// each step, in both looks.
class TestSetup : public QObject
{
    Q_OBJECT

    std::unique_ptr<ui::Theme> m_theme;
    std::unique_ptr<tests::FakeAccountSetup> m_setup;
    std::unique_ptr<ui::SetupWizard> m_wizard;
    int m_clicks = 0;

    template <typename T> T *find(const char *name) const
    {
        T *found = nullptr;
        const auto all = m_wizard->findChildren<T *>(QString::fromLatin1(name));
        for (T *each : all)
            found = each->isVisible() || !found ? each : found;
        if (!found)
            qFatal("no %s", name);
        return found;
    }
    void click(const char *name)
    {
        ++m_clicks;
        auto *button = find<QAbstractButton>(name);
        QVERIFY2(button->isEnabled() && button->isVisible(), name);
        // The words of a box may end long before it does.
        const bool isBox = button->isCheckable();
        QTest::mouseClick(button, Qt::LeftButton, {}, isBox ? QPoint(8, button->height() / 2) : QPoint());
    }
    void type(const char *name, const QString &text)
    {
        auto *edit = find<QLineEdit>(name);
        edit->setFocus();
        edit->selectAll();
        QTest::keyClicks(edit, text);
    }
    QString title() const { return find<QLabel>("setupTitle")->text(); }
    QString news() const
    {
        for (const QLabel *label : m_wizard->findChildren<QLabel *>(u"setupNews"_s))
            if (label->isVisible())
                return label->text();
        return {};
    }
    void picture(const char *name)
    {
        const QString folder = qEnvironmentVariable("ANTEROOM_PICTURES");
        if (folder.isEmpty())
            return;
        for (const auto look : {ui::Theme::Choice::Light, ui::Theme::Choice::Dark}) {
            m_theme->setChoice(look);
            QCoreApplication::processEvents();
            QWidget *shown = QApplication::activeWindow() ? QApplication::activeWindow() : m_wizard.get();
            const QString file = u"%1-%2.png"_s.arg(
                QString::fromLatin1(name), look == ui::Theme::Choice::Light ? u"light"_s : u"dark"_s);
            QVERIFY(shown->grab().save(QDir(folder).filePath(file)));
        }
        m_theme->setChoice(ui::Theme::Choice::Light);
    }
    void open(const QString &connected = {})
    {
        m_clicks = 0;
        m_wizard = std::make_unique<ui::SetupWizard>(*m_setup, connected);
        m_wizard->show();
        QTRY_VERIFY(m_wizard->isActiveWindow());
    }
    static calls::EnteredAccount good()
    {
        calls::EnteredAccount account;
        account.account = u"AC00…0001"_s;
        return account;
    }
    static QList<AccountNumber> numbers()
    {
        return {{u"+13125550120"_s, u"trunk"_s, true, true, AccountNumber::Owner::Trunk, {}},
                {u"+14155550100"_s, u"show"_s, true, true, AccountNumber::Owner::Nobody,
                 u"https://old.example.com/voice"_s},
                {u"+12125550110"_s, u"office"_s, true, false, AccountNumber::Owner::App, u"nothing"_s},
                {u"+16465550130"_s, u"texts"_s, false, true, AccountNumber::Owner::Nobody, u"nothing"_s}};
    }
    /// To the page with the phone.
    void toPhone(const calls::EnteredAccount &account = good())
    {
        click("setupConnect");
        Q_EMIT m_setup->entered({});
        type("setupAccount", u"AC00000000000000000000000000000001"_s);
        type("setupToken", u"secret token"_s);
        click("setupNext");
        Q_EMIT m_setup->entered(account);
        Q_EMIT m_setup->numbersListed(numbers(), {});
        click("setupNext");
    }

private Q_SLOTS:
    void init()
    {
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
        ui::prepareApplication(*qApp);
        m_theme = std::make_unique<ui::Theme>(*qApp, ui::Theme::Choice::Light);
        m_setup = std::make_unique<tests::FakeAccountSetup>();
    }
    void cleanup()
    {
        m_wizard.reset();
        m_setup.reset();
        m_theme.reset();
    }

    void fromNothingToAConnectedNumber()
    {
        open();
        QSignalSpy connected(m_wizard.get(), &ui::SetupWizard::numberConnected);
        QSignalSpy desk(m_wizard.get(), &ui::SetupWizard::deskAsked);
        picture("setup-1-welcome");
        click("setupConnect");
        QCOMPARE(m_setup->asked.constLast(), u"recall"_s);
        Q_EMIT m_setup->entered({});
        QVERIFY(!find<QPushButton>("setupNext")->isEnabled());
        picture("setup-2-account");
        type("setupAccount", u"AC00000000000000000000000000000001"_s);
        type("setupToken", u"secret token"_s);
        click("setupNext");
        QCOMPARE(m_setup->keys.token, u"secret token"_s);
        Q_EMIT m_setup->entered(good());
        QCOMPARE(m_setup->asked.constLast(), u"list"_s);
        QVERIFY(find<QLineEdit>("setupToken")->text().isEmpty()); // not held any longer than needed
        Q_EMIT m_setup->numbersListed(numbers(), {});
        picture("setup-3-number");
        auto *table = find<QTableWidget>("setupNumbers");
        QCOMPARE(table->currentRow(), 1); // the first that can be connected
        QVERIFY(!(table->item(0, 0)->flags() & Qt::ItemIsEnabled));
        QVERIFY(!(table->item(3, 0)->flags() & Qt::ItemIsEnabled));
        click("setupNext");
        type("setupPhone", u"(415) 555-0177"_s);
        click("setupRing");
        QCOMPARE(m_setup->chosen.phone, u"+14155550177"_s);
        QCOMPARE(m_setup->chosen.number, u"+14155550100"_s);
        Q_EMIT m_setup->phoneTried(
            {PhoneTrial::Stage::Ringing, u"Your phone rings. Answer it and press 1."_s});
        QVERIFY(!find<QPushButton>("setupNext")->isEnabled());
        QVERIFY(!find<QPushButton>("setupLater")->hasFocus()); // a key too much must not leave
        picture("setup-4-phone");
        Q_EMIT m_setup->phoneTried({PhoneTrial::Stage::Confirmed, u"That is your phone."_s});
        click("setupNext");
        QVERIFY(m_setup->kept.phoneConfirmed);
        QTRY_COMPARE(m_setup->asked.constLast(), u"plan"_s);
        QVERIFY(m_setup->chosen.publicUrl.isEmpty());
        QVERIFY(!find<QPushButton>("setupNext")->isEnabled());
        Q_EMIT m_setup->planned(
            {{u"Calls go to"_s, u"https://old.example.com/voice"_s,
              u"a document that the phone company hosts"_s},
             {u"If that fails"_s, u"nothing"_s, u"a document that the phone company hosts"_s}},
            {});
        QCOMPARE(find<QTableWidget>("setupChanges")->item(0, 1)->text(), u"https://old.example.com/voice"_s);
        picture("setup-5-connect");
        QVERIFY(!m_setup->asked.contains(u"connect"_s)); // nothing has been changed so far
        click("setupNext");
        QCOMPARE(m_setup->asked.constLast(), u"connect"_s);
        QCOMPARE(connected.size(), 0);
        Q_EMIT m_setup->connected({});
        QCOMPARE(connected.size(), 1);
        picture("setup-6-done");
        click("setupNext");
        QCOMPARE(desk.size(), 1);
        QVERIFY(!m_wizard->isVisible());
        QCOMPARE(m_clicks, 7);
    }

    void aRehearsalIsOneClickAway()
    {
        open();
        QSignalSpy rehearsal(m_wizard.get(), &ui::SetupWizard::rehearsalAsked);
        click("setupRehearse");
        QCOMPARE(rehearsal.size(), 1);
        QVERIFY(m_setup->asked.filter(u"stop"_s).size() ==
                m_setup->asked.size()); // nobody was asked anything
    }

    void worksByKeyboardAlone()
    {
        open();
        find<QPushButton>("setupConnect")->setFocus();
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Space);
        Q_EMIT m_setup->entered({});
        QCOMPARE(QApplication::focusWidget()->objectName(), u"setupAccount"_s);
        QTest::keyClicks(QApplication::focusWidget(), u"AC1"_s);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
        QCOMPARE(QApplication::focusWidget()->objectName(), u"setupToken"_s);
        QTest::keyClicks(QApplication::focusWidget(), u"t"_s);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
        QCOMPARE(m_setup->asked.constLast(), u"enter"_s);
    }

    void saysWhatIsWrongWithTheAccount()
    {
        open();
        click("setupConnect");
        Q_EMIT m_setup->entered({});
        type("setupAccount", u"AC1"_s);
        type("setupToken", u"wrong"_s);
        click("setupNext");
        calls::EnteredAccount refused;
        refused.problem = u"The phone company does not accept the account SID with this auth token."_s;
        Q_EMIT m_setup->entered(refused);
        QCOMPARE(news(), refused.problem);
        picture("setup-fails-account");
        QVERIFY(find<QPushButton>("setupNext")->isEnabled());
        type("setupToken", u"right"_s);
        QVERIFY(news().isEmpty());
        click("setupNext");
        calls::EnteredAccount notKept = good();
        notKept.notKept = u"They hold until Anteroom ends."_s;
        Q_EMIT m_setup->entered(notKept);
        QCOMPARE(news(), notKept.notKept); // it is read before it is gone
        click("setupNext");
        QCOMPARE(m_setup->asked.constLast(), u"list"_s);
        QCOMPARE(m_setup->asked.count(u"enter"_s), 2);
    }

    void aKeyAloneCanOnlyLook()
    {
        open();
        click("setupConnect");
        Q_EMIT m_setup->entered({});
        click("setupWithKey");
        type("setupAccount", u"AC1"_s);
        type("setupKey", u"SK1"_s);
        type("setupSecret", u"s"_s);
        click("setupNext");
        QCOMPARE(m_setup->keys.key, u"SK1"_s);
        calls::EnteredAccount account = good();
        account.canBeCalled = false;
        Q_EMIT m_setup->entered(account);
        Q_EMIT m_setup->numbersListed(numbers(), {});
        click("setupNext");
        type("setupPhone", u"+14155550177"_s);
        click("setupNext");
        QVERIFY(!find<QRadioButton>("setupWithUrl")->isEnabled());
        QVERIFY(find<QLabel>("setupKeyAlone")->isVisible());
        picture("setup-key-alone");
    }

    void numbersThatCannotBeConnected()
    {
        open();
        click("setupConnect");
        Q_EMIT m_setup->entered({});
        type("setupAccount", u"AC1"_s);
        type("setupToken", u"t"_s);
        click("setupNext");
        Q_EMIT m_setup->entered(good());
        Q_EMIT m_setup->numbersListed({numbers().first()}, {});
        QVERIFY(news().contains(u"None of these numbers"_s));
        QVERIFY(!find<QPushButton>("setupNext")->isEnabled());
        picture("setup-fails-numbers");
        Q_EMIT m_setup->numbersListed({}, u"This account has no numbers yet."_s);
        QCOMPARE(news(), u"This account has no numbers yet."_s);
        click("setupLookAgain");
        QCOMPARE(m_setup->asked.count(u"list"_s), 2);
        Q_EMIT m_setup->numbersListed(numbers(), {});
        QVERIFY(find<QPushButton>("setupNext")->isEnabled());
    }

    void aPhoneThatDoesNotAnswer()
    {
        open();
        toPhone();
        type("setupPhone", u"12"_s);
        QVERIFY(!find<QPushButton>("setupRing")->isEnabled());
        type("setupPhone", u"+14155550100"_s); // the line itself
        QVERIFY(news().contains(u"cannot ring itself"_s));
        QVERIFY(!find<QPushButton>("setupNext")->isEnabled());
        type("setupPhone", u"+14155550177"_s);
        click("setupRing");
        Q_EMIT m_setup->phoneTried({PhoneTrial::Stage::Failed, u"Nobody answered."_s});
        QCOMPARE(news(), u"Nobody answered."_s);
        QVERIFY(find<QPushButton>("setupRing")->isEnabled());
        click("setupRing");
        click("setupBack"); // somebody who goes does not leave a phone ringing
        QVERIFY(m_setup->asked.contains(u"stopRinging"_s));
    }

    void aPublicAddress()
    {
        open();
        toPhone();
        type("setupPhone", u"+14155550177"_s);
        click("setupNext");
        QTRY_COMPARE(m_setup->asked.constLast(), u"plan"_s);
        click("setupWithUrl");
        QVERIFY(!find<QPushButton>("setupNext")->isEnabled());
        type("setupUrl", u"http://desk.example.org"_s);
        QVERIFY(news().contains(u"https://"_s));
        type("setupUrl", u"https://desk.example.org/"_s);
        QTRY_COMPARE(m_setup->chosen.publicUrl, u"https://desk.example.org"_s);
        Q_EMIT m_setup->planned({}, u"The number belongs to a SIP trunk."_s);
        QVERIFY(!find<QPushButton>("setupNext")->isEnabled());
        QCOMPARE(news(), u"The number belongs to a SIP trunk."_s);
        Q_EMIT m_setup->planned(
            {{u"Calls go to"_s, u"nothing"_s, u"https://desk.example.org/twilio/voice"_s}}, {});
        click("setupNext");
        Q_EMIT m_setup->connected(u"The phone company cannot be reached."_s);
        QCOMPARE(news(), u"The phone company cannot be reached."_s);
        QVERIFY(find<QPushButton>("setupNext")->isEnabled()); // and may be tried again
    }

    void isLeftAndGoneOnWith()
    {
        open();
        toPhone();
        type("setupPhone", u"+14155550177"_s);
        click("setupLater");
        QCOMPARE(m_setup->kept.number, u"+14155550100"_s);
        QCOMPARE(m_setup->kept.phone, u"+14155550177"_s);
        open();
        click("setupConnect");
        Q_EMIT m_setup->entered(good()); // from the keychain
        QVERIFY(news().contains(u"AC00…0001"_s));
        click("setupNext");
        QList<AccountNumber> other = numbers();
        other.swapItemsAt(1, 2);
        Q_EMIT m_setup->numbersListed(other, {});
        QCOMPARE(find<QTableWidget>("setupNumbers")->currentRow(), 2); // the one that was chosen
        click("setupNext");
        QCOMPARE(find<QLineEdit>("setupPhone")->text(), u"(415) 555-0177"_s);
    }

    void givesTheNumberBack()
    {
        open(u"+14155550100"_s);
        QSignalSpy back(m_wizard.get(), &ui::SetupWizard::numberGivenBack);
        picture("setup-connected");
        click("setupGiveBack");
        auto *box = m_wizard->findChild<QMessageBox *>(u"giveBackBox"_s);
        QVERIFY(box);
        QVERIFY(!m_setup->asked.contains(u"giveBack"_s));
        const auto buttons = box->buttons();
        for (QAbstractButton *button : buttons)
            if (box->buttonRole(button) == QMessageBox::DestructiveRole)
                button->click();
        QVERIFY(m_setup->asked.contains(u"giveBack"_s));
        Q_EMIT m_setup->givenBack(u"The phone company cannot be reached."_s);
        QCOMPARE(back.size(), 0);
        QCOMPARE(news(), u"The phone company cannot be reached."_s);
        Q_EMIT m_setup->givenBack({});
        QCOMPARE(back.size(), 1);
    }

    void everyControlHasAName()
    {
        open();
        for (const QLineEdit *edit : m_wizard->findChildren<QLineEdit *>())
            QVERIFY2(!edit->accessibleName().isEmpty(), qPrintable(edit->objectName()));
        for (const QTableWidget *table : m_wizard->findChildren<QTableWidget *>())
            QVERIFY2(!table->accessibleName().isEmpty(), qPrintable(table->objectName()));
    }

    void theCheckSaysWhatMendsIt()
    {
        using calls::CheckGrade;
        using calls::Mend;
        ui::CheckDialog dialog(*m_setup);
        dialog.show();
        QTRY_VERIFY(dialog.isActiveWindow());
        QCOMPARE(m_setup->asked, QStringList{u"check"_s});
        calls::AccountReport report;
        report.lines = {
            {u"credentials"_s, CheckGrade::Fine, u"Account"_s, u"The phone company accepts the token."_s},
            {u"pointing"_s, CheckGrade::Failing, u"Where calls go"_s,
             u"Calls go elsewhere (https://old.example.com/a/rather/long/path/to/some/document/of/somebody)."_s,
             u"Point the number here; what it was set to is kept."_s, Mend::PointNumber},
            {u"balance"_s, CheckGrade::Warning, u"Balance"_s, u"The account holds only 4.20 USD."_s,
             u"Add money in Twilio's console."_s},
            {u"phone"_s, CheckGrade::Fine, u"My phone"_s, u"+14155550177 can be called."_s,
             u"Ring it once to be sure."_s, Mend::RingPhone},
            {u"number"_s, CheckGrade::Failing, u"Number"_s, u"<b>No</b> number has been chosen."_s,
             u"Choose one."_s, Mend::ChooseNumber}};
        Q_EMIT m_setup->checked(report);
        picture("check");
        QVERIFY(dialog.findChild<QLabel *>(u"checkSummary"_s)->text().startsWith(u"2 things"_s));
        auto *row = dialog.findChild<QFrame *>(u"check_pointing"_s);
        QVERIFY(row->findChild<QLabel *>(u"grade"_s)->text().contains(u"Failing"_s)); // not by colour alone
        QVERIFY(row->accessibleName().contains(u"Failing"_s));
        QVERIFY(!dialog.findChild<QFrame *>(u"check_balance"_s)->findChild<QPushButton *>());
        for (const QLabel *label : dialog.findChildren<QLabel *>())
            QCOMPARE(label->textFormat() == Qt::AutoText && label->text().contains(u'<'), false);
        row->findChild<QPushButton *>(u"mend"_s)->click();
        QCOMPARE(m_setup->asked.constLast(), u"point"_s);
        Q_EMIT m_setup->connected({});
        QCOMPARE(m_setup->asked.constLast(), u"check"_s); // and looks again
        dialog.findChild<QFrame *>(u"check_phone"_s)->findChild<QPushButton *>(u"mend"_s)->click();
        QCOMPARE(m_setup->asked.constLast(), u"ring"_s);
        Q_EMIT m_setup->phoneTried({PhoneTrial::Stage::Confirmed, u"That is your phone."_s});
        QCOMPARE(dialog.findChild<QLabel *>(u"checkNews"_s)->text(), u"That is your phone."_s);
        QSignalSpy account(&dialog, &ui::CheckDialog::accountAsked);
        dialog.findChild<QFrame *>(u"check_number"_s)->findChild<QPushButton *>(u"mend"_s)->click();
        QCOMPARE(account.size(), 1);
    }
};

QTEST_MAIN(TestSetup)
#include "test_setup.moc"
