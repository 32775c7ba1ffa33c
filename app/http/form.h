// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>

#include <utility>

namespace anteroom::http {

/// Decoded fields of an application/x-www-form-urlencoded text, in order, repeated names kept. UTF-8, byte
/// for byte.
class Form
{
public:
    using Field = std::pair<QByteArray, QByteArray>;

    Form() = default;
    explicit Form(QList<Field> fields);
    /// Decodes a body or a query; '+' is a space, a broken percent sequence stays as it is.
    static Form decode(QByteArrayView encoded);
    QByteArray encode() const;

    const QList<Field> &fields() const { return m_fields; }
    bool contains(QByteArrayView name) const;
    QByteArray value(QByteArrayView name) const; ///< the first of that name; empty without one
    QString text(QByteArrayView name) const;     ///< the same, as UTF-8
    QList<QByteArray> values(QByteArrayView name) const;
    void add(QByteArray name, QByteArray value);

private:
    QList<Field> m_fields;
};

/// Percent-encodes everything but unreserved characters (RFC 3986, 2.3).
QByteArray percentEncode(QByteArrayView plain);

} // namespace anteroom::http
