// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "calls/desk_mirror.h"
#include "ui/caller/draft.h"
#include "ui/theme/theme.h"

#include <QWidget>

class QCheckBox;
class QLineEdit;
class QPushButton;
class QTimer;

namespace anteroom::ui {

class ChoiceBox;
class ListTable;
class MessageModel;
class Player;
class UndoBar;

/// Messages that callers have left, and talks that were recorded: listen, note, call back, save, mark,
/// delete.
class VoicemailPage : public QWidget
{
    Q_OBJECT
public:
    VoicemailPage(calls::DeskMirror &mirror, const Theme &theme, QWidget *parent = nullptr);
    void focusList();
    void choose(const QString &recording);

Q_SIGNALS:
    void trouble(const QString &sentence); ///< to be read once

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    void makeTable(const Theme &theme);
    QWidget *makePanel(const Theme &theme);
    void makeNotes(const Theme &theme);
    QPushButton *makeButton(const char *name, const QString &text, const QString &key,
                            void (VoicemailPage::*act)());
    const calls::Message *chosen() const;
    bool isWanted(const calls::Message &message) const;
    void refresh();
    void showChosen();
    void showNotes();
    void sendNotes();
    void toggleHeard();
    void deleteChosen();
    void callBack();
    void save();

    calls::DeskMirror &m_mirror;
    const Theme &m_theme;
    MessageModel *m_model;
    ListTable *m_table;
    ChoiceBox *m_kind; ///< messages, talks, or both
    QCheckBox *m_hangUps;
    UndoBar *m_undo;
    Player *m_player;
    QLineEdit *m_notes;
    QTimer *m_notesSoon;
    QString m_notesOf; ///< recording
    Draft m_draft;
    QPushButton *m_callBack = nullptr;
    QPushButton *m_save = nullptr;
    QPushButton *m_heard = nullptr;
    QPushButton *m_delete = nullptr;
};

} // namespace anteroom::ui
