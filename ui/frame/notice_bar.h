// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/theme.h"

#include <QFrame>

class QLabel;
class QPushButton;
class QTimer;

namespace anteroom::ui {

/// A sentence that should be read once: a refused click, a phone that did not answer. Goes by itself, or when
/// dismissed; the newest few stand below each other.
class NoticeBar : public QFrame
{
    Q_OBJECT
public:
    explicit NoticeBar(const Theme &theme, QWidget *parent = nullptr);
    void tell(const QString &sentence);
    QString text() const;
    void dismiss();

Q_SIGNALS:
    void helpAsked(const QString &sentence); ///< about the newest

private:
    QLabel *m_text;
    QPushButton *m_help;
    QTimer *m_timer;
    QStringList m_sentences;
};

} // namespace anteroom::ui
