// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulator/settings.h"

#include <QHash>

namespace anteroom::simulator {

/// How the telephones of the outside world react when they are dialled.
class Phones
{
public:
    void set(const QString &number, const PhoneBehaviour &behaviour)
    {
        m_behaviours.insert(number, behaviour);
    }
    PhoneBehaviour of(const QString &number) const { return m_behaviours.value(number); }

private:
    QHash<QString, PhoneBehaviour> m_behaviours;
};

} // namespace anteroom::simulator
