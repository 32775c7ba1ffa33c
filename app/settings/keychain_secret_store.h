// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "settings/secret_store.h"

namespace anteroom::settings {

/// The user's keychain: Secret Service or KWallet, the macOS keychain, the Windows credential store. One
/// entry holds the whole set, so that the user is asked once. There is no plain-text fallback: without a
/// keychain the error says so.
class KeychainSecretStore final : public SecretStore
{
public:
    explicit KeychainSecretStore(QString service = QStringLiteral("anteroom"));
    QCoro::Task<std::expected<Secrets, QString>> read() override;
    QCoro::Task<std::expected<void, QString>> write(Secrets secrets) override;
    QCoro::Task<std::expected<void, QString>> forget() override;

private:
    const QString m_service;
};

} // namespace anteroom::settings
