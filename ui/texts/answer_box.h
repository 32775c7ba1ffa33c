// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/theme.h"

#include <QHash>
#include <QWidget>

class QLabel;
class QPlainTextEdit;
class QPushButton;

namespace anteroom::ui {

/// Where an answer is written: Enter sends it, Shift+Enter begins a new line, and a counter says how long it
/// is and in how many parts it travels. What was begun for one text waits there while another is chosen.
class AnswerBox : public QWidget
{
    Q_OBJECT
public:
    explicit AnswerBox(const Theme &theme, QWidget *parent = nullptr);

    /// For the text of this SID; `whyNot` says why none can be sent, and is empty where one can.
    void show(const QString &sid, const QString &who, const QString &whyNot);
    /// Puts back what has been refused, unless something else was begun meanwhile.
    void giveBack(const QString &sid, const QString &body);
    void focusText();

Q_SIGNALS:
    void sent(const QString &sid, const QString &body);
    void escaped();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void count();
    void send();
    void applyTheme();

    const Theme &m_theme;
    QPlainTextEdit *m_edit;
    QLabel *m_counter;
    QPushButton *m_send;
    QString m_sid;
    QString m_whyNot;
    QHash<QString, QString> m_drafts;
};

} // namespace anteroom::ui
