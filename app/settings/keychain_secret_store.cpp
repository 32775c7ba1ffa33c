// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "settings/keychain_secret_store.h"

#include <QCoreApplication>
#include <QCoroFuture>
#include <QJsonDocument>
#include <QJsonObject>
#include <QPromise>

#include <qt6keychain/keychain.h>

#include <memory>

namespace anteroom::settings {

using namespace Qt::StringLiterals;

namespace {

const auto entry = u"twilio"_s;

/// Starts a job of which the caller stays the owner; the future finishes with it.
QFuture<void> run(QKeychain::Job &job)
{
    job.setAutoDelete(false);
    job.setInsecureFallback(false);
    auto promise = std::make_shared<QPromise<void>>();
    promise->start();
    QObject::connect(&job, &QKeychain::Job::finished, &job, [promise] { promise->finish(); });
    job.start();
    return promise->future();
}

QString saidOf(const QKeychain::Job &job)
{
    switch (job.error()) {
    case QKeychain::AccessDeniedByUser:
    case QKeychain::AccessDenied:
        return QCoreApplication::translate(
            "KeychainSecretStore",
            "The keychain did not let Anteroom in. Without the account's secrets no caller "
            "can be served. Unlock the keychain and try again.");
    case QKeychain::NoBackendAvailable:
    case QKeychain::NotImplemented:
        return QCoreApplication::translate(
            "KeychainSecretStore",
            "There is no keychain on this computer. Without the account's secrets no caller can be "
            "served. Start one, such as GNOME Keyring or KWallet, or hand the secrets over in the "
            "environment (TWILIO_ACCOUNT_SID, TWILIO_AUTH_TOKEN).");
    default:
        break;
    }
    return QCoreApplication::translate(
               "KeychainSecretStore",
               "The keychain does not work (%1). Without the account's secrets no caller can be "
               "served. Unlock the keychain and try again, or hand the secrets over in the "
               "environment.")
        .arg(job.errorString());
}

} // namespace

KeychainSecretStore::KeychainSecretStore(QString service) : m_service(std::move(service))
{
}

QCoro::Task<std::expected<Secrets, QString>> KeychainSecretStore::read()
{
    QKeychain::ReadPasswordJob job(m_service);
    job.setKey(entry);
    auto finished = run(job);
    co_await finished;
    if (job.error() == QKeychain::EntryNotFound)
        co_return Secrets();
    if (job.error() != QKeychain::NoError)
        co_return std::unexpected(saidOf(job));
    const auto object = QJsonDocument::fromJson(job.textData().toUtf8()).object();
    Secrets secrets;
    secrets.accountSid = object.value("account_sid"_L1).toString();
    secrets.authToken = object.value("auth_token"_L1).toString();
    secrets.apiKey = object.value("api_key"_L1).toString();
    secrets.apiSecret = object.value("api_secret"_L1).toString();
    co_return secrets;
}

QCoro::Task<std::expected<void, QString>> KeychainSecretStore::write(Secrets secrets)
{
    const QJsonObject object{{u"account_sid"_s, secrets.accountSid},
                             {u"auth_token"_s, secrets.authToken},
                             {u"api_key"_s, secrets.apiKey},
                             {u"api_secret"_s, secrets.apiSecret}};
    QKeychain::WritePasswordJob job(m_service);
    job.setKey(entry);
    job.setTextData(QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact)));
    auto finished = run(job);
    co_await finished;
    if (job.error() != QKeychain::NoError)
        co_return std::unexpected(saidOf(job));
    co_return std::expected<void, QString>();
}

QCoro::Task<std::expected<void, QString>> KeychainSecretStore::forget()
{
    QKeychain::DeletePasswordJob job(m_service);
    job.setKey(entry);
    auto finished = run(job);
    co_await finished;
    if (job.error() != QKeychain::NoError && job.error() != QKeychain::EntryNotFound)
        co_return std::unexpected(saidOf(job));
    co_return std::expected<void, QString>();
}

} // namespace anteroom::settings
