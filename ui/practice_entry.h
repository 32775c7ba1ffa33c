// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace anteroom::ui {

/// Something that can be tried in a rehearsal; what it does is somebody else's business.
struct PracticeEntry
{
    QString id;
    QString name;      ///< with the mark of its key in a menu
    QString teaches;   ///< one sentence
    QString happening; ///< while it lasts: what goes on, and what to try

    QString plainName() const { return QString(name).remove(u'&'); }
};

} // namespace anteroom::ui
