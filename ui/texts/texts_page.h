// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "calls/desk_mirror.h"
#include "ui/now.h"
#include "ui/theme/theme.h"

#include <QSet>
#include <QWidget>

class QLabel;
class QLineEdit;
class QPlainTextEdit;
class QPushButton;

namespace anteroom::ui {

class AnswerBox;
class ChoiceBox;
class ElidedLabel;
class ListTable;
class TextModel;

/// What listeners have written: read, marked, answered, searched.
class TextsPage : public QWidget
{
    Q_OBJECT
public:
    TextsPage(calls::DeskMirror &mirror, const Theme &theme, Now now, QWidget *parent = nullptr);
    void focusList();

Q_SIGNALS:
    void callsAsked(const QString &number); ///< what this person's calls were

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    QWidget *makeFilter();
    QWidget *makePanel();
    QPushButton *makeButton(const char *name, const QString &text, const QString &key);
    void applyTheme();
    const calls::ListenerText *chosen() const;
    void refresh();
    void takeNews(const calls::TextsChange &change);
    void applyFilter();
    void keepChoice(const QString &sid, int row);
    void showChosen();
    QString whyNoAnswer(const calls::ListenerText &text) const;
    QString conversation(const calls::ListenerText &text) const;
    void noteRead();
    void toggleMark();
    void toggleRead();
    void askCalls();
    void answer(const QString &sid, const QString &body);

    calls::DeskMirror &m_mirror;
    const Theme &m_theme;
    Now m_now;
    TextModel *m_model;
    ListTable *m_table;
    QLineEdit *m_search;
    ChoiceBox *m_show;
    ElidedLabel *m_who;
    QLabel *m_when;
    QPlainTextEdit *m_words;
    QPushButton *m_mark;
    QPushButton *m_read;
    QPushButton *m_calls;
    AnswerBox *m_answer;
    QString m_shownSid;
    calls::AnswerText m_asked; ///< the newest answer, which may still be refused
    quint64 m_askedAs = 0;     ///< its request
    QSet<QString> m_beingAnswered;
};

} // namespace anteroom::ui
