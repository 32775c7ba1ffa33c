// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>
#include <QSet>
#include <QString>
#include <QStringList>

#include <expected>
#include <optional>

namespace anteroom::simulator::rest {

/// The JSON object of a control request, read field by field. The first thing that is wrong - no JSON, a
/// missing field, a wrong type, in the end a field nobody asked for - is kept as a sentence.
class ControlFields
{
public:
    explicit ControlFields(QByteArrayView body); ///< an empty body is an empty object

    QString text(const QString &name); ///< required
    std::optional<QString> maybeText(const QString &name);
    double number(const QString &name, double least, double most); ///< required
    std::optional<double> maybeNumber(const QString &name, double least, double most);
    std::optional<int> maybeInteger(const QString &name, int least, int most);
    std::optional<QString> maybeAmount(const QString &name); ///< of money, as a text or a number
    std::optional<bool> maybeBoolean(const QString &name);
    std::optional<QString> maybeOneOf(const QString &name, const QStringList &values);
    /// Every field as text; a number is written without a fraction, true and false as
    /// yes and no.
    QList<std::pair<QString, QString>> allTexts();

    void complain(const QString &sentence); ///< keeps the first
    /// Call last. Fields that nobody read are a mistake of the caller: a misspelt option must not pass for
    /// done.
    std::optional<QString> complaint() const;

private:
    std::optional<QJsonValue> take(const QString &name);

    QJsonObject m_object;
    QSet<QString> m_read;
    std::optional<QString> m_complaint;
};

} // namespace anteroom::simulator::rest
