// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "settings/environment_secret_store.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>

#include <array>
#include <utility>

namespace anteroom::settings {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 longestSecret = 4096;

std::expected<void, QString> refusal()
{
    return std::unexpected(QCoreApplication::translate(
        "EnvironmentSecretStore",
        "The account's secrets come from the environment and cannot be changed here. Nothing has "
        "changed. Change them where Anteroom is started."));
}

} // namespace

EnvironmentSecretStore::EnvironmentSecretStore(const QProcessEnvironment &environment)
    : m_environment(environment)
{
}

std::expected<QString, QString> EnvironmentSecretStore::find(const QString &name) const
{
    if (QString value = m_environment.value(name).trimmed(); !value.isEmpty())
        return value;
    const QString folder = m_environment.value(u"CREDENTIALS_DIRECTORY"_s);
    if (folder.isEmpty())
        return QString();
    QFile file(QDir(folder).filePath(name));
    if (!file.exists())
        return QString();
    if (!file.open(QIODevice::ReadOnly)) {
        return std::unexpected(
            QCoreApplication::translate("EnvironmentSecretStore",
                                        "The secret %1 in the credentials folder cannot be read "
                                        "(%2). Without it no caller can be served. See to its "
                                        "permissions and start Anteroom again.")
                .arg(name, file.errorString()));
    }
    return QString::fromUtf8(file.read(longestSecret)).trimmed();
}

QCoro::Task<std::expected<Secrets, QString>> EnvironmentSecretStore::read()
{
    Secrets secrets;
    const std::array fields{std::pair{u"TWILIO_ACCOUNT_SID"_s, &secrets.accountSid},
                            std::pair{u"TWILIO_AUTH_TOKEN"_s, &secrets.authToken},
                            std::pair{u"TWILIO_API_KEY"_s, &secrets.apiKey},
                            std::pair{u"TWILIO_API_SECRET"_s, &secrets.apiSecret}};
    for (const auto &[name, field] : fields) {
        const auto found = find(name);
        if (!found)
            co_return std::unexpected(found.error());
        *field = *found;
    }
    co_return secrets;
}

QCoro::Task<std::expected<void, QString>> EnvironmentSecretStore::write(Secrets)
{
    co_return refusal();
}

QCoro::Task<std::expected<void, QString>> EnvironmentSecretStore::forget()
{
    co_return refusal();
}

} // namespace anteroom::settings
