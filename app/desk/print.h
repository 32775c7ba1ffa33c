// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <cstdio>

namespace anteroom::desk {

/// One line for a person or a script, out at once.
inline void printLine(const QString &line, std::FILE *where)
{
    std::fputs((line + u'\n').toUtf8().constData(), where);
    std::fflush(where);
}

} // namespace anteroom::desk
