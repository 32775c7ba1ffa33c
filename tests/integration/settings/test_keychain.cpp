// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Runs itself again inside a D-Bus session of its own with a real GNOME Keyring, far from the developer's
// keychain.
#include "settings/keychain_secret_store.h"

#include <QProcess>
#include <QStandardPaths>
#include <QTest>

using namespace anteroom::settings;
using namespace Qt::StringLiterals;

namespace {
constexpr auto inside = "ANTEROOM_TEST_INSIDE_SESSION";
}

class TestKeychain : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void withoutAKeychainItIsSaid();
    void inASessionOfItsOwn();
    void keepsAndForgets();
};

void TestKeychain::withoutAKeychainItIsSaid()
{
    if (qEnvironmentVariableIsSet(inside))
        return;
    // No session bus at this address: whatever keychain the developer has is out of reach.
    qputenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent");
    KeychainSecretStore store(u"anteroom-test"_s);
    const Secrets secrets{u"AC1"_s, u"very secret"_s, {}, {}};
    const auto written = QCoro::waitFor(store.write(secrets));
    QVERIFY(!written);
    QVERIFY2(written.error().contains(u"keychain"_s), qPrintable(written.error()));
    QVERIFY(!written.error().contains(u"very secret"_s));
    QVERIFY(!QCoro::waitFor(store.read()));
}

void TestKeychain::inASessionOfItsOwn()
{
    if (qEnvironmentVariableIsSet(inside))
        return;
    for (const auto &program : {u"dbus-run-session"_s, u"gnome-keyring-daemon"_s}) {
        if (QStandardPaths::findExecutable(program).isEmpty())
            QSKIP(qPrintable(
                u"%1 is not installed: install dbus-daemon and gnome-keyring to run this test"_s.arg(
                    program)));
    }
    QProcess session;
    auto environment = QProcessEnvironment::systemEnvironment();
    environment.remove(u"DBUS_SESSION_BUS_ADDRESS"_s);
    environment.insert(QString::fromLatin1(inside), u"1"_s);
    session.setProcessEnvironment(environment);
    session.setProcessChannelMode(QProcess::MergedChannels);
    // The empty line is the password of a keyring that exists only in this test's home.
    session.start(
        u"dbus-run-session"_s,
        {u"--"_s, u"sh"_s, u"-c"_s,
         u"echo | gnome-keyring-daemon --unlock --components=secrets >/dev/null && exec \"$0\" keepsAndForgets"_s,
         QCoreApplication::applicationFilePath()});
    QVERIFY(session.waitForFinished(60'000));
    const QByteArray said = session.readAll();
    QVERIFY2(session.exitStatus() == QProcess::NormalExit && session.exitCode() == 0, said.constData());
    QVERIFY2(said.contains("PASS   : TestKeychain::keepsAndForgets"), said.constData());
}

void TestKeychain::keepsAndForgets()
{
    if (!qEnvironmentVariableIsSet(inside))
        return;
    KeychainSecretStore store(u"anteroom-test"_s);
    const auto nothing = QCoro::waitFor(store.read());
    QVERIFY2(nothing, qPrintable(nothing ? QString() : nothing.error()));
    QVERIFY(nothing->isEmpty());
    const Secrets secrets{u"AC1"_s, u"tökén \"'\\"_s, u"SK1"_s, u"secret"_s};
    const auto written = QCoro::waitFor(store.write(secrets));
    QVERIFY2(written, qPrintable(written ? QString() : written.error()));
    KeychainSecretStore again(u"anteroom-test"_s);
    QVERIFY(QCoro::waitFor(again.read()).value() == secrets);
    QVERIFY(QCoro::waitFor(again.forget()));
    QVERIFY(QCoro::waitFor(again.forget())); // nothing left to forget is no error
    QVERIFY(QCoro::waitFor(again.read())->isEmpty());
}

QTEST_GUILESS_MAIN(TestKeychain)
#include "test_keychain.moc"
