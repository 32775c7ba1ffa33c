// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/form.h"

#include <algorithm>
#include <cstring>
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

/// The byte that a percent sequence stands for; nothing if it is broken.
std::optional<char> percentDecoded(const char *read, const char *end)
{
    if (end - read < 3)
        return std::nullopt;
    const int high = hexValue(read[1]);
    const int low = hexValue(read[2]);
    return high < 0 || low < 0 ? std::nullopt : std::optional(static_cast<char>(high * 16 + low));
}

/// Decodes a piece where it lies and says where it ends then: never behind its old end.
char *decodeInPlace(char *begin, const char *end)
{
    char *write = begin;
    for (const char *read = begin; read != end; ++read) {
        if (*read == '+') {
            *write++ = ' ';
        } else if (const auto decoded = *read == '%' ? percentDecoded(read, end) : std::nullopt) {
            *write++ = *decoded;
            read += 2;
        } else {
            *write++ = *read;
        }
    }
    return write;
}

/// Where a character comes next. The C library looks at many bytes at a time, and what it has found counts
/// until it has been passed.
class Next
{
public:
    Next(char wanted, char *begin, char *end) : m_wanted(wanted), m_end(end), m_found(after(begin)) {}
    char *from(char *at)
    {
        if (m_found < at)
            m_found = after(at);
        return m_found;
    }

private:
    char *after(char *at) const
    {
        void *found = std::memchr(at, m_wanted, static_cast<std::size_t>(m_end - at));
        return found ? static_cast<char *>(found) : m_end;
    }

    char m_wanted;
    char *m_end;
    char *m_found;
};

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
    form.m_text = encoded.toByteArray();
    char *const begin = form.m_text.data();
    char *const end = begin + form.m_text.size();
    Next ampersand('&', begin, end);
    Next equals('=', begin, end);
    Next plus('+', begin, end);
    Next percent('%', begin, end);
    for (char *name = begin; name < end;) {
        char *const fieldEnd = ampersand.from(name);
        char *const nameEnd = std::min(equals.from(name), fieldEnd);
        char *const value = nameEnd == fieldEnd ? nameEnd : nameEnd + 1;
        char *nameStop = nameEnd;
        char *valueStop = fieldEnd;
        if (std::min(plus.from(name), percent.from(name)) < fieldEnd) { // most mean themselves
            nameStop = decodeInPlace(name, nameEnd);
            valueStop = decodeInPlace(value, fieldEnd);
        }
        if (fieldEnd != name) // something between two '&'
            form.m_places.emplaceBack(name - begin, nameStop - name, value - begin, valueStop - value);
        name = fieldEnd + 1;
    }
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
    QList<FieldView> all(m_places.size());
    std::ranges::transform(m_places, all.begin(),
                           [this](const Place &place) { return FieldView(nameAt(place), valueAt(place)); });
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
    m_places.emplaceBack(m_text.size(), name.size(), m_text.size() + name.size(), value.size());
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
