// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "live_desk.h"
#include "simulator/messages.h"
#include "simulator/queues.h"
#include "twilio/account_check.h"

#include <QTcpServer>

using namespace Qt::StringLiterals;
using namespace anteroom;
using calls::CheckGrade;
using calls::Mend;
using test::LiveDesk;

/// Everything that the check can say, each provoked at the simulated phone company.
class TestAccountCheck : public QObject
{
    Q_OBJECT

    std::unique_ptr<LiveDesk> m_desk;
    twilio::Account m_account;
    twilio::Places m_places;
    twilio::CheckedDesk m_asked;
    calls::AccountReport m_report;

    simulator::Account &account() { return m_desk->company.world().account(); }
    void number(const simulator::UpdateNumber &update)
    {
        auto &numbers = m_desk->company.world().numbers();
        QVERIFY(numbers.update(numbers.byNumber(m_asked.line)->sid, update));
    }
    static QCoro::Task<void> store(twilio::AccountCheck *check, std::optional<calls::AccountReport> *into)
    {
        *into = co_await check->run();
    }
    void check()
    {
        twilio::AccountCheck check(m_account, m_places, m_asked, m_desk->network, m_desk->clock);
        std::optional<calls::AccountReport> report;
        const auto running = store(&check, &report);
        QTRY_VERIFY_WITH_TIMEOUT(report.has_value(), 30'000);
        m_report = *report;
        for (const calls::CheckLine &line : std::as_const(m_report.lines)) {
            QVERIFY2(!line.sentence.isEmpty() && !line.sentence.contains(u'%'), qPrintable(line.id));
            QVERIFY2(!line.subject.isEmpty(), qPrintable(line.id));
            if (line.grade == CheckGrade::Failing && line.mend == Mend::None)
                QVERIFY2(!line.remedy.isEmpty() || line.id == "credentials"_L1, qPrintable(line.id));
        }
    }
    calls::CheckLine line(const QString &id) const
    {
        const calls::CheckLine *found = m_report.find(id);
        return found ? *found : calls::CheckLine{};
    }
    CheckGrade grade(const QString &id) const
    {
        const calls::CheckLine *found = m_report.find(id);
        if (!found)
            qFatal("no line %s", qPrintable(id));
        return found->grade;
    }

private Q_SLOTS:
    void init()
    {
        m_desk = std::make_unique<LiveDesk>(true);
        QVERIFY(m_desk->connectLine());
        m_account = {m_desk->sid, m_desk->token, {}, {}};
        m_places = {QUrl(m_desk->company.origin()),
                    QUrl(u"http://127.0.0.1:%1"_s.arg(m_desk->server.port()))};
        m_asked = {m_desk->line,
                   u"show"_s,
                   m_desk->ann.phone,
                   calls::LineManners::defaults(),
                   m_desk->folder.filePath(u"numbers.json"_s),
                   true};
    }
    void cleanup() { m_desk.reset(); }

    void allIsWell()
    {
        check();
        QStringList ids;
        for (const calls::CheckLine &line : std::as_const(m_report.lines)) {
            ids << line.id;
            QVERIFY2(line.grade == CheckGrade::Fine, qPrintable(line.sentence));
        }
        QCOMPARE(ids, (QStringList{u"credentials"_s, u"number"_s, u"pointing"_s, u"signature"_s,
                                   u"fallback"_s, u"balance"_s, u"concurrency"_s, u"queue"_s, u"texts"_s,
                                   u"names"_s, u"phone"_s, u"clock"_s}));
        QCOMPARE(m_report.worst(), CheckGrade::Fine);
    }

    void changesNothing()
    {
        const auto before = m_desk->company.world().numbers().all();
        check();
        const auto after = m_desk->company.world().numbers().all();
        for (qsizetype i = 0; i < before.size(); ++i)
            QCOMPARE(after.at(i).updated, before.at(i).updated);
        QCOMPARE(m_desk->company.world().calls().list().size(), 0);
    }

    void credentials()
    {
        m_account.authToken = "wrong";
        check();
        QCOMPARE(m_report.lines.size(), 1); // nothing else could be asked
        QCOMPARE(grade(u"credentials"_s), CheckGrade::Failing);
        QCOMPARE(line(u"credentials"_s).mend, Mend::EnterAccount);
        m_account.authToken = m_desk->token;
        account().status = u"suspended"_s;
        check();
        QVERIFY(line(u"credentials"_s).sentence.contains(u"suspended"_s));
        account().status = u"active"_s;
        account().apiKeys.insert(u"SK1"_s, u"secret"_s);
        m_account.apiKey = u"SK1"_s;
        m_account.apiSecret = "other";
        check();
        QVERIFY(line(u"credentials"_s).sentence.contains(u"API key"_s));
    }

    void noWayToThePhoneCompany()
    {
        QTcpServer closed;
        QVERIFY(closed.listen(QHostAddress::LocalHost));
        m_places.restOrigin = QUrl(u"http://127.0.0.1:%1"_s.arg(closed.serverPort()));
        closed.close();
        check();
        QCOMPARE(grade(u"credentials"_s), CheckGrade::Failing);
        QVERIFY(line(u"credentials"_s).sentence.contains(u"cannot be reached"_s));
    }

    void aKeyThatMayNot()
    {
        account().apiKeys.insert(u"SK1"_s, u"secret"_s);
        account().keysMayNot = QStringList{u"IncomingPhoneNumbers"_s, u"Balance"_s, u"Messages"_s};
        m_account.apiKey = u"SK1"_s;
        m_account.apiSecret = "secret";
        check();
        QCOMPARE(grade(u"credentials"_s), CheckGrade::Fine);
        QCOMPARE(grade(u"number"_s), CheckGrade::Failing);
        QCOMPARE(line(u"number"_s).mend, Mend::EnterAccount);
        QCOMPARE(grade(u"balance"_s), CheckGrade::Warning);
        QVERIFY(m_report.find(u"pointing"_s) == nullptr);
        account().keysMayNot = QStringList{u"Messages"_s};
        check();
        QCOMPARE(grade(u"texts"_s), CheckGrade::Warning);
    }

    void numbers()
    {
        m_asked.line = u"+14155550199"_s;
        check();
        QCOMPARE(grade(u"number"_s), CheckGrade::Failing);
        QCOMPARE(line(u"number"_s).mend, Mend::ChooseNumber);
        m_asked.line.clear();
        check();
        QCOMPARE(grade(u"number"_s), CheckGrade::Failing);
        m_asked.line = m_desk->line;
        number({.trunkSid = u"TK1"_s});
        check();
        QVERIFY(line(u"number"_s).sentence.contains(u"trunk"_s));
        QVERIFY(m_report.find(u"pointing"_s) == nullptr);
    }

    void pointing()
    {
        number({.voiceUrl = u"https://ann:secret@old.example.com/voice"_s});
        check();
        QCOMPARE(grade(u"pointing"_s), CheckGrade::Failing);
        QCOMPARE(line(u"pointing"_s).mend, Mend::PointNumber);
        QVERIFY(line(u"pointing"_s).sentence.contains(u"old.example.com"_s));
        QVERIFY(!line(u"pointing"_s).sentence.contains(u"secret"_s));
        number({.voiceApplicationSid = m_desk->company.world().numbers().applications().first().sid});
        check();
        QVERIFY(line(u"pointing"_s).sentence.contains(u"TwiML app"_s));
        number({.voiceApplicationSid = QString()});
        QVERIFY(m_desk->connectLine());
        QVERIFY(m_desk->pointAway());
        check(); // callers should come here now, and do not
        QCOMPARE(grade(u"pointing"_s), CheckGrade::Failing);
        m_asked.isOpen = false;
        check();
        QCOMPARE(grade(u"pointing"_s), CheckGrade::Fine);
    }

    void withoutAPublicAddress()
    {
        m_places.publicUrl.clear();
        check(); // it is still sent to an address
        QCOMPARE(grade(u"pointing"_s), CheckGrade::Failing);
        QCOMPARE(grade(u"signature"_s), CheckGrade::Fine);
        QVERIFY(m_desk->pointAway());
        check();
        QCOMPARE(grade(u"pointing"_s), CheckGrade::Fine);
        QCOMPARE(grade(u"fallback"_s), CheckGrade::Fine);
    }

    void signatures()
    {
        account().secondToken = QString::fromLatin1(m_desk->token);
        account().authToken = u"another one"_s;
        check(); // it logs in, but does not sign
        QCOMPARE(grade(u"credentials"_s), CheckGrade::Fine);
        QCOMPARE(grade(u"signature"_s), CheckGrade::Failing);
        account().authToken = QString::fromLatin1(m_desk->token);
        m_places.publicUrl.setHost(u"localhost"_s); // reaches it, under a name that it does not know
        check();
        QCOMPARE(grade(u"signature"_s), CheckGrade::Failing);
        QVERIFY(line(u"signature"_s).sentence.contains(u"not recognised"_s));
        m_places.publicUrl = QUrl(m_desk->company.origin()); // somebody else answers there
        check();
        QCOMPARE(grade(u"signature"_s), CheckGrade::Failing);
        QVERIFY(line(u"signature"_s).sentence.contains(u"does not answer"_s));
        m_asked.isOpen = false;
        check();
        QCOMPARE(grade(u"signature"_s), CheckGrade::Warning);
        account().apiKeys.insert(u"SK1"_s, u"secret"_s);
        m_account = {m_desk->sid, {}, u"SK1"_s, "secret"};
        check();
        QCOMPARE(grade(u"signature"_s), CheckGrade::Failing);
        QVERIFY(line(u"signature"_s).sentence.contains(u"key alone"_s));
    }

    void fallback()
    {
        number({.voiceFallbackUrl = QString()});
        check();
        QCOMPARE(grade(u"fallback"_s), CheckGrade::Failing);
        QCOMPARE(line(u"fallback"_s).mend, Mend::PointNumber);
        number({.voiceFallbackUrl = u"https://old.example.com/"_s});
        check();
        QCOMPARE(grade(u"fallback"_s), CheckGrade::Failing);
    }

    void balance()
    {
        account().balance = u"4.20"_s;
        check();
        QCOMPARE(grade(u"balance"_s), CheckGrade::Warning);
        account().balance = u"-0.10"_s;
        check();
        QCOMPARE(grade(u"balance"_s), CheckGrade::Failing);
    }

    void trial()
    {
        account().type = u"Trial"_s;
        check();
        QCOMPARE(grade(u"concurrency"_s), CheckGrade::Warning);
        QVERIFY(line(u"concurrency"_s).sentence.contains(u"5 calls"_s));
        QCOMPARE(grade(u"texts"_s), CheckGrade::Warning);
        QCOMPARE(grade(u"phone"_s), CheckGrade::Failing);
        account().verified = QStringList{m_desk->ann.phone};
        check();
        QCOMPARE(grade(u"phone"_s), CheckGrade::Fine);
    }

    void aLimitThatWasMet()
    {
        m_asked.callsAtOnce = 3;
        check();
        QCOMPARE(grade(u"concurrency"_s), CheckGrade::Warning);
        QVERIFY(
            line(u"concurrency"_s)
                .sentence.contains(u"probably carries 3 calls at a time, your own phone is one of them"_s));
        m_asked.callsAtOnce = 12;
        check();
        QCOMPARE(grade(u"concurrency"_s), CheckGrade::Fine);
    }

    void queue()
    {
        const QString caller = m_desk->dial();
        QTRY_COMPARE_WITH_TIMEOUT(m_desk->place(caller), u"queue"_s, 30'000);
        m_asked.manners.mostWaiting = 2'000;
        check();
        QCOMPARE(grade(u"queue"_s), CheckGrade::Warning);
        auto &queues = m_desk->company.world().queues();
        simulator::Queue show;
        for (const simulator::Queue &each : queues.list())
            show = each;
        QVERIFY(queues.update(show.sid, {}, 1));
        check();
        QCOMPARE(grade(u"queue"_s), CheckGrade::Failing);
    }

    void texts()
    {
        m_asked.manners.textsOn = false;
        check();
        QCOMPARE(grade(u"texts"_s), CheckGrade::Fine);
        m_asked.manners.textsOn = true;
        account().textError = 30034;
        simulator::CreateMessage text;
        text.from = m_desk->line;
        text.to = u"+14085550142"_s;
        text.body = u"Thank you."_s;
        QVERIFY(m_desk->company.world().messages().create(text));
        QTRY_VERIFY_WITH_TIMEOUT((check(), grade(u"texts"_s) == CheckGrade::Failing), 20'000);
        QVERIFY(line(u"texts"_s).sentence.contains(u"30034"_s));
        m_asked.line = u"+12125550110"_s; // voice only
        check();
        QCOMPARE(grade(u"texts"_s), CheckGrade::Warning);
    }

    void names()
    {
        number({.callerIdLookup = false});
        check();
        QCOMPARE(grade(u"names"_s), CheckGrade::Warning);
    }

    void phone()
    {
        for (const QString &phone : {QString(), u"555 0100"_s, u"sip:nobody"_s, m_asked.line}) {
            m_asked.phone = phone;
            check();
            QCOMPARE(grade(u"phone"_s), CheckGrade::Failing);
            QCOMPARE(line(u"phone"_s).mend, Mend::ChoosePhone);
        }
        m_asked.phone = u"sip:ana@pbx.example.com"_s;
        check();
        QCOMPARE(grade(u"phone"_s), CheckGrade::Fine);
        QCOMPARE(line(u"phone"_s).mend, Mend::RingPhone);
    }

    void aClockThatIsWrong()
    {
        struct WrongClock final : calls::Clock
        {
            calls::SystemClock right;
            QDateTime now() const override { return right.now().addSecs(3'600); }
            void after(std::chrono::milliseconds delay, QObject *context, std::function<void()> act) override
            {
                right.after(delay, context, std::move(act));
            }
        } wrong;
        twilio::AccountCheck check(m_account, m_places, m_asked, m_desk->network, wrong);
        std::optional<calls::AccountReport> report;
        const auto running = store(&check, &report);
        QTRY_VERIFY_WITH_TIMEOUT(report.has_value(), 30'000);
        m_report = *report;
        QCOMPARE(grade(u"clock"_s), CheckGrade::Warning);
        QVERIFY(line(u"clock"_s).sentence.contains(u"fast"_s));
    }

    void mayBeLeftInTheMiddle()
    {
        m_desk->company.world().faults().latencyMilliseconds = 60'000;
        std::optional<calls::AccountReport> report;
        {
            twilio::AccountCheck check(m_account, m_places, m_asked, m_desk->network, m_desk->clock);
            const auto running = store(&check, &report);
            QVERIFY(!report);
        }
        m_desk->company.world().faults() = {};
    }
};

QTEST_GUILESS_MAIN(TestAccountCheck)
#include "test_account_check.moc"
