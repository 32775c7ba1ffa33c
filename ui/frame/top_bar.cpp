// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/frame/top_bar.h"

#include "ui/call_actions.h"
#include "ui/frame/phone_menu.h"
#include "ui/plots/sparkline.h"
#include "ui/queue/call_queue_model.h"
#include "ui/widgets/elided_label.h"
#include "ui/widgets/figure.h"
#include "ui/widgets/kind.h"
#include "ui/words/durations.h"
#include "ui/words/phone_numbers.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>

using namespace Qt::StringLiterals;
using namespace anteroom::calls;

namespace anteroom::ui {

TopBar::TopBar(DeskMirror &mirror, CallActions &actions, const CallQueueModel &queue, const Theme &theme,
               Now now, QWidget *parent)
    : QFrame(parent),
      m_mirror(mirror),
      m_queue(queue),
      m_theme(theme),
      m_now(std::move(now)),
      m_open(new QPushButton),
      m_number(new QLabel),
      m_queueName(new ElidedLabel),
      m_waiting(new Figure(theme, TextSize::Large, tr("waiting"))),
      m_longest(new Figure(theme, TextSize::Large, tr("longest"))),
      m_average(new Figure(theme, TextSize::Large, tr("average"))),
      m_today(new Figure(theme, TextSize::Large, tr("today"))),
      m_sparkline(new Sparkline(theme)),
      m_phone(new PhoneButton(mirror, actions.keepPhoneOn, theme))
{
    setKind(this, "bar");
    setKind(this, "bottom", "edge");
    m_open->setObjectName("lines");
    m_open->setFocusPolicy(Qt::TabFocus);
    auto *menu = new QMenu(m_open);
    menu->addAction(actions.openLine);
    menu->addAction(actions.leaveDesk);
    menu->addSeparator();
    menu->addAction(actions.closeOut);
    m_open->setMenu(menu);
    m_number->setTextFormat(Qt::PlainText);
    m_number->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_number->setFocusPolicy(Qt::NoFocus);
    setKind(m_queueName, "dim");
    m_sparkline->setAccessibleName(tr("Waiting callers over the last half hour"));
    m_waiting->setObjectName("waitingCount");
    m_longest->setObjectName("longestWait");
    m_average->setObjectName("averageWait");
    m_today->setObjectName("callsToday");

    auto *names = new QVBoxLayout;
    names->setSpacing(1);
    names->addStretch(1);
    names->addWidget(m_number);
    names->addWidget(m_queueName);
    names->addStretch(1);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(16, 8, 16, 9);
    layout->setSpacing(14);
    layout->addWidget(m_open);
    layout->addLayout(names, 1);
    for (QWidget *widget : QList<QWidget *>{m_waiting, m_longest, m_average, m_today, m_sparkline, m_phone})
        layout->addWidget(widget);

    connect(&theme, &Theme::changed, this, &TopBar::applyTheme);
    connect(&mirror, &DeskMirror::lineChanged, this, &TopBar::showLine);
    connect(&mirror, &DeskMirror::callsTodayChanged, this, &TopBar::showFigures);
    connect(&queue, &CallQueueModel::countsChanged, this, &TopBar::showFigures);
    applyTheme();
    showLine();
    showFigures();
}

void TopBar::applyTheme()
{
    m_open->setFont(m_theme.font(TextSize::Normal, QFont::DemiBold));
    m_number->setFont(m_theme.font(TextSize::Normal, QFont::DemiBold));
    m_queueName->setFont(m_theme.font(TextSize::Small));
}

void TopBar::showLine()
{
    const LineStatus line = m_mirror.line();
    const bool takesCalls = line.open && line.withinHours;
    const QString words = takesCalls  ? tr("Lines open")
                          : line.open ? tr("Outside opening hours")
                                      : tr("Lines closed");
    m_open->setText((takesCalls ? u"●  "_s : u"○  "_s) + words + u" ▾"_s);
    m_open->setAccessibleName(words);
    setKind(m_open, takesCalls ? "open" : "closed");
    m_number->setText(formattedNumber(line.number, line.number));
    m_queueName->setWholeText(line.queue.isEmpty() ? QString() : tr("queue “%1”").arg(line.queue));
    giveWay();
}

void TopBar::showFigures()
{
    const int waiting = m_queue.waitingCount();
    m_trend.note(m_now(), waiting);
    m_sparkline->setValues(m_trend.values());
    m_waiting->setValue(QString::number(waiting));
    m_longest->setValue(waiting > 0 ? clockText(m_queue.longestWait()) : u"–"_s);
    m_average->setValue(waiting > 0 ? clockText(m_queue.averageWait()) : u"–"_s);
    m_today->setValue(QString::number(m_mirror.callsToday()));
}

void TopBar::tick()
{
    showFigures();
}

QSize TopBar::minimumSizeHint() const
{
    return {520, QFrame::minimumSizeHint().height()};
}

void TopBar::resizeEvent(QResizeEvent *event)
{
    QFrame::resizeEvent(event);
    giveWay();
}

void TopBar::giveWay()
{
    const QMargins margins = layout()->contentsMargins();
    int needed = margins.left() + margins.right() + m_open->sizeHint().width() +
                 std::max(m_number->sizeHint().width(), m_queueName->minimumSizeHint().width()) +
                 m_phone->sizeHint().width() + 3 * layout()->spacing();
    for (QWidget *widget : QList<QWidget *>{m_waiting, m_longest, m_average, m_today, m_sparkline}) {
        needed += widget->sizeHint().width() + layout()->spacing();
        widget->setVisible(needed <= width() || widget == m_waiting);
    }
}

} // namespace anteroom::ui
