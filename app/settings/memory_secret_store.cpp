// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "settings/memory_secret_store.h"

namespace anteroom::settings {

QCoro::Task<std::expected<Secrets, QString>> MemorySecretStore::read()
{
    co_return m_secrets;
}

QCoro::Task<std::expected<void, QString>> MemorySecretStore::write(Secrets secrets)
{
    m_secrets = std::move(secrets);
    co_return std::expected<void, QString>();
}

QCoro::Task<std::expected<void, QString>> MemorySecretStore::forget()
{
    m_secrets = {};
    co_return std::expected<void, QString>();
}

} // namespace anteroom::settings
