// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>

namespace anteroom::ui {

/// One page of the offline help: HTML in resources/help, in the user's language where there is one, else in
/// English.
struct HelpPage
{
    QString id;    ///< the name of its file
    QString title; ///< its heading
    QString html;

    bool mentions(const QString &words) const; ///< each of them, anywhere in the page
};

/// In the order in which a newcomer reads them.
const QList<HelpPage> &helpPages();

inline constexpr QLatin1StringView troublePage{"something_wrong"};

/// The section of "Something is wrong" that speaks of what this sentence says: the name of its anchor. The
/// words they share decide, the rarer the more; empty where none speaks of it.
QString troubleSection(const QString &sentence);

} // namespace anteroom::ui
