// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "calls/reply_words.h"

#include <QHash>
#include <QWidget>

class QLabel;
class QLineEdit;

namespace anteroom::settings {
class Settings;
}

namespace anteroom::ui {

/// The table of answers: for each meaning the words that have it. A word the phone network takes for itself,
/// or one that stands for two things, is not accepted and said so.
class ReplyWordsEditor : public QWidget
{
    Q_OBJECT
public:
    explicit ReplyWordsEditor(settings::Settings &settings, QWidget *parent = nullptr);

private:
    bool check(); ///< says what is wrong
    void take();
    void show();
    QList<calls::ReplyWord> typed() const;
    QString problemWith(const QList<calls::ReplyWord> &words) const;

    settings::Settings &m_settings;
    QList<QLineEdit *> m_fields; ///< in the order of the meanings
    QLabel *m_problem;
};

} // namespace anteroom::ui
