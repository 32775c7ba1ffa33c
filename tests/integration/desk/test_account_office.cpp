// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/account_office.h"
#include "settings/keys.h"
#include "settings/memory_secret_store.h"
#include "settings/settings.h"
#include "simulator/calls.h"
#include "simulator/numbers.h"
#include "simulator/phone_company.h"
#include "simulator/phones.h"

#include <QFile>
#include <QSignalSpy>
#include <QTcpServer>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace anteroom;
using calls::AccountNumber;
using calls::LineChoice;
using calls::PhoneTrial;
namespace keys = settings::keys;

namespace {
constexpr int patience = 60'000; ///< a slow machine under sanitizers

/// As a computer without a keychain.
class NoStore final : public settings::SecretStore
{
public:
    QCoro::Task<std::expected<settings::Secrets, QString>> read() override { co_return refused(); }
    QCoro::Task<std::expected<void, QString>> write(settings::Secrets) override { co_return refused(); }
    QCoro::Task<std::expected<void, QString>> forget() override { co_return refused(); }

private:
    static std::unexpected<QString> refused() { return std::unexpected(u"There is no keychain."_s); }
};
} // namespace

/// The set-up as the window asks for it, against the simulated phone company.
class TestAccountOffice : public QObject
{
    Q_OBJECT

    const QString m_sid = u"AC00000000000000000000000000000001"_s;
    const QString m_token = u"0123456789abcdef0123456789abcdef"_s;
    const QString m_line = u"+14155550100"_s;
    const QString m_phone = u"+14155550177"_s;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<simulator::PhoneCompany> m_company;
    std::unique_ptr<settings::Settings> m_settings;
    settings::MemorySecretStore m_given;
    settings::MemorySecretStore m_kept;
    std::unique_ptr<desk::AccountOffice> m_office;
    calls::EnteredAccount m_entered;

    simulator::Account &account() { return m_company->world().account(); }
    simulator::PhoneNumber number(const QString &which)
    {
        return *m_company->world().numbers().byNumber(which);
    }
    void openOffice(settings::SecretStore &kept, const QUrl &origin = {})
    {
        desk::Options options;
        options.twilioUrl = origin.isEmpty() ? QUrl(m_company->origin()) : origin;
        options.dataDir = m_folder->filePath(u"data"_s);
        m_office = std::make_unique<desk::AccountOffice>(options, *m_settings, m_given, kept, nullptr);
        connect(m_office.get(), &calls::AccountSetup::entered, this,
                [this](const calls::EnteredAccount &account) { m_entered = account; });
    }
    void enter(const calls::AccountKeys &keys)
    {
        QSignalSpy entered(m_office.get(), &calls::AccountSetup::entered);
        m_office->enter(keys);
        QTRY_COMPARE_WITH_TIMEOUT(entered.size(), 1, patience);
    }
    void enterWell()
    {
        enter({m_sid, m_token, {}, {}});
        QVERIFY2(m_entered.problem.isEmpty(), qPrintable(m_entered.problem));
    }
    LineChoice choice() const { return {m_line, {}, m_phone, false}; }
    QString connectLine(const LineChoice &chosen)
    {
        QSignalSpy connected(m_office.get(), &calls::AccountSetup::connected);
        m_office->connectLine(chosen);
        if (!QTest::qWaitFor([&] { return connected.size() == 1; }, patience))
            return u"no answer"_s;
        return connected.first().first().toString();
    }
    QString giveBack()
    {
        QSignalSpy back(m_office.get(), &calls::AccountSetup::givenBack);
        m_office->giveBack();
        if (!QTest::qWaitFor([&] { return back.size() == 1; }, patience))
            return u"no answer"_s;
        return back.first().first().toString();
    }
    PhoneTrial ring()
    {
        QSignalSpy tried(m_office.get(), &calls::AccountSetup::phoneTried);
        m_office->ringPhone(choice());
        const auto last = [&] { return tried.last().first().value<PhoneTrial>(); };
        if (!QTest::qWaitFor([&] { return !tried.isEmpty() && last().stage != PhoneTrial::Stage::Ringing; },
                             patience))
            return {};
        return last();
    }
    void phoneIs(simulator::PhoneBehaviour::Kind kind, const QString &press)
    {
        simulator::PhoneBehaviour behaviour;
        behaviour.kind = kind;
        behaviour.press = press;
        m_company->world().phones().set(m_phone, behaviour);
    }

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_company = std::make_unique<simulator::PhoneCompany>(simulator::WorldOptions{m_sid, m_token, 1});
        QVERIFY(m_company->listen());
        m_company->world().clock().setSpeed(10);
        m_settings = std::make_unique<settings::Settings>(m_folder->filePath(u"settings.json"_s));
        m_given = settings::MemorySecretStore();
        m_kept = settings::MemorySecretStore();
        openOffice(m_kept);
    }
    void cleanup()
    {
        m_office.reset();
        m_settings.reset();
        m_company.reset();
        m_folder.reset();
    }

    void keysThatDoNotOpen_data()
    {
        QTest::addColumn<calls::AccountKeys>("keys");
        QTest::addColumn<QString>("word");
        const auto row = [](const char *name, const calls::AccountKeys &typed, const QString &word) {
            QTest::newRow(name) << typed << word;
        };
        row("wrong token", {m_sid, u"wrong"_s, {}, {}}, u"another region"_s);
        row("another's SID", {u"SK1"_s, m_token, {}, {}}, u"begins with AC"_s);
        row("no token", {m_sid, {}, {}, {}}, u"auth token is missing"_s);
        row("key without its secret", {m_sid, {}, u"SK1"_s, {}}, u"its secret"_s);
        row("unknown key", {m_sid, {}, u"SK9"_s, u"x"_s}, u"API key"_s);
    }
    void keysThatDoNotOpen()
    {
        QFETCH(calls::AccountKeys, keys);
        QFETCH(QString, word);
        enter(keys);
        QVERIFY2(m_entered.problem.contains(word), qPrintable(m_entered.problem));
        QVERIFY(m_office->secrets().isEmpty());
    }

    void aSuspendedAccount()
    {
        account().status = u"suspended"_s;
        enter({m_sid, m_token, {}, {}});
        QVERIFY(m_entered.problem.contains(u"suspended"_s));
    }

    void noInternet()
    {
        QTcpServer closed;
        QVERIFY(closed.listen(QHostAddress::LocalHost));
        const QUrl nowhere(u"http://127.0.0.1:%1"_s.arg(closed.serverPort()));
        closed.close();
        openOffice(m_kept, nowhere);
        enter({m_sid, m_token, {}, {}});
        QVERIFY(m_entered.problem.contains(u"cannot be reached"_s));
    }

    void keepsKeysInTheStoreAndNowhereElse()
    {
        enterWell();
        QCOMPARE(m_office->secrets().authToken, m_token);
        QVERIFY(m_entered.notKept.isEmpty());
        QVERIFY(!m_entered.trial);
        QVERIFY(m_entered.canBeCalled);
        m_office->keepDraft(choice());
        QVERIFY(m_settings->save());
        QFile file(m_folder->filePath(u"settings.json"_s));
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY(!file.readAll().contains(m_token.toUtf8()));
        openOffice(m_kept); // the next start
        QCOMPARE(m_office->draft(), choice());
        QSignalSpy entered(m_office.get(), &calls::AccountSetup::entered);
        m_office->recall();
        QTRY_COMPARE_WITH_TIMEOUT(entered.size(), 1, patience);
        QVERIFY(m_entered.account.startsWith(u"AC00"_s));
        QVERIFY(!m_entered.fromElsewhere);
    }

    void withoutAKeychainTheyHoldForThisRun()
    {
        NoStore none;
        openOffice(none);
        enterWell();
        QVERIFY(m_entered.notKept.contains(u"until Anteroom ends"_s));
        QCOMPARE(m_office->secrets().authToken, m_token);
        m_office.reset();
    }

    void aKeyAlone()
    {
        account().apiKeys.insert(u"SK1"_s, u"secret"_s);
        enter({m_sid, {}, u"SK1"_s, u"secret"_s});
        QVERIFY(m_entered.problem.isEmpty());
        QVERIFY(!m_entered.canBeCalled);
        account().keysMayNot = QStringList{u"IncomingPhoneNumbers"_s};
        QSignalSpy listed(m_office.get(), &calls::AccountSetup::numbersListed);
        m_office->listNumbers();
        QTRY_COMPARE_WITH_TIMEOUT(listed.size(), 1, patience);
        QVERIFY(listed.first().at(1).toString().contains(u"may not"_s));
    }

    void listsWhatEachNumberCanDo()
    {
        enterWell();
        auto &numbers = m_company->world().numbers();
        QVERIFY(numbers.update(number(u"+12125550110"_s).sid, {.trunkSid = u"TK1"_s}));
        QSignalSpy listed(m_office.get(), &calls::AccountSetup::numbersListed);
        m_office->listNumbers();
        QTRY_COMPARE_WITH_TIMEOUT(listed.size(), 1, patience);
        const auto all = listed.first().first().value<QList<AccountNumber>>();
        QCOMPARE(all.size(), 3);
        for (const AccountNumber &each : all) {
            const auto owner = each.number == m_line              ? AccountNumber::Owner::Nobody
                               : each.number == u"+12125550110"_s ? AccountNumber::Owner::Trunk
                                                                  : AccountNumber::Owner::App;
            QCOMPARE(each.owner, owner);
            QCOMPARE(each.isUsable(), owner != AccountNumber::Owner::Trunk);
            QCOMPARE(each.takesTexts, each.number != u"+12125550110"_s);
        }
    }

    void thePhoneIsConfirmedByAKey()
    {
        enterWell();
        phoneIs(simulator::PhoneBehaviour::Kind::Answer, u"1"_s);
        const PhoneTrial trial = ring();
        QVERIFY2(trial.stage == PhoneTrial::Stage::Confirmed, qPrintable(trial.sentence));
        for (const simulator::Call &call : m_company->world().calls().list())
            QTRY_VERIFY(m_company->world().calls().whereabouts(call.sid).place == u"over"_s);
    }

    void aPhoneThatIsNotConfirmed()
    {
        using Kind = simulator::PhoneBehaviour::Kind;
        enterWell();
        QStringList said;
        for (const auto &[kind, press] : {std::pair{Kind::Busy, u""_s}, std::pair{Kind::NoAnswer, u""_s},
                                          std::pair{Kind::Failed, u""_s}, std::pair{Kind::Answer, u""_s}}) {
            phoneIs(kind, press);
            const PhoneTrial trial = ring();
            QCOMPARE(trial.stage, PhoneTrial::Stage::Failed);
            QVERIFY2(!said.contains(trial.sentence), qPrintable(trial.sentence)); // each has its own sentence
            said << trial.sentence;
        }
        account().type = u"Trial"_s;
        QVERIFY(ring().sentence.contains(u"verified"_s));
    }

    void showsTheChangesConnectsAndGivesBack()
    {
        enterWell();
        auto &numbers = m_company->world().numbers();
        const auto before = numbers.update(
            number(m_line).sid, {.voiceUrl = u"https://old.example.com/voice"_s, .voiceMethod = u"GET"_s});
        QVERIFY(before);
        QSignalSpy planned(m_office.get(), &calls::AccountSetup::planned);
        m_office->plan(choice());
        QTRY_COMPARE_WITH_TIMEOUT(planned.size(), 1, patience);
        const auto changes = planned.first().first().value<QList<calls::NumberChange>>();
        QVERIFY(!changes.isEmpty());
        const auto calls = std::ranges::find(changes, u"Calls go to"_s, &calls::NumberChange::what);
        QVERIFY(calls != changes.end());
        QCOMPARE(calls->before, u"https://old.example.com/voice"_s);
        QCOMPARE(number(m_line).voiceUrl, before->voiceUrl); // only shown so far
        QVERIFY(m_settings->value(keys::lineNumber).isEmpty());

        QCOMPARE(connectLine(choice()), QString());
        QVERIFY(number(m_line).voiceUrl.url.startsWith(u"http://twimlets.com/echo"_s));
        QCOMPARE(m_settings->value(keys::lineNumber), m_line);
        QCOMPARE(m_settings->value(keys::myPhone), m_phone);

        QCOMPARE(giveBack(), QString());
        QCOMPARE(number(m_line).voiceUrl, before->voiceUrl);
        QCOMPARE(number(m_line).voiceFallback, before->voiceFallback);
        QCOMPARE(number(m_line).statusCallback, before->statusCallback);
        QVERIFY(m_settings->value(keys::lineNumber).isEmpty());
    }

    void aFailureLeavesNothingHalfDone()
    {
        enterWell();
        const auto before = number(m_line);
        m_company->world().faults().status = 503;
        m_company->world().faults().pathPrefix =
            u"/2010-04-01/Accounts/%1/IncomingPhoneNumbers/"_s.arg(m_sid);
        QVERIFY(!connectLine(choice()).isEmpty());
        QVERIFY(m_settings->value(keys::lineNumber).isEmpty());
        QCOMPARE(number(m_line).voiceUrl, before.voiceUrl);
        m_company->world().faults() = {};
        auto &numbers = m_company->world().numbers();
        QVERIFY(numbers.update(number(m_line).sid, {.trunkSid = u"TK1"_s}));
        QVERIFY(connectLine(choice()).contains(u"trunk"_s));
        QVERIFY(m_settings->value(keys::lineNumber).isEmpty());
        QVERIFY(numbers.update(number(m_line).sid, {.trunkSid = QString()}));
        QCOMPARE(connectLine(choice()), QString());
    }

    void anotherNumberLetsTheFirstGo()
    {
        enterWell();
        const auto first = number(m_line);
        QCOMPARE(connectLine(choice()), QString());
        LineChoice other = choice();
        other.number = u"+12125550110"_s;
        QCOMPARE(connectLine(other), QString());
        QCOMPARE(m_settings->value(keys::lineNumber), other.number);
        QCOMPARE(number(m_line).voiceUrl, first.voiceUrl);
        QVERIFY(number(other.number).voiceUrl.url.startsWith(u"http://twimlets.com/echo"_s));
    }

    void checksFromTheWindow()
    {
        enterWell();
        QCOMPARE(connectLine(choice()), QString());
        QSignalSpy checked(m_office.get(), &calls::AccountSetup::checked);
        m_office->check();
        QTRY_COMPARE_WITH_TIMEOUT(checked.size(), 1, patience);
        const auto report = checked.first().first().value<calls::AccountReport>();
        for (const calls::CheckLine &line : report.lines)
            QVERIFY2(line.grade == calls::CheckGrade::Fine, qPrintable(line.sentence));
    }

    void mayBeLeftAtAnyMoment()
    {
        enterWell();
        m_company->world().faults().latencyMilliseconds = 60'000;
        m_office->check();
        m_office->listNumbers();
        m_office->ringPhone(choice());
        QTest::qWait(50); // under way in the other thread, or not: either must end
        m_office.reset();
        m_company->world().faults() = {};
    }
};

QTEST_GUILESS_MAIN(TestAccountOffice)
#include "test_account_office.moc"
