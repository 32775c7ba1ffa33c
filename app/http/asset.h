// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "http/message.h"

namespace anteroom::http {

/// Bytes that never change under one address.
struct Asset
{
    QByteArray bytes;
    QByteArray type;
    QByteArray tag; ///< quoted, as in ETag
};

/// The answer to a GET or HEAD: all of it, one range of it (206), or that it is known already (304). Several
/// ranges at once are answered with all of it, which RFC 9110 allows.
Response answerWith(const Asset &asset, const Request &request);

} // namespace anteroom::http
