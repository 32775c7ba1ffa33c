// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMap>
#include <QString>
#include <QStringList>

#include <expected>
#include <optional>

namespace anteroom::twilio {

/// What a number was set to before we changed it, and what we have ever written into it.
struct KeptNumber
{
    QMap<QString, QString> before;   ///< by parameter name
    QMap<QString, QStringList> ours; ///< so that only our own values are ever taken back
    bool operator==(const KeptNumber &) const = default;
};

/// Remembers that in a small file, readable by its owner alone (an address may carry somebody's password).
/// Errors are sentences.
class NumberBook
{
public:
    explicit NumberBook(QString file);

    std::expected<std::optional<KeptNumber>, QString> find(const QString &number) const;
    std::expected<void, QString> keep(const QString &number, const KeptNumber &kept);
    std::expected<void, QString> forget(const QString &number);

private:
    std::expected<QMap<QString, KeptNumber>, QString> load() const;
    std::expected<void, QString> save(const QMap<QString, KeptNumber> &book) const;

    QString m_file;
};

} // namespace anteroom::twilio
