// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "calls/desk_mirror.h"
#include "ui/theme/theme.h"

#include <QWidget>

class QPushButton;

namespace anteroom::ui {

class ListTable;
class MessageModel;
class Player;

/// Messages that callers have left: listen, mark, delete.
class VoicemailPage : public QWidget
{
    Q_OBJECT
public:
    VoicemailPage(calls::DeskMirror &mirror, const Theme &theme, QWidget *parent = nullptr);
    void focusList();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    const calls::Message *chosen() const;
    void refresh();
    void showChosen();
    void toggleHeard();
    void askToDelete();

    calls::DeskMirror &m_mirror;
    MessageModel *m_model;
    ListTable *m_table;
    Player *m_player;
    QPushButton *m_heard;
    QPushButton *m_delete;
};

} // namespace anteroom::ui
