// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>
#include <QString>

#include <expected>
#include <utility>

namespace anteroom::twiml {

/// One verb or noun with its attributes, text and nested nouns. Names are spelt as on the wire ("Enqueue",
/// "waitUrl").
struct Element
{
    QString name;
    QList<std::pair<QString, QString>> attributes = {};
    QString text = {};
    QList<Element> children = {};

    QString attribute(QStringView attributeName, const QString &fallback = {}) const;
    bool hasAttribute(QStringView attributeName) const;
    bool operator==(const Element &) const = default;
};

/// What stands between <Response> and </Response>.
using Document = QList<Element>;

/// UTF-8 with an XML declaration; text is escaped and freed of control characters, whatever a caller put in
/// it.
QByteArray write(const Document &document);

/// Why a text is not a document; `code` is the phone company's error number (facts: 12100 parse, 12101/12102
/// root, 11750 size...).
struct ReadError
{
    int code = 0;
    QString sentence;
};
/// Bodies over 64 kB, entity declarations and deep nesting are refused.
std::expected<Document, ReadError> read(QByteArrayView xml);

/// Where a document is used; each place allows its own verbs (facts 2.2, 2.3, 2.5).
enum class Place { Voice, WaitDocument, ConferenceWait, QueueWhisper, NumberWhisper, Messaging };

struct Finding
{
    int code = 0; ///< the phone company's error number, where one is known
    QString sentence;
};
/// Everything wrong with a document used at that place: verbs and nouns not allowed there, lengths, required
/// attributes.
QList<Finding> check(const Document &document, Place place);

/// Whether that name is a verb which may stand at that place.
bool mayStand(QStringView verb, Place place);

inline constexpr int maximumDocumentBytes = 64 * 1024;
inline constexpr int maximumInlineCharacters = 4000; ///< `Twiml` of Calls create and update
inline constexpr int maximumSayCharacters = 4096;

} // namespace anteroom::twiml
