// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "twiml/signature.h"

#include "twiml/signed_spellings.h"

#include <QCryptographicHash>
#include <QVarLengthArray>
#include <QtEndian>

#include <openssl/core_names.h>
#include <openssl/evp.h>

#include <algorithm>
#include <array>
#include <string>

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

bool update(EVP_MAC_CTX *context, QByteArrayView bytes)
{
    return EVP_MAC_update(context, reinterpret_cast<const unsigned char *>(bytes.data()),
                          static_cast<std::size_t>(bytes.size())) == 1;
}

} // namespace

void SigningKey::End::operator()(EVP_MAC_CTX *context) const
{
    EVP_MAC_CTX_free(context);
}

SigningKey::SigningKey(const QByteArray &authToken) : m_isEmpty(authToken.isEmpty())
{
    const std::unique_ptr<EVP_MAC, decltype(&EVP_MAC_free)> hmac(EVP_MAC_fetch(nullptr, "HMAC", nullptr),
                                                                 &EVP_MAC_free);
    if (hmac)
        m_context.reset(EVP_MAC_CTX_new(hmac.get()));
    std::string digest = "SHA1";
    const std::array parameters{
        OSSL_PARAM_construct_utf8_string(OSSL_MAC_PARAM_DIGEST, digest.data(), digest.size()),
        OSSL_PARAM_construct_end()};
    const auto *key = reinterpret_cast<const unsigned char *>(authToken.constData());
    if (m_context && EVP_MAC_init(m_context.get(), key, static_cast<std::size_t>(authToken.size()),
                                  parameters.data()) != 1)
        m_context.reset();
}

SigningKey::SigningKey(const SigningKey &other)
    : m_isEmpty(other.m_isEmpty),
      m_context(other.m_context ? EVP_MAC_CTX_dup(other.m_context.get()) : nullptr)
{
}

SigningKey &SigningKey::operator=(SigningKey other) noexcept
{
    m_isEmpty = other.m_isEmpty;
    m_context = std::move(other.m_context);
    return *this;
}

QByteArray SigningKey::sign(QByteArrayView url, QByteArrayView suffix) const
{
    constexpr std::size_t macBytes = 20;
    EVP_MAC_CTX *const context = m_context.get();
    std::array<char, macBytes> mac;
    std::size_t size = 0;
    // Begun without a key, it takes the one it has.
    if (!context || EVP_MAC_init(context, nullptr, 0, nullptr) != 1 || !update(context, url) ||
        !update(context, suffix) ||
        EVP_MAC_final(context, reinterpret_cast<unsigned char *>(mac.data()), &size, mac.size()) != 1)
        return {};
    return QByteArray::fromRawData(mac.data(), static_cast<qsizetype>(size)).toBase64();
}

QByteArray sign(QByteArrayView authToken, QByteArrayView url, const FormFields &fields)
{
    FormViews views;
    views.reserve(fields.size());
    for (const auto &[name, value] : fields)
        views.emplaceBack(name, value);
    return SigningKey(authToken.toByteArray()).sign(url, signedFields(views));
}

bool isSignedBy(const QList<SigningKey> &keys, const SignedRequest &request)
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
    for (const SigningKey &key : keys) {
        if (!key.isEmpty() && sameInConstantTime(key.sign(request.url, suffix), request.signature))
            return true;
    }
    for (const QByteArray &spelling : signedSpellings(request.url)) {
        for (const SigningKey &key : keys) {
            if (!key.isEmpty() && sameInConstantTime(key.sign(spelling, suffix), request.signature))
                return true;
        }
    }
    return false;
}

} // namespace anteroom::twiml
