// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "settings/environment_secret_store.h"
#include "settings/memory_secret_store.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace anteroom::settings;
using namespace Qt::StringLiterals;

class TestSecretStores : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void memoryKeepsUntilForgotten();
    void environmentIsRead();
    void credentialsFolderIsRead();
    void environmentGoesBeforeTheFolder();
    void unreadableCredentialIsSaid();
    void environmentCannotBeWritten();
    void pairNeverMixesTwoAccounts();
};

namespace {
void writeFile(const QString &path, const QByteArray &content)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(content);
}
} // namespace

void TestSecretStores::memoryKeepsUntilForgotten()
{
    MemorySecretStore store;
    QVERIFY(QCoro::waitFor(store.read())->isEmpty());
    const Secrets secrets{u"AC1"_s, u"token"_s, {}, {}};
    QVERIFY(QCoro::waitFor(store.write(secrets)));
    QVERIFY(QCoro::waitFor(store.read()).value() == secrets);
    QVERIFY(QCoro::waitFor(store.forget()));
    QVERIFY(QCoro::waitFor(store.read())->isEmpty());
}

void TestSecretStores::environmentIsRead()
{
    QProcessEnvironment environment;
    environment.insert(u"TWILIO_ACCOUNT_SID"_s, u"AC1"_s);
    environment.insert(u"TWILIO_AUTH_TOKEN"_s, u"token"_s);
    environment.insert(u"TWILIO_API_KEY"_s, u"SK1"_s);
    environment.insert(u"TWILIO_API_SECRET"_s, u"secret"_s);
    EnvironmentSecretStore store(environment);
    const Secrets expected{u"AC1"_s, u"token"_s, u"SK1"_s, u"secret"_s};
    QVERIFY(QCoro::waitFor(store.read()).value() == expected);
    EnvironmentSecretStore nothing{QProcessEnvironment()};
    QVERIFY(QCoro::waitFor(nothing.read())->isEmpty());
}

void TestSecretStores::credentialsFolderIsRead()
{
    const QTemporaryDir folder;
    writeFile(folder.filePath(u"TWILIO_ACCOUNT_SID"_s), "AC2\n");
    writeFile(folder.filePath(u"TWILIO_AUTH_TOKEN"_s), "token2");
    QProcessEnvironment environment;
    environment.insert(u"CREDENTIALS_DIRECTORY"_s, folder.path());
    EnvironmentSecretStore store(environment);
    const Secrets expected{u"AC2"_s, u"token2"_s, {}, {}};
    QVERIFY(QCoro::waitFor(store.read()).value() == expected);
}

void TestSecretStores::environmentGoesBeforeTheFolder()
{
    const QTemporaryDir folder;
    writeFile(folder.filePath(u"TWILIO_AUTH_TOKEN"_s), "from the folder");
    QProcessEnvironment environment;
    environment.insert(u"CREDENTIALS_DIRECTORY"_s, folder.path());
    environment.insert(u"TWILIO_AUTH_TOKEN"_s, u"from the environment"_s);
    EnvironmentSecretStore store(environment);
    QCOMPARE(QCoro::waitFor(store.read())->authToken, u"from the environment"_s);
}

void TestSecretStores::unreadableCredentialIsSaid()
{
    const QTemporaryDir folder;
    QVERIFY(QDir(folder.path())
                .mkdir(u"TWILIO_AUTH_TOKEN"_s)); // there, but cannot be opened as a file, even by root
    QProcessEnvironment environment;
    environment.insert(u"CREDENTIALS_DIRECTORY"_s, folder.path());
    EnvironmentSecretStore store(environment);
    const auto read = QCoro::waitFor(store.read());
    QVERIFY(!read);
    QVERIFY2(read.error().contains(u"TWILIO_AUTH_TOKEN"_s), qPrintable(read.error()));
}

void TestSecretStores::environmentCannotBeWritten()
{
    EnvironmentSecretStore store{QProcessEnvironment()};
    const Secrets secrets{u"AC1"_s, u"very secret"_s, {}, {}};
    const auto written = QCoro::waitFor(store.write(secrets));
    QVERIFY(!written);
    QVERIFY(!written.error().contains(u"very secret"_s));
    QVERIFY(!QCoro::waitFor(store.forget()));
}

void TestSecretStores::pairNeverMixesTwoAccounts()
{
    QProcessEnvironment environment;
    environment.insert(u"TWILIO_ACCOUNT_SID"_s, u"AC1"_s);
    EnvironmentSecretStore first(environment);
    const Secrets kept{u"AC2"_s, u"token2"_s, {}, {}};
    MemorySecretStore second(kept);
    SecretStorePair pair(first, second);
    const Secrets expected{u"AC1"_s, {}, {}, {}};
    QVERIFY(QCoro::waitFor(pair.read()).value() == expected);

    EnvironmentSecretStore empty{QProcessEnvironment()};
    SecretStorePair other(empty, second);
    QVERIFY(QCoro::waitFor(other.read()).value() == kept);
    QVERIFY(QCoro::waitFor(other.forget()));
    QVERIFY(QCoro::waitFor(other.read())->isEmpty());
}

QTEST_GUILESS_MAIN(TestSecretStores)
#include "test_secret_stores.moc"
