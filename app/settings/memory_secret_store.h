// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "settings/secret_store.h"

namespace anteroom::settings {

/// Kept until the program ends: for rehearsals, and where there is no keychain and the user types them in at
/// each start.
class MemorySecretStore final : public SecretStore
{
public:
    explicit MemorySecretStore(Secrets secrets = {}) : m_secrets(std::move(secrets)) {}
    QCoro::Task<std::expected<Secrets, QString>> read() override;
    QCoro::Task<std::expected<void, QString>> write(Secrets secrets) override;
    QCoro::Task<std::expected<void, QString>> forget() override;

private:
    Secrets m_secrets;
};

} // namespace anteroom::settings
