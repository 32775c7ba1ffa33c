// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/desk.h"
#include "desk/local_mirror.h"
#include "settings/settings.h"
#include "simulator/calls.h"
#include "simulator/numbers.h"
#include "simulator/phone_company.h"
#include "simulator/phones.h"
#include "ui/application.h"
#include "ui/cards/call_card.h"
#include "ui/queue/call_queue_model.h"
#include "ui/queue/queue_view.h"
#include "ui/window.h"

#include <QAbstractButton>
#include <QApplication>
#include <QPlainTextEdit>
#include <QSignalSpy>
#include <QTcpServer>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace anteroom;

namespace {

const QString account = u"AC"_s + QString(32, u'7');
const QString myPhone = u"+14155550177"_s;
constexpr int patience = 30'000; ///< a slow machine under sanitizers; nothing here lasts as long by itself

quint16 freePort()
{
    QTcpServer probe;
    probe.listen(QHostAddress::LocalHost);
    return probe.serverPort();
}

} // namespace

/// The real window on the real desk, against the simulated phone company: what a person at the desk does, by
/// keyboard.
class TestScreening : public QObject
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<simulator::PhoneCompany> m_company;
    std::unique_ptr<settings::Settings> m_settings;
    std::unique_ptr<desk::Desk> m_desk;
    std::unique_ptr<desk::LocalMirror> m_mirror;
    std::unique_ptr<ui::Theme> m_theme;
    std::unique_ptr<ui::MainWindow> m_window;
    QString m_line;

    void openDesk()
    {
        desk::Options options;
        options.listen = desk::Endpoint{QHostAddress(QHostAddress::LocalHost), freePort()};
        options.publicUrl = QUrl(u"http://127.0.0.1:%1"_s.arg(options.listen->port));
        options.twilioUrl = QUrl(m_company->origin());
        options.dataDir = m_folder->filePath(u"data"_s);
        options.line = m_line;
        options.queue = u"morning-talk"_s;
        options.seat.phone = myPhone;
        options.connectNumber = true;
        m_settings = std::make_unique<settings::Settings>(m_folder->filePath(u"settings.json"_s));
        m_desk = std::make_unique<desk::Desk>(options, *m_settings);
        QSignalSpy ready(m_desk.get(), &desk::Desk::ready);
        QSignalSpy failed(m_desk.get(), &desk::Desk::failed);
        connect(m_desk.get(), &desk::Desk::engineMade, this, [this] {
            m_mirror = std::make_unique<desk::LocalMirror>(*m_desk->engine());
            ui::WindowOptions window;
            window.tray = false;
            window.choices.sound = false;
            window.choices.notifications = false;
            m_window = std::make_unique<ui::MainWindow>(*m_mirror, *m_theme, window);
            m_window->show();
        });
        m_desk->start();
        QTRY_VERIFY_WITH_TIMEOUT(!ready.isEmpty() || !failed.isEmpty(), patience);
        QVERIFY2(failed.isEmpty(), qPrintable(failed.value(0).value(0).toString()));
    }

    QString dials(const QString &name, const QString &number)
    {
        simulator::IncomingCall call;
        call.from = number;
        call.to = m_line;
        call.callerName = name;
        call.region = {u"OAKLAND"_s, u"CA"_s, u"94601"_s, u"US"_s};
        return m_company->world().calls().dial(call)->sid;
    }
    ui::QueueView *queue() const { return m_window->findChild<ui::QueueView *>(u"queue"_s); }
    QStringList names() const
    {
        QStringList names;
        for (int row = 0; row < queue()->model()->rowCount(); ++row)
            names
                << queue()->model()->index(row, ui::CallQueueModel::Caller).data(Qt::DisplayRole).toString();
        return names;
    }
    bool shows(const QString &name) const
    {
        return std::ranges::any_of(names(), [&](const QString &shown) { return shown.startsWith(name); });
    }
    void choose(const QString &name)
    {
        for (int row = 0; row < queue()->model()->rowCount(); ++row) {
            const auto index = queue()->model()->index(row, ui::CallQueueModel::Caller);
            if (index.data(Qt::DisplayRole).toString().startsWith(name))
                queue()->setCurrentIndex(index);
        }
        queue()->setFocus();
    }
    QString placeOf(const QString &sid) const { return m_company->world().calls().whereabouts(sid).place; }
    calls::Call known(const QString &sid) const { return m_mirror->calls().value(sid); }
    QStringList cards() const
    {
        QStringList titles;
        for (const auto *card : m_window->findChildren<ui::CallCard *>())
            if (card->isVisible())
                titles << card->accessibleName();
        return titles;
    }
    int timesMyPhoneWasRung() const
    {
        return int(std::ranges::count_if(m_company->world().calls().list(),
                                         [](const auto &call) { return call.to == myPhone; }));
    }

private Q_SLOTS:
    void initTestCase()
    {
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
        ui::prepareApplication(*qApp);
        desk::prepareApplication();
        m_theme = std::make_unique<ui::Theme>(*qApp, ui::Theme::Choice::Light);
        qputenv("TWILIO_ACCOUNT_SID", account.toLatin1());
        qputenv("TWILIO_AUTH_TOKEN", "0123456789abcdef0123456789abcdef");
    }

    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_company = std::make_unique<simulator::PhoneCompany>(
            simulator::WorldOptions{account, u"0123456789abcdef0123456789abcdef"_s, 1});
        QVERIFY(m_company->listen(QHostAddress(QHostAddress::LocalHost), 0));
        auto &world = m_company->world();
        world.clock().setSpeed(10);
        m_line = world.numbers().all().first().number;
        simulator::PhoneBehaviour mine;
        mine.press = u"1"_s;
        world.phones().set(myPhone, mine);
        openDesk();
    }

    void cleanup()
    {
        QSignalSpy stopped(m_desk.get(), &desk::Desk::stopped);
        m_desk->stop();
        QTRY_VERIFY_WITH_TIMEOUT(!stopped.isEmpty(), patience);
        m_window.reset();
        m_mirror.reset();
        m_desk.reset();
        m_company.reset();
    }

    void aChosenCallerIsPulledPutBackAndHungUp()
    {
        const QString ann = dials(u"Ann Lee"_s, u"+15105550111"_s);
        QTRY_VERIFY_WITH_TIMEOUT(shows(u"Ann Lee"_s), patience);
        const QString ben = dials(u"Ben Okoye"_s, u"+15105550112"_s);
        QTRY_VERIFY_WITH_TIMEOUT(shows(u"Ben Okoye"_s), patience);
        QTRY_COMPARE_WITH_TIMEOUT(placeOf(ben), u"queue"_s, patience);
        QTRY_COMPARE_WITH_TIMEOUT(known(ben).state, calls::CallState::Waiting, patience);

        choose(u"Ben Okoye"_s);
        QTest::keyClick(queue(), Qt::Key_Return);
        QTRY_COMPARE_WITH_TIMEOUT(known(ben).state, calls::CallState::Connected, patience);
        QTRY_COMPARE_WITH_TIMEOUT(placeOf(ben), u"conference"_s, patience);
        QCOMPARE(placeOf(ann), u"queue"_s);
        QTRY_VERIFY_WITH_TIMEOUT(cards().join(u' ').contains(u"Ben Okoye"_s), patience);
        QCOMPARE(timesMyPhoneWasRung(), 1);

        const QDateTime arrived = known(ben).arrival;
        QTest::keyClick(m_window.get(), Qt::Key_H);
        QTRY_COMPARE_WITH_TIMEOUT(known(ben).state, calls::CallState::Waiting, patience);
        QTRY_COMPARE_WITH_TIMEOUT(placeOf(ben), u"queue"_s, patience);
        QCOMPARE(known(ben).arrival, arrived);

        m_company->world().calls().hangUp(ann).value();
        QTRY_COMPARE_WITH_TIMEOUT(known(ann).outcome, calls::Outcome::Abandoned, patience);
    }

    void aBusyPhoneCostsTheCallerNothing()
    {
        simulator::PhoneBehaviour busy;
        busy.kind = simulator::PhoneBehaviour::Kind::Busy;
        m_company->world().phones().set(myPhone, busy);
        const QString ann = dials(u"Ann Lee"_s, u"+15105550111"_s);
        QTRY_COMPARE_WITH_TIMEOUT(known(ann).state, calls::CallState::Waiting, patience);
        choose(u"Ann Lee"_s);
        QTest::keyClick(queue(), Qt::Key_Return);
        QTRY_VERIFY_WITH_TIMEOUT(
            !known(ann).remark.isEmpty() && known(ann).state == calls::CallState::Waiting, patience);
        QCOMPARE(placeOf(ann), u"queue"_s);
        QCOMPARE(timesMyPhoneWasRung(), 1);
    }

    void notesAndVoicemailByKeyboard()
    {
        const QString ann = dials(u"Ann Lee"_s, u"+15105550111"_s);
        QTRY_COMPARE_WITH_TIMEOUT(known(ann).state, calls::CallState::Waiting, patience);
        choose(u"Ann Lee"_s);
        QTest::keyClick(m_window.get(), Qt::Key_R);
        QTRY_COMPARE_WITH_TIMEOUT(known(ann).screening, calls::Screening::Ready, patience);
        auto *notes = m_window->findChild<QPlainTextEdit *>(u"notes"_s);
        QVERIFY(notes);
        notes->setFocus();
        QTest::keyClicks(notes, u"Was a landlord"_s);
        QTRY_COMPARE_WITH_TIMEOUT(known(ann).notes, u"Was a landlord"_s, patience);
        choose(u"Ann Lee"_s);
        QTest::keyClick(m_window.get(), Qt::Key_V);
        QTRY_COMPARE_WITH_TIMEOUT(known(ann).state, calls::CallState::LeavingMessage, patience);
        QTRY_COMPARE_WITH_TIMEOUT(placeOf(ann), u"recording"_s, patience);
        QVERIFY(m_company->world().calls().speak(ann, 20s));
        QTRY_VERIFY_WITH_TIMEOUT(!m_mirror->messages().isEmpty(), patience);
        QTRY_COMPARE_WITH_TIMEOUT(known(ann).outcome, calls::Outcome::Voicemail, patience);
    }
};

QTEST_MAIN(TestScreening)
#include "test_screening.moc"
