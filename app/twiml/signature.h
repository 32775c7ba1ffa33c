// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>

#include <utility>

namespace anteroom::twiml {

using FormFields = QList<std::pair<QByteArray, QByteArray>>;
/// The same where they lie, for whom the form outlives the check.
using FormViews = QList<std::pair<QByteArrayView, QByteArrayView>>;

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

/// Whether any of `authTokens` signed it, in any of the spellings Twilio has used: with and without the
/// default port, user:pass, re-encoded query; bodySHA256 for bodies that are no form. Compares in constant
/// time.
bool isSignedBy(const QList<QByteArray> &authTokens, const SignedRequest &request);

} // namespace anteroom::twiml
