// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "twilio/rest_client.h"

#include <QJsonArray>

namespace anteroom::twilio {

/// Everything behind a list resource, page by page of 1000, by the next page's address as given; one on
/// another host is not followed. Stops after `most` elements.
calls::CarrierTask<QJsonArray> readAll(RestClient *client, RestRequest request, QString key, int most);

/// The request for the page after this one; nothing when it was the last, or names another host.
std::optional<RestRequest> nextPage(const RestRequest &request, const QJsonObject &page, const QUrl &origin);

} // namespace anteroom::twilio
