// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/form.h"

#include <algorithm>

namespace anteroom::http {

namespace {

int hexValue(char c)
{
    if (c >= '0' && c <= '9')
        return c - '0';
    if (c >= 'a' && c <= 'f')
        return c - 'a' + 10;
    if (c >= 'A' && c <= 'F')
        return c - 'A' + 10;
    return -1;
}

QByteArray decodePart(QByteArrayView encoded)
{
    QByteArray plain = encoded.toByteArray();
    const char *const begin = plain.cbegin();
    const char *const end = plain.cend();
    const char *read = std::find_if(begin, end, [](char c) { return c == '+' || c == '%'; });
    if (read == end) // most values of a webhook are plain
        return plain;
    char *write = plain.data() + (read - begin);
    read = write;
    const char *const last = plain.data() + plain.size();
    while (read != last) {
        if (*read == '%' && last - read > 2) {
            const int high = hexValue(read[1]);
            const int low = hexValue(read[2]);
            if (high >= 0 && low >= 0) {
                *write++ = static_cast<char>(high * 16 + low);
                read += 3;
                continue;
            }
        }
        *write++ = *read == '+' ? ' ' : *read;
        ++read;
    }
    plain.truncate(write - plain.constData());
    return plain;
}

bool isUnreserved(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' ||
           c == '.' || c == '_' || c == '~';
}

void appendEncoded(QByteArray &out, QByteArrayView plain, bool plusForSpace)
{
    static constexpr char digits[] = "0123456789ABCDEF";
    for (const char c : plain) {
        if (isUnreserved(c)) {
            out.append(c);
        } else if (c == ' ' && plusForSpace) {
            out.append('+');
        } else {
            const auto byte = static_cast<unsigned char>(c);
            out.append('%').append(digits[byte >> 4]).append(digits[byte & 15]);
        }
    }
}

} // namespace

Form::Form(QList<Field> fields) : m_fields(std::move(fields))
{
}

Form Form::decode(QByteArrayView encoded)
{
    Form form;
    form.m_fields.reserve(encoded.isEmpty() ? 0 : std::min<qsizetype>(encoded.count('&') + 1, 64));
    while (!encoded.isEmpty()) {
        const qsizetype amp = encoded.indexOf('&');
        const QByteArrayView piece = amp < 0 ? encoded : encoded.first(amp);
        encoded = amp < 0 ? QByteArrayView() : encoded.sliced(amp + 1);
        if (piece.isEmpty())
            continue;
        const qsizetype equals = piece.indexOf('=');
        if (equals < 0)
            form.m_fields.emplaceBack(decodePart(piece), QByteArray());
        else
            form.m_fields.emplaceBack(decodePart(piece.first(equals)), decodePart(piece.sliced(equals + 1)));
    }
    return form;
}

QByteArray Form::encode() const
{
    QByteArray out;
    for (const auto &[name, value] : m_fields) {
        if (!out.isEmpty())
            out.append('&');
        appendEncoded(out, name, true);
        out.append('=');
        appendEncoded(out, value, true);
    }
    return out;
}

bool Form::contains(QByteArrayView name) const
{
    return std::any_of(m_fields.cbegin(), m_fields.cend(),
                       [&](const Field &field) { return field.first == name; });
}

QByteArray Form::value(QByteArrayView name) const
{
    for (const auto &[key, value] : m_fields) {
        if (key == name)
            return value;
    }
    return {};
}

QString Form::text(QByteArrayView name) const
{
    return QString::fromUtf8(value(name));
}

QList<QByteArray> Form::values(QByteArrayView name) const
{
    QList<QByteArray> found;
    for (const auto &[key, value] : m_fields) {
        if (key == name)
            found.append(value);
    }
    return found;
}

void Form::add(QByteArray name, QByteArray value)
{
    m_fields.emplaceBack(std::move(name), std::move(value));
}

QByteArray percentEncode(QByteArrayView plain)
{
    QByteArray out;
    out.reserve(plain.size());
    appendEncoded(out, plain, false);
    return out;
}

} // namespace anteroom::http
