// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace anteroom::ui {

/// How the phone network counts a text: in the letters of GSM 7 bit (3GPP TS 23.038), or in UTF-16 when a
/// single letter is none of them. Longer ones travel, and are paid for, as several.
struct TextLength
{
    int used = 0; ///< places taken by the letters
    int room = 0; ///< that the parts have together
    int parts = 0;
    bool operator==(const TextLength &) const = default;
};

TextLength textLength(const QString &text);

} // namespace anteroom::ui
