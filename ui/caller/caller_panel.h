// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "calls/desk_mirror.h"
#include "ui/caller/notes_desk.h"
#include "ui/now.h"
#include "ui/theme/theme.h"

#include <QFrame>

class QLabel;
class QLineEdit;
class QPlainTextEdit;

namespace anteroom::ui {

class CallActions;
class ElidedLabel;

/// Everything about the chosen caller: who, from where, what the team has written down, and earlier calls.
class CallerPanel : public QFrame
{
    Q_OBJECT
public:
    CallerPanel(calls::DeskMirror &mirror, CallActions &actions, NotesDesk &notes, const Theme &theme,
                Now now, QWidget *parent = nullptr);

    void show(const QString &sid); ///< empty: nobody
    void tick();                   ///< the caller's local time goes on
    void editTopic();

Q_SIGNALS:
    void editingDone(); ///< Escape, or Enter in a one-line field

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QWidget *makePage(CallActions &actions);
    void update();
    void updateTexts(const calls::Call &call);
    void updateNumbers(const calls::Call &call);
    void takeText(NotesDesk::Field field);
    void applyTheme();

    calls::DeskMirror &m_mirror;
    NotesDesk &m_notes;
    const Theme &m_theme;
    Now m_now;
    QString m_sid;
    QWidget *m_page = nullptr;
    QLabel *m_nobody = nullptr;
    ElidedLabel *m_name = nullptr;
    QLabel *m_numbers = nullptr;
    QLabel *m_remark = nullptr;
    QLabel *m_notice = nullptr;
    QLineEdit *m_topic = nullptr;
    QLineEdit *m_sayItLike = nullptr;
    QPlainTextEdit *m_notesEdit = nullptr;
    QLabel *m_textsHeading = nullptr;
    QLabel *m_texts = nullptr;
    QLabel *m_earlierHeading = nullptr;
    QLabel *m_earlier = nullptr;
    QList<QLabel *> m_labels;
};

} // namespace anteroom::ui
