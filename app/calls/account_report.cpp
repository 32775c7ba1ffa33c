// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "calls/account_report.h"

#include <algorithm>

namespace anteroom::calls {

CheckGrade AccountReport::worst() const
{
    const auto found = std::ranges::max_element(lines, {}, &CheckLine::grade);
    return found == lines.end() ? CheckGrade::Fine : found->grade;
}

const CheckLine *AccountReport::find(const QString &id) const
{
    const auto found = std::ranges::find(lines, id, &CheckLine::id);
    return found == lines.end() ? nullptr : &*found;
}

QString toWord(CheckGrade grade)
{
    switch (grade) {
    case CheckGrade::Fine:
        break;
    case CheckGrade::Warning:
        return QStringLiteral("warning");
    case CheckGrade::Failing:
        return QStringLiteral("failing");
    }
    return QStringLiteral("fine");
}

} // namespace anteroom::calls
