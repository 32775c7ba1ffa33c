// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/frame/practice_menu.h"

namespace anteroom::ui {

PracticeMenu::PracticeMenu(const QList<PracticeEntry> &entries, QWidget *parent)
    : QMenu(tr("&Practice"), parent)
{
    setObjectName("practiceMenu");
    setToolTipsVisible(true);
    for (const PracticeEntry &entry : entries) {
        QAction *action = addAction(entry.name);
        action->setObjectName(entry.id);
        action->setToolTip(entry.teaches);
        action->setStatusTip(entry.teaches);
        action->setCheckable(true);
        m_entries.insert(entry.id, action);
        connect(action, &QAction::triggered, this, [this, action, id = entry.id] {
            action->setChecked(!action->isChecked()); // the tick says what runs, not what was wished for
            Q_EMIT asked(id);
        });
    }
    addSeparator();
    m_end = addAction(tr("&Everything back to normal"));
    m_end->setObjectName("practiceEnd");
    connect(m_end, &QAction::triggered, this, &PracticeMenu::endAsked);
    setRunning({});
}

void PracticeMenu::setRunning(const QString &id)
{
    for (const auto &[entry, action] : m_entries.asKeyValueRange())
        action->setChecked(entry == id);
    m_end->setEnabled(!id.isEmpty());
}

} // namespace anteroom::ui
