// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "calls/desk_mirror.h"

#include <QMenu>

namespace anteroom::ui {

class CallActions;

/// "Give to": everybody on the list of phones to ask, once to ring their phone and once to ask them first.
/// Without anybody it leads to where the list is made.
class GiveMenu : public QMenu
{
    Q_OBJECT
public:
    GiveMenu(calls::DeskMirror &mirror, CallActions &actions, QWidget *parent = nullptr);

    /// Opened by key, with its first line chosen.
    void openAt(const QPoint &bottomLeft);

Q_SIGNALS:
    void listAsked(); ///< of phones to ask

private:
    void fill();
    void addPerson(const calls::AskPhone &person, bool askFirst);
    QString nameOf(const calls::AskPhone &person) const;

    calls::DeskMirror &m_mirror;
    CallActions &m_actions;
};

} // namespace anteroom::ui
