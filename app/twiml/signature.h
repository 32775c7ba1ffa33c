// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>

#include <memory>
#include <utility>

struct evp_mac_ctx_st; // OpenSSL's EVP_MAC_CTX

namespace anteroom::twiml {

using FormFields = QList<std::pair<QByteArray, QByteArray>>;
/// The same where they lie, for whom the form outlives the check.
using FormViews = QList<std::pair<QByteArrayView, QByteArrayView>>;

/// An auth token, made ready once to sign with: HMAC (RFC 2104) with SHA-1. By libcrypto, which uses the
/// processor's own instructions for SHA-1: this is the dearest single part of a webhook. One thread at a
/// time.
class SigningKey
{
public:
    /// Without a word from a token, wherever a list of keys is wanted.
    SigningKey(const QByteArray &authToken);
    SigningKey(const SigningKey &other);
    SigningKey(SigningKey &&) noexcept = default;
    SigningKey &operator=(SigningKey other) noexcept;
    ~SigningKey() = default;

    bool isEmpty() const { return m_isEmpty; }
    /// In Base64, of these two one behind the other. Empty if libcrypto refuses, which no signature equals.
    QByteArray sign(QByteArrayView url, QByteArrayView suffix) const;

private:
    struct End
    {
        void operator()(evp_mac_ctx_st *context) const;
    };
    bool m_isEmpty;
    std::unique_ptr<evp_mac_ctx_st, End> m_context; ///< begun anew for each signature; null if refused
};

/// X-Twilio-Signature of exactly this URL and these decoded form fields (facts section 6; Twilio, "Webhooks
/// security").
QByteArray sign(QByteArrayView authToken, QByteArrayView url, const FormFields &fields);

/// A request as far as the signature covers it. Everything as received, byte for byte.
struct SignedRequest
{
    QByteArray url; ///< the public base and the raw request target
    bool isPost = false;
    QByteArray body;      ///< raw
    FormViews fields;     ///< decoded body of a form POST; empty otherwise
    QByteArray signature; ///< the header's value; empty if missing
};

/// Whether any of `keys` signed it, in any of the spellings Twilio has used: with and without the
/// default port, user:pass, re-encoded query; bodySHA256 for bodies that are no form. Compares in constant
/// time.
bool isSignedBy(const QList<SigningKey> &keys, const SignedRequest &request);

} // namespace anteroom::twiml
