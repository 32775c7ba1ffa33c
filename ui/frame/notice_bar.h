// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/theme.h"

#include <QFrame>

class QLabel;
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

private:
    QLabel *m_text;
    QTimer *m_timer;
    QStringList m_sentences;
};

} // namespace anteroom::ui
