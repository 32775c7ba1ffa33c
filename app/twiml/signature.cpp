// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "twiml/signature.h"

#include "twiml/signed_spellings.h"

#include <QCryptographicHash>
#include <QVarLengthArray>
#include <QtEndian>

#include <algorithm>
#include <array>

namespace anteroom::twiml {

namespace {

/// A field on its way into byte order. Most names differ in their first bytes already, and one number is
/// compared faster than two texts.
struct Sortable
{
    quint64 head = 0;
    const FormViews::value_type *field = nullptr;

    explicit Sortable(const FormViews::value_type *given = nullptr) : field(given)
    {
        if (!given)
            return;
        std::array<char, sizeof head> first{};
        const QByteArrayView name = given->first;
        std::copy_n(name.data(), std::min<qsizetype>(name.size(), first.size()), first.begin());
        head = qFromBigEndian<quint64>(first.data());
    }
    bool operator<(const Sortable &other) const
    {
        return head != other.head ? head < other.head : *field < *other.field;
    }
};

char *appendTo(char *end, QByteArrayView bytes)
{
    return std::copy(bytes.begin(), bytes.end(), end);
}

/// What follows the URL in the signed string: names in byte order, equal values of one name once.
QByteArray signedFields(const FormViews &fields)
{
    QVarLengthArray<Sortable, 48> sorted;
    qsizetype size = 0;
    for (const auto &field : fields) {
        sorted.append(Sortable(&field));
        size += field.first.size() + field.second.size();
    }
    std::sort(sorted.begin(), sorted.end());
    QByteArray result(size, Qt::Uninitialized);
    char *end = result.data();
    for (qsizetype i = 0; i < sorted.size(); ++i) {
        if (i > 0 && *sorted[i].field == *sorted[i - 1].field)
            continue;
        end = appendTo(appendTo(end, sorted[i].field->first), sorted[i].field->second);
    }
    result.truncate(end - result.constData());
    return result;
}

/// HMAC (RFC 2104) with SHA-1, in Base64. Over the bare hash, because QMessageAuthenticationCode takes memory
/// for each of its steps, which on a webhook is a seventh of the work.
QByteArray macOf(QByteArrayView token, QByteArrayView url, QByteArrayView suffix)
{
    constexpr qsizetype blockSize = 64;
    const QByteArray key = token.size() > blockSize
                               ? QCryptographicHash::hash(token.toByteArray(), QCryptographicHash::Sha1)
                               : token.toByteArray();
    const auto paddedWith = [&key](unsigned char padding) {
        std::array<char, blockSize> block;
        block.fill(static_cast<char>(padding));
        for (qsizetype i = 0; i < key.size(); ++i)
            block[static_cast<std::size_t>(i)] ^= key[i];
        return block;
    };
    QCryptographicHash hash(QCryptographicHash::Sha1);
    hash.addData(paddedWith(0x36));
    hash.addData(url);
    hash.addData(suffix);
    const QByteArray digest = hash.result();
    hash.reset();
    hash.addData(paddedWith(0x5c));
    hash.addData(digest);
    return hash.result().toBase64();
}

/// Takes as long for a signature that is wrong in its first byte as for one that is wrong in its last.
bool sameInConstantTime(QByteArrayView a, QByteArrayView b)
{
    if (a.size() != b.size())
        return false;
    unsigned difference = 0;
    for (qsizetype i = 0; i < a.size(); ++i)
        difference |= static_cast<unsigned char>(a[i]) ^ static_cast<unsigned char>(b[i]);
    return difference == 0;
}

} // namespace

QByteArray sign(QByteArrayView authToken, QByteArrayView url, const FormFields &fields)
{
    FormViews views;
    views.reserve(fields.size());
    for (const auto &[name, value] : fields)
        views.emplaceBack(name, value);
    return macOf(authToken, url, signedFields(views));
}

bool isSignedBy(const QList<QByteArray> &authTokens, const SignedRequest &request)
{
    // 20 bytes in Base64 are always 28 characters; nothing else is worth a hash.
    if (request.signature.size() != 28)
        return false;
    QByteArray suffix;
    if (const QByteArray bodyHash = rawQueryValue(request.url, "bodySHA256"); !bodyHash.isNull()) {
        const QByteArray actual = QCryptographicHash::hash(request.body, QCryptographicHash::Sha256).toHex();
        if (!sameInConstantTime(bodyHash, actual))
            return false;
    } else if (request.isPost && !request.fields.isEmpty()) {
        suffix = signedFields(request.fields);
    } else if (!request.body.isEmpty()) {
        return false; // the signature of a bare URL, replayed with a body that nothing covers
    }
    // Almost every request is signed as received, so the other spellings are not even made for it.
    for (const QByteArray &token : authTokens) {
        if (!token.isEmpty() && sameInConstantTime(macOf(token, request.url, suffix), request.signature))
            return true;
    }
    for (const QByteArray &spelling : signedSpellings(request.url)) {
        for (const QByteArray &token : authTokens) {
            if (!token.isEmpty() && sameInConstantTime(macOf(token, spelling, suffix), request.signature))
                return true;
        }
    }
    return false;
}

} // namespace anteroom::twiml
