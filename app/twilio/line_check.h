// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "calls/line_manners.h"

#include <QStringList>

namespace anteroom::twilio {

/// What the phone company would not take of the documents that these manners lead to: every state of a call's
/// life, whether it can be asked or not, and everything that is hosted inside them. Empty when all is well.
QStringList problemsOf(const calls::LineManners &manners);

} // namespace anteroom::twilio
