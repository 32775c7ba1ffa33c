// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "calls/desk_mirror.h"
#include "ui/window_options.h"

#include <QWidget>

class QSplitter;

namespace anteroom::ui {

class CallActions;
class CallerPanel;
class CallQueueModel;
class CardArea;
class NotesDesk;
class QueueView;

/// The page that matters: cards, queue, and the chosen caller. There is always at most one chosen call, in
/// the table or among the cards; it stays chosen when it moves from one to the other.
class QueuePage : public QWidget
{
    Q_OBJECT
public:
    QueuePage(calls::DeskMirror &mirror, CallActions &actions, NotesDesk &notes, CallQueueModel &queue,
              const WindowOptions &options, const Theme &theme, QWidget *parent = nullptr);

    QueueView *view() const { return m_view; }
    CallerPanel *panel() const { return m_panel; }
    QString chosen() const { return m_chosen; }
    void choose(const QString &sid);
    void tick();
    void focusQueue();
    QByteArray splitterState() const;
    void restoreSplitter(const QByteArray &state);

private:
    void refresh();
    void settleChoice();
    void showChosen();
    void showEmptyText();
    QString sidAfterMove(const QString &sid, int steps) const;
    void showContextMenu(const QPoint &at);

    calls::DeskMirror &m_mirror;
    CallActions &m_actions;
    CallQueueModel &m_queue;
    // Made in this order, from the outside in.
    QSplitter *m_splitter;
    QWidget *m_left;
    CardArea *m_cards;
    QueueView *m_view;
    CallerPanel *m_panel;
    QString m_chosen;
    int m_lastRow = 0;
    bool m_settling = false;
};

} // namespace anteroom::ui
