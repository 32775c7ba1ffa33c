// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QList>
#include <QMetaType>
#include <QString>

#include <cstdint>

namespace anteroom::calls {

enum class CheckGrade : std::uint8_t { Fine, Warning, Failing };

/// What one button can do about a line of the check.
enum class Mend : std::uint8_t { None, EnterAccount, ChooseNumber, PointNumber, ChoosePhone, RingPhone };

/// One thing that a show depends on.
struct CheckLine
{
    QString id; ///< never changes; scripts look for it
    CheckGrade grade = CheckGrade::Fine;
    QString subject;
    QString sentence; ///< how it stands
    QString remedy;   ///< what mends it, a sentence; empty where nothing needs to be done
    Mend mend = Mend::None;
    bool operator==(const CheckLine &) const = default;
};

/// How the account stands before a show, line by line. What could not be asked has no line.
struct AccountReport
{
    QDateTime at; ///< UTC
    QList<CheckLine> lines;

    CheckGrade worst() const;
    const CheckLine *find(const QString &id) const;
    bool operator==(const AccountReport &) const = default;
};

QString toWord(CheckGrade grade); ///< fine, warning, failing: for files and programs

} // namespace anteroom::calls

Q_DECLARE_METATYPE(anteroom::calls::AccountReport)
