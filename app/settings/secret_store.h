// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoroTask>

#include <QString>

#include <expected>

namespace anteroom::settings {

/// What opens the phone company's account. Never in a log, a file of ours or an argument list.
struct Secrets
{
    QString accountSid;
    QString authToken; ///< also checks the signature of webhooks
    QString apiKey;    ///< with its secret, used instead of the auth token for requests
    QString apiSecret;
    bool isEmpty() const { return *this == Secrets(); }
    bool operator==(const Secrets &) const = default;
};

/// Where secrets are kept. They are read and written as one set, so that halves of two accounts are never
/// mixed. The error is a sentence. Whoever calls keeps the store until the answer is there.
class SecretStore
{
public:
    virtual ~SecretStore() = default;
    virtual QCoro::Task<std::expected<Secrets, QString>> read() = 0; ///< an empty set where nothing is kept
    virtual QCoro::Task<std::expected<void, QString>> write(Secrets secrets) = 0;
    virtual QCoro::Task<std::expected<void, QString>> forget() = 0;
};

/// The first store that has something is the one that counts (the environment before the keychain); writing
/// and forgetting go to the second.
class SecretStorePair final : public SecretStore
{
public:
    SecretStorePair(SecretStore &first, SecretStore &second) : m_first(first), m_second(second) {}
    QCoro::Task<std::expected<Secrets, QString>> read() override;
    QCoro::Task<std::expected<void, QString>> write(Secrets secrets) override;
    QCoro::Task<std::expected<void, QString>> forget() override;

private:
    SecretStore &m_first;
    SecretStore &m_second;
};

} // namespace anteroom::settings
