// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>

#include <utility>

namespace anteroom::http {

/// Decoded fields of an application/x-www-form-urlencoded text, in order, repeated names kept. UTF-8, byte
/// for byte. All of them lie in one piece of memory: a webhook has some thirty fields, of which few are read.
class Form
{
public:
    using Field = std::pair<QByteArray, QByteArray>;
    using FieldView = std::pair<QByteArrayView, QByteArrayView>;

    Form() = default;
    explicit Form(const QList<Field> &fields);
    /// Decodes a body or a query; '+' is a space, a broken percent sequence stays as it is.
    static Form decode(QByteArrayView encoded);
    QByteArray encode() const;

    bool isEmpty() const { return m_places.isEmpty(); }
    QList<Field> fields() const;    ///< copies
    QList<FieldView> views() const; ///< where they lie; valid until this form changes or goes
    bool contains(QByteArrayView name) const;
    QByteArray value(QByteArrayView name) const;    ///< the first of that name; empty without one
    QByteArrayView view(QByteArrayView name) const; ///< the same where it lies
    QString text(QByteArrayView name) const;        ///< the same, as UTF-8
    QList<QByteArray> values(QByteArrayView name) const;
    void add(QByteArrayView name, QByteArrayView value);

private:
    /// Where one field lies in the text. Small, so that the places of a usual webhook are a piece of memory
    /// that the allocator has at hand.
    struct Place
    {
        Place(qsizetype nameAt, qsizetype nameLength, qsizetype valueAt, qsizetype valueLength)
            : name(static_cast<int>(nameAt)),
              nameSize(static_cast<int>(nameLength)),
              value(static_cast<int>(valueAt)),
              valueSize(static_cast<int>(valueLength))
        {
        }
        int name;
        int nameSize;
        int value;
        int valueSize;
    };

    QByteArrayView nameAt(const Place &place) const
    {
        return QByteArrayView(m_text).sliced(place.name, place.nameSize);
    }
    QByteArrayView valueAt(const Place &place) const
    {
        return QByteArrayView(m_text).sliced(place.value, place.valueSize);
    }
    const Place *find(QByteArrayView name) const;

    QByteArray m_text;
    QList<Place> m_places;
};

/// Percent-encodes everything but unreserved characters (RFC 3986, 2.3).
QByteArray percentEncode(QByteArrayView plain);

} // namespace anteroom::http
