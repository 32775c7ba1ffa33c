// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>

namespace anteroom::ui {

enum class Look { Light, Dark };

/// A small label on a coloured ground.
struct ChipColours
{
    QColor back;
    QColor text;
};

/// Every colour of the window, by what it is for. Nothing else in ui/ names a colour.
struct Tokens
{
    Look look;
    QColor window; ///< behind everything; also inside text fields
    QColor panel;  ///< cards, tables, bars
    QColor line;   ///< borders and rules
    QColor text;
    QColor dim;       ///< second lines, labels
    QColor selection; ///< the chosen row
    QColor hover;
    QColor accent; ///< the one primary action
    QColor onAccent;
    QColor alert; ///< on air, and what destroys
    QColor waitOk;
    QColor waitLong;
    QColor waitTooLong;
    ChipColours neutral;
    ChipColours good;
    ChipColours busy;
    ChipColours warning;
    ChipColours bad;
};

const Tokens &tokensFor(Look look);

} // namespace anteroom::ui
