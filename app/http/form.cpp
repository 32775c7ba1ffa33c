// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/form.h"

#include <array>
#include <optional>

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

/// Almost all bytes of a form mean themselves, so that is asked first, and of a table: a switch alone would
/// compare each of them with everything that it is not.
constexpr auto isSpecial = [] {
    std::array<bool, 256> special{};
    for (const char c : {'&', '=', '+', '%'})
        special[static_cast<unsigned char>(c)] = true;
    return special;
}();

/// The byte that a percent sequence stands for; nothing if it is broken.
std::optional<char> percentDecoded(const char *read, const char *end)
{
    if (end - read < 3)
        return std::nullopt;
    const int high = hexValue(read[1]);
    const int low = hexValue(read[2]);
    return high < 0 || low < 0 ? std::nullopt : std::optional(static_cast<char>(high * 16 + low));
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
    constexpr qsizetype usualFields = 32;
    Form form;
    if (encoded.isEmpty())
        return form;
    form.m_places.reserve(usualFields);
    form.m_text.resize(encoded.size()); // what is decoded is never longer
    char *write = form.m_text.data();
    const char *const begin = write;
    const char *name = write;
    const char *value = nullptr; // no '=' yet
    // Where to write is handed over, or it could not be kept in a register from byte to byte.
    const auto endField = [&](char *at) {
        if (at == name && !value)
            return; // nothing between two '&'
        const char *const nameEnd = value ? value : at;
        form.m_places.append({name - begin, nameEnd - name, at - nameEnd});
        name = at;
        value = nullptr;
    };
    const char *const end = encoded.cend();
    for (const char *read = encoded.cbegin(); read != end; ++read) {
        const char c = *read;
        if (!isSpecial[static_cast<unsigned char>(c)]) {
            *write++ = c;
        } else if (c == '&') {
            endField(write);
        } else if (c == '=' && !value) {
            value = write;
        } else if (c == '+') {
            *write++ = ' ';
        } else if (const auto decoded = c == '%' ? percentDecoded(read, end) : std::nullopt) {
            *write++ = *decoded;
            read += 2;
        } else {
            *write++ = c;
        }
    }
    endField(write);
    form.m_text.truncate(write - begin);
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

QByteArrayView Form::view(QByteArrayView name) const
{
    const Place *const place = find(name);
    return place ? valueAt(*place) : QByteArrayView();
}

QByteArray Form::value(QByteArrayView name) const
{
    return view(name).toByteArray();
}

QString Form::text(QByteArrayView name) const
{
    return QString::fromUtf8(view(name));
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
