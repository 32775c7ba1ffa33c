// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/practice_entry.h"

#include <QHash>
#include <QList>
#include <QMenu>

namespace anteroom::ui {

/// What can be tried in a rehearsal, the one that runs ticked, and the way back to normal.
class PracticeMenu : public QMenu
{
    Q_OBJECT
public:
    explicit PracticeMenu(const QList<PracticeEntry> &entries, QWidget *parent = nullptr);
    void setRunning(const QString &id); ///< empty: none

Q_SIGNALS:
    void asked(const QString &id);
    void endAsked();

private:
    QHash<QString, QAction *> m_entries;
    QAction *m_end;
};

} // namespace anteroom::ui
