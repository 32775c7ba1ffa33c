// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulator/values.h"

namespace anteroom::simulator {

/// A US or Canadian city whose area code, state and ZIP code belong together.
struct City
{
    const char *areaCode;
    const char *name;
    const char *state;
    const char *zip;
    const char *country;
};
const QList<City> &knownCities();

/// Where a number belongs to, as far as its first digits tell; only the country for most foreign ones.
Region regionOfNumber(QStringView number);

} // namespace anteroom::simulator
