// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/queue/give_menu.h"

#include "ui/call_actions.h"
#include "ui/words/phone_numbers.h"
#include "ui/words/plain_text.h"

using namespace Qt::StringLiterals;
using namespace anteroom::calls;

namespace anteroom::ui {

GiveMenu::GiveMenu(DeskMirror &mirror, CallActions &actions, QWidget *parent)
    : QMenu(tr("&Give to"), parent), m_mirror(mirror), m_actions(actions)
{
    setObjectName("giveMenu");
    setToolTipsVisible(true);
    connect(this, &QMenu::aboutToShow, this, &GiveMenu::fill);
    fill();
}

void GiveMenu::openAt(const QPoint &bottomLeft)
{
    fill(); // for its size
    popup(bottomLeft - QPoint(0, sizeHint().height()));
    setActiveAction(actions().first());
}

QString GiveMenu::nameOf(const AskPhone &person) const
{
    const QString name = oneLine(person.name);
    return name.isEmpty() ? formattedNumber(person.number, m_mirror.line().number) : name;
}

void GiveMenu::fill()
{
    clear();
    const QList<AskPhone> people = m_mirror.people();
    if (people.isEmpty()) {
        QAction *choose = addAction(tr("Nobody is on the list yet. Choose &phones…"));
        choose->setObjectName("choosePhones");
        connect(choose, &QAction::triggered, this, &GiveMenu::listAsked);
        return;
    }
    for (const AskPhone &person : people)
        addPerson(person, false);
    addSeparator();
    for (const AskPhone &person : people)
        addPerson(person, true);
}

void GiveMenu::addPerson(const AskPhone &person, bool askFirst)
{
    constexpr int widestName = 260;
    const QString name = nameOf(person);
    QString shown = fontMetrics().elidedText(name, Qt::ElideRight, widestName);
    shown.replace(u'&', "&&"_L1); // a name has no underlined letter
    QAction *action = addAction(askFirst ? tr("Ask %1 first").arg(isolated(shown)) : shown);
    action->setObjectName((askFirst ? u"ask "_s : u"give "_s) + person.number);
    const QString number = formattedNumber(person.number, m_mirror.line().number);
    action->setToolTip(toolTipText(
        askFirst ? tr("%1 (%2) is asked by text or a short call; the caller waits in line meanwhile.")
                       .arg(isolated(name), number)
                 : tr("The phone of %1 (%2) rings; whoever presses 1 there has the caller.")
                       .arg(isolated(name), number)));
    action->setEnabled(m_actions.give->isEnabled());
    connect(action, &QAction::triggered, this,
            [this, number = person.number, askFirst] { m_actions.giveTo(number, askFirst); });
}

} // namespace anteroom::ui
