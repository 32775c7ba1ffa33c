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

/// Writes what is decoded, which is never longer, and answers where it ends.
char *decodePart(QByteArrayView encoded, char *write)
{
    const char *read = encoded.cbegin();
    const char *const end = encoded.cend();
    while (read != end) {
        if (*read == '%' && end - read > 2) {
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
    return write;
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

Form::Form(const QList<Field> &fields)
{
    for (const auto &[name, value] : fields)
        add(name, value);
}

Form Form::decode(QByteArrayView encoded)
{
    Form form;
    if (encoded.isEmpty())
        return form;
    form.m_text.resize(encoded.size());
    form.m_places.reserve(std::min<qsizetype>(std::count(encoded.begin(), encoded.end(), '&') + 1, 64));
    char *const begin = form.m_text.data();
    char *end = begin;
    while (!encoded.isEmpty()) {
        const qsizetype amp = encoded.indexOf('&');
        const QByteArrayView piece = amp < 0 ? encoded : encoded.first(amp);
        encoded = amp < 0 ? QByteArrayView() : encoded.sliced(amp + 1);
        if (piece.isEmpty())
            continue;
        const qsizetype equals = piece.indexOf('=');
        char *const name = end;
        char *const value = decodePart(equals < 0 ? piece : piece.first(equals), name);
        end = equals < 0 ? value : decodePart(piece.sliced(equals + 1), value);
        form.m_places.append({name - begin, value - name, end - value});
    }
    form.m_text.truncate(end - begin);
    return form;
}

QByteArray Form::encode() const
{
    QByteArray out;
    for (const Place &place : m_places) {
        if (!out.isEmpty())
            out.append('&');
        appendEncoded(out, nameAt(place), true);
        out.append('=');
        appendEncoded(out, valueAt(place), true);
    }
    return out;
}

QList<Form::Field> Form::fields() const
{
    QList<Field> all;
    all.reserve(m_places.size());
    for (const Place &place : m_places)
        all.emplaceBack(nameAt(place).toByteArray(), valueAt(place).toByteArray());
    return all;
}

QList<Form::FieldView> Form::views() const
{
    QList<FieldView> all;
    all.reserve(m_places.size());
    for (const Place &place : m_places)
        all.emplaceBack(nameAt(place), valueAt(place));
    return all;
}

const Form::Place *Form::find(QByteArrayView name) const
{
    for (const Place &place : m_places) {
        if (nameAt(place) == name)
            return &place;
    }
    return nullptr;
}

bool Form::contains(QByteArrayView name) const
{
    return find(name) != nullptr;
}

QByteArray Form::value(QByteArrayView name) const
{
    const Place *const place = find(name);
    return place ? valueAt(*place).toByteArray() : QByteArray();
}

QString Form::text(QByteArrayView name) const
{
    const Place *const place = find(name);
    return place ? QString::fromUtf8(valueAt(*place)) : QString();
}

QList<QByteArray> Form::values(QByteArrayView name) const
{
    QList<QByteArray> found;
    for (const Place &place : m_places) {
        if (nameAt(place) == name)
            found.append(valueAt(place).toByteArray());
    }
    return found;
}

void Form::add(QByteArrayView name, QByteArrayView value)
{
    m_places.append({m_text.size(), name.size(), value.size()});
    m_text.append(name).append(value);
}

QByteArray percentEncode(QByteArrayView plain)
{
    QByteArray out;
    out.reserve(plain.size());
    appendEncoded(out, plain, false);
    return out;
}

} // namespace anteroom::http
