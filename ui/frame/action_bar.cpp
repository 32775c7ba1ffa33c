// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/frame/action_bar.h"

#include "ui/call_actions.h"
#include "ui/widgets/key_button.h"
#include "ui/widgets/kind.h"

#include <QEvent>
#include <QHBoxLayout>

#include <algorithm>

namespace anteroom::ui {

ActionBar::ActionBar(CallActions &actions, const Theme &theme, QWidget *parent) : QFrame(parent)
{
    setKind(this, "bar");
    setKind(this, "top", "edge");
    setObjectName("actionBar");
    setAccessibleName(tr("Actions for the chosen caller"));
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(12, 10, 12, 10);
    layout->setSpacing(8);
    const auto addButton = [this, layout, &theme](QAction *action, const char *kind) {
        auto *button = new KeyButton(theme, action, kind, this);
        m_buttons << button;
        layout->addWidget(button);
    };
    addButton(actions.pull, "primary");
    addButton(actions.next, "primary");
    addButton(actions.callBack, "primary"); // one of the three is to be seen
    addButton(actions.add, "");
    for (QAction *action : {actions.screen, actions.ready, actions.voicemail, actions.thank})
        addButton(action, "");
    addButton(actions.record, "");
    layout->addStretch(1);
    addButton(actions.closeOut, "danger");
    m_buttons.last()->setShowsKey(false); // nothing about it should invite a quick finger
}

QWidget *ActionBar::primaryButton() const
{
    constexpr int primaries = 3;
    const auto end = m_buttons.cbegin() + primaries;
    const auto shown =
        std::find_if(m_buttons.cbegin(), end, [](const QWidget *button) { return button->isVisible(); });
    return shown == end ? m_buttons.first() : *shown;
}

QSize ActionBar::minimumSizeHint() const
{
    return {400, QFrame::minimumSizeHint().height()};
}

void ActionBar::resizeEvent(QResizeEvent *event)
{
    QFrame::resizeEvent(event);
    giveWay();
}

bool ActionBar::event(QEvent *event)
{
    if (event->type() == QEvent::LayoutRequest)
        giveWay();
    return QFrame::event(event);
}

/// Where there is little room the keys go first; the words stay.
void ActionBar::giveWay()
{
    int needed = 24;
    for (KeyButton *button : std::as_const(m_buttons)) {
        if (button->isHidden())
            continue;
        needed += button->widthWithKey() + layout()->spacing();
    }
    const bool room = needed <= width();
    for (qsizetype i = 0; i + 1 < m_buttons.size(); ++i)
        m_buttons.at(i)->setShowsKey(room);
}

} // namespace anteroom::ui
