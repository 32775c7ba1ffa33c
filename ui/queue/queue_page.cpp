// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/queue/queue_page.h"

#include "ui/call_actions.h"
#include "ui/caller/caller_panel.h"
#include "ui/cards/card_area.h"
#include "ui/queue/call_queue_model.h"
#include "ui/queue/queue_view.h"
#include "ui/words/phone_numbers.h"

#include <QMenu>
#include <QSplitter>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace anteroom::calls;

namespace anteroom::ui {

QueuePage::QueuePage(DeskMirror &mirror, CallActions &actions, NotesDesk &notes, CallQueueModel &queue,
                     const WindowOptions &options, const Theme &theme, QWidget *parent)
    : QWidget(parent),
      m_mirror(mirror),
      m_actions(actions),
      m_queue(queue),
      m_splitter(new QSplitter(Qt::Horizontal, this)),
      m_left(new QWidget(m_splitter)),
      m_cards(new CardArea(mirror, actions, theme, options.now, m_left)),
      m_view(new QueueView(theme, options.waits, m_left)),
      m_panel(new CallerPanel(mirror, actions, notes, theme, options.now, m_splitter))
{
    auto *column = new QVBoxLayout(m_left);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(10);
    column->addWidget(m_cards);
    column->addWidget(m_view, 1);
    m_view->setQueueModel(&queue);
    m_left->setMinimumWidth(420);
    m_panel->setMinimumWidth(316);
    m_splitter->addWidget(m_left);
    m_splitter->addWidget(m_panel);
    m_splitter->setStretchFactor(0, 1);
    m_splitter->setStretchFactor(1, 0);
    m_splitter->setChildrenCollapsible(false);
    m_splitter->setHandleWidth(12);
    m_splitter->setSizes({856, 348});
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(12, 12, 12, 12);
    layout->addWidget(m_splitter);

    actions.setNeighbours([this](const QString &sid, int steps) { return sidAfterMove(sid, steps); });
    connect(m_view, &QueueView::selectedChanged, this, [this](const QString &sid) {
        if (!m_settling && !sid.isEmpty())
            choose(sid);
    });
    connect(m_view, &QueueView::enterPressed, &actions, &CallActions::activate);
    connect(m_view, &QWidget::customContextMenuRequested, this, &QueuePage::showContextMenu);
    connect(m_cards, &CardArea::chosen, this, &QueuePage::choose);
    connect(m_panel, &CallerPanel::editingDone, this, &QueuePage::focusQueue);
    connect(&queue, &CallQueueModel::moveAsked, this, [this](const QString &sid, const QString &before) {
        m_mirror.submit(MoveInOrder{sid, before});
    });
    connect(&mirror, &DeskMirror::lineChanged, this, &QueuePage::showEmptyText);
    connect(&mirror, &DeskMirror::connectionChanged, this, &QueuePage::showEmptyText);
    connect(&mirror, &DeskMirror::seatChanged, this, &QueuePage::refresh);
    connect(&mirror, &DeskMirror::queueChanged, this, [this](const QueueChange &change) {
        m_settling = true; // a row that leaves lets the table choose a neighbour; the choice is made here
        m_queue.apply(change);
        m_settling = false;
        refresh();
    });
    refresh();
    showEmptyText();
}

void QueuePage::refresh()
{
    m_queue.setHome(m_mirror.line().number, m_mirror.seat().name);
    m_cards->refresh();
    settleChoice();
}

void QueuePage::settleChoice()
{
    const bool exists = m_queue.indexOf(m_chosen).isValid() || m_cards->has(m_chosen);
    if (!exists) {
        const int rows = m_queue.rowCount();
        const Call *next = m_queue.callAt(std::clamp(m_lastRow, 0, std::max(0, rows - 1)));
        m_chosen = next == nullptr ? QString() : next->sid;
    }
    showChosen();
}

void QueuePage::choose(const QString &sid)
{
    m_chosen = sid;
    showChosen();
}

void QueuePage::showChosen()
{
    const QModelIndex row = m_queue.indexOf(m_chosen);
    if (row.isValid())
        m_lastRow = row.row();
    const bool wasSettling = std::exchange(m_settling, true);
    m_view->select(row.isValid() ? m_chosen : QString());
    m_settling = wasSettling;
    m_cards->setChosen(m_chosen);
    m_panel->show(m_chosen);
    m_actions.setSelected(m_chosen);
    m_actions.refresh();
}

void QueuePage::tick()
{
    const bool wasSettling = std::exchange(m_settling, true);
    m_queue.forgetEnded();
    m_settling = wasSettling;
    settleChoice();
    m_view->tick();
    m_cards->tick();
    m_panel->tick();
}

/// The SID a call stands before once moved; null where it cannot move, empty for the end.
QString QueuePage::sidAfterMove(const QString &sid, int steps) const
{
    const int row = m_queue.indexOf(sid).row();
    const int target = steps < 0 ? row - 1 : row + 2;
    if (row < 0 || target < 0)
        return {};
    const Call *neighbour = m_queue.callAt(steps < 0 ? row - 1 : row + 1);
    if (neighbour == nullptr || !neighbour->hearsMusic())
        return {};
    const QString before = m_queue.sidBefore(target);
    return before.isNull() ? u""_s : before;
}

void QueuePage::showEmptyText()
{
    const LineStatus line = m_mirror.line();
    const ConnectionStatus connection = m_mirror.connection();
    const QString number = formattedNumber(line.number, line.number);
    if (connection.hearing == ConnectionStatus::Hearing::Starting)
        m_view->setEmptyText(tr("Connecting…"),
                             tr("The queue appears as soon as the phone company answers."));
    else if (connection.hearing == ConnectionStatus::Hearing::Stale)
        m_view->setEmptyText(tr("No news"), tr("Nobody was waiting when the phone company was last heard."));
    else if (!line.open)
        m_view->setEmptyText(
            tr("The lines are closed"),
            tr("Callers of %1 hear that the lines are closed. Open them with Ctrl+L, or with the button at "
               "the top left.")
                .arg(number));
    else
        m_view->setEmptyText(
            tr("Nobody is waiting"),
            tr("Callers who dial %1 appear here the moment they join the queue.").arg(number));
}

void QueuePage::showContextMenu(const QPoint &at)
{
    if (!m_view->indexAt(at).isValid())
        return;
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addActions({m_actions.pull, m_actions.next, m_actions.add});
    menu->addSeparator();
    menu->addActions({m_actions.screen, m_actions.ready, m_actions.backToNew});
    menu->addSeparator();
    menu->addActions({m_actions.moveUp, m_actions.moveDown});
    menu->addSeparator();
    menu->addActions(
        {m_actions.give, m_actions.voicemail, m_actions.thank, m_actions.callBack, m_actions.calledBack});
    if (m_actions.cancel->isEnabled()) {
        menu->addSeparator();
        menu->addAction(m_actions.cancel);
    }
    menu->popup(m_view->viewport()->mapToGlobal(at));
}

void QueuePage::focusQueue()
{
    m_view->setFocus(Qt::ShortcutFocusReason);
}

QByteArray QueuePage::splitterState() const
{
    return m_splitter->saveState();
}

void QueuePage::restoreSplitter(const QByteArray &state)
{
    if (!state.isEmpty())
        m_splitter->restoreState(state);
}

} // namespace anteroom::ui
