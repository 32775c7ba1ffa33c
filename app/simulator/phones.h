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

    /// Names that caller-ID look-ups find; those who dialled once are known from then on.
    void setName(const QString &number, const QString &name) { m_names.insert(number, name); }
    QString nameOf(const QString &number) const { return m_names.value(number); }

private:
    QHash<QString, PhoneBehaviour> m_behaviours;
    QHash<QString, QString> m_names;
};

} // namespace anteroom::simulator
