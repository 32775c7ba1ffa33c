// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>

#include <functional>

namespace anteroom::ui {

/// Where the window takes the time from, in UTC: the system at work, the test's hand in tests.
using Now = std::function<QDateTime()>;

} // namespace anteroom::ui
