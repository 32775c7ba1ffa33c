// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "twiml/signature.h"

#include "twiml/signed_spellings.h"

#include <QCryptographicHash>
#include <QMessageAuthenticationCode>
#include <QVarLengthArray>

#include <algorithm>

namespace anteroom::twiml {

namespace {

/// What follows the URL in the signed string: names in byte order, equal values of one name once.
QByteArray signedFields(const FormFields &fields)
{
    QVarLengthArray<const FormFields::value_type *, 40> sorted;
    qsizetype size = 0;
    for (const auto &field : fields) {
        sorted.append(&field);
        size += field.first.size() + field.second.size();
    }
    std::sort(sorted.begin(), sorted.end(), [](const auto *a, const auto *b) { return *a < *b; });
    QByteArray result;
    result.reserve(size);
    for (qsizetype i = 0; i < sorted.size(); ++i) {
        if (i > 0 && *sorted[i] == *sorted[i - 1])
            continue;
        result += sorted[i]->first;
        result += sorted[i]->second;
    }
    return result;
}

QByteArray macOf(QByteArrayView token, QByteArrayView url, const QByteArray &suffix)
{
    QMessageAuthenticationCode mac(QCryptographicHash::Sha1, token.toByteArray());
    mac.addData(url.data(), url.size());
    mac.addData(suffix);
    return mac.result().toBase64();
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
    return macOf(authToken, url, signedFields(fields));
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
