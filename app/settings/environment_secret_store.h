// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "settings/secret_store.h"

#include <QProcessEnvironment>

namespace anteroom::settings {

/// Secrets that whoever starts the program hands over: TWILIO_ACCOUNT_SID, TWILIO_AUTH_TOKEN, TWILIO_API_KEY
/// and TWILIO_API_SECRET in the environment, or else files of these names in $CREDENTIALS_DIRECTORY
/// (systemd.exec(5)). Cannot be written.
class EnvironmentSecretStore final : public SecretStore
{
public:
    explicit EnvironmentSecretStore(
        const QProcessEnvironment &environment = QProcessEnvironment::systemEnvironment());
    QCoro::Task<std::expected<Secrets, QString>> read() override;
    QCoro::Task<std::expected<void, QString>> write(Secrets secrets) override;
    QCoro::Task<std::expected<void, QString>> forget() override;

private:
    std::expected<QString, QString> find(const QString &name) const;
    const QProcessEnvironment m_environment;
};

} // namespace anteroom::settings
