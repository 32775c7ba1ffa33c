// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "history/time_book.h"

#include <QByteArray>

#include <optional>

namespace anteroom::history {

struct SavedCall
{
    calls::Call call;
    TimeSpent spent;
    bool operator==(const SavedCall &) const = default;
};

/// A call in view as one CBOR map (RFC 8949) from field names to values, what is empty left out: a desk under
/// load writes tens of thousands of these per second, and binding one value instead of thirty is what that
/// takes. Fields that this version does not know are ignored, missing ones are empty, so a new field needs no
/// change of the schema.
QByteArray toRow(const SavedCall &saved);
/// Nothing if the bytes are not such a map.
std::optional<SavedCall> fromRow(const QByteArray &row);

} // namespace anteroom::history
