// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "calls/carrier.h"
#include "http/form.h"

#include <QByteArray>
#include <QDateTime>
#include <QJsonObject>

#include <memory>

namespace anteroom::twilio {

class Download;

enum class Verb { Get, Post, Delete };
enum class Product { Api, Lookups };

/// Clicks of a person go before everything that merely keeps the view fresh.
enum class Urgency { Click, Background };

struct RestRequest
{
    Verb verb = Verb::Get;
    Product product = Product::Api;
    QByteArray path;        ///< percent-encoded, from the leading '/', without the query
    http::Form fields = {}; ///< PascalCase; the query of a GET, the body of a POST
    Urgency urgency = Urgency::Background;
    bool followRedirects = false;        ///< media alone; credentials never leave the origin
    std::shared_ptr<Download> into = {}; ///< takes a good answer's body as it comes, in place of the answer

    bool isRead() const { return verb == Verb::Get; }
};

struct RestAnswer
{
    int status = 0;
    QByteArray body;
    QJsonObject json; ///< empty when the body is none
    QDateTime date;   ///< UTC, of the Date header; null without one
};

} // namespace anteroom::twilio
