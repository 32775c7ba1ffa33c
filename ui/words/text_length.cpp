// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/words/text_length.h"

#include <algorithm>

namespace anteroom::ui {

using namespace Qt::StringLiterals;

namespace {

/// Places that a letter takes in GSM 7 bit; 0 where it is not among its letters.
int gsmPlaces(QChar c)
{
    static const QString single =
        u"@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿"
        u"abcdefghijklmnopqrstuvwxyzäöñüà"_s;
    static const QString twofold = u"\f^{}\\[~]|€"_s;
    if (single.contains(c))
        return 1;
    return twofold.contains(c) ? 2 : 0;
}

TextLength counted(int used, int alone, int joined)
{
    if (used <= alone)
        return {used, alone, used > 0 ? 1 : 0};
    const int parts = (used + joined - 1) / joined;
    return {used, parts * joined, parts};
}

} // namespace

TextLength textLength(const QString &text)
{
    int used = 0;
    for (const QChar c : text) {
        const int places = gsmPlaces(c);
        if (places == 0)
            return counted(static_cast<int>(text.size()), 70, 67);
        used += places;
    }
    return counted(used, 160, 153);
}

} // namespace anteroom::ui
