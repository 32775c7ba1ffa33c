// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QProcess>
#include <QTcpSocket>
#include <QTest>
#include <QUrl>

using namespace Qt::StringLiterals;

namespace {

QProcessEnvironment account()
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"TWILIO_ACCOUNT_SID"_s, u"AC00000000000000000000000000000001"_s);
    environment.insert(u"TWILIO_AUTH_TOKEN"_s, u"token"_s);
    return environment;
}

void start(QProcess &process, const QStringList &arguments,
           const QProcessEnvironment &environment = account())
{
    process.setProcessEnvironment(environment);
    process.start(QStringLiteral(ANTEROOM_SIMULATOR), arguments);
}

} // namespace

class TestSimulatorProgram : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void listensSaysSoAndStops()
    {
        QProcess process;
        start(process, {u"--listen"_s, u"127.0.0.1:0"_s, u"--speed"_s, u"10"_s});
        QByteArray output;
        QTRY_VERIFY_WITH_TIMEOUT((output += process.readAllStandardOutput()).contains('\n'), 20'000);
        QVERIFY2(output.startsWith("listening http://127.0.0.1:"), output.constData());
        const QUrl url(QString::fromLatin1(output.trimmed().mid(10)));
        QVERIFY(url.port() > 0);
        QTcpSocket socket;
        socket.connectToHost(url.host(), quint16(url.port()));
        QTRY_COMPARE(socket.state(), QAbstractSocket::ConnectedState);
        process.terminate();
        QTRY_COMPARE_WITH_TIMEOUT(process.state(), QProcess::NotRunning, 5'000);
        QCOMPARE(process.exitStatus(), QProcess::NormalExit);
        QCOMPARE(process.exitCode(), 0);
    }

    void refusesToStart_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<QString>("without");
        QTest::addColumn<int>("exitCode");
        QTest::newRow("no account") << QStringList() << u"TWILIO_ACCOUNT_SID"_s << 2;
        QTest::newRow("no token") << QStringList() << u"TWILIO_AUTH_TOKEN"_s << 2;
        QTest::newRow("open to the network") << QStringList{u"--listen"_s, u"0.0.0.0:0"_s} << QString() << 2;
        QTest::newRow("no address") << QStringList{u"--listen"_s, u"here"_s} << QString() << 2;
        QTest::newRow("no port") << QStringList{u"--listen"_s, u"127.0.0.1:x"_s} << QString() << 2;
        QTest::newRow("speed") << QStringList{u"--speed"_s, u"0"_s} << QString() << 2;
        QTest::newRow("speed that is no number") << QStringList{u"--speed"_s, u"nan"_s} << QString() << 2;
        QTest::newRow("seed") << QStringList{u"--seed"_s, u"x"_s} << QString() << 2;
        QTest::newRow("callers") << QStringList{u"--callers"_s, u"-1"_s} << QString() << 2;
        QTest::newRow("arrivals") << QStringList{u"--arrivals"_s, u"often"_s} << QString() << 2;
        QTest::newRow("unknown option") << QStringList{u"--loud"_s} << QString() << 2;
        QTest::newRow("stray word") << QStringList{u"loud"_s} << QString() << 2;
    }

    void refusesToStart()
    {
        QFETCH(QStringList, arguments);
        QFETCH(QString, without);
        QFETCH(int, exitCode);
        QProcessEnvironment environment = account();
        environment.remove(without);
        QProcess process;
        start(process, arguments, environment);
        QVERIFY(process.waitForFinished(20'000));
        QCOMPARE(process.exitCode(), exitCode);
        QVERIFY(process.readAllStandardOutput().isEmpty());
        QVERIFY(process.readAllStandardError().trimmed().size() > 15);
    }

    void helpAndVersion()
    {
        QProcess process;
        start(process, {u"--help"_s}, QProcessEnvironment::systemEnvironment());
        QVERIFY(process.waitForFinished(20'000));
        QCOMPARE(process.exitCode(), 0);
        QVERIFY(process.readAllStandardOutput().contains("--listen"));
        start(process, {u"--version"_s}, QProcessEnvironment::systemEnvironment());
        QVERIFY(process.waitForFinished(20'000));
        QCOMPARE(process.exitCode(), 0);
        QVERIFY(process.readAllStandardOutput().startsWith("anteroom-simulator "));
    }
};

QTEST_GUILESS_MAIN(TestSimulatorProgram)
#include "test_simulator_program.moc"
