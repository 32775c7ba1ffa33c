// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "settings/secret_store.h"

namespace anteroom::settings {

QCoro::Task<std::expected<Secrets, QString>> SecretStorePair::read()
{
    auto found = co_await m_first.read();
    if (!found || !found->isEmpty())
        co_return found;
    auto second = co_await m_second.read();
    co_return second;
}

QCoro::Task<std::expected<void, QString>> SecretStorePair::write(Secrets secrets)
{
    auto written = co_await m_second.write(std::move(secrets));
    co_return written;
}

QCoro::Task<std::expected<void, QString>> SecretStorePair::forget()
{
    auto forgotten = co_await m_second.forget();
    co_return forgotten;
}

} // namespace anteroom::settings
