// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "calls/ask_plan.h"

#include <QDialog>

class QComboBox;
class QLabel;
class QLineEdit;

namespace anteroom::ui {

/// One phone of the list: whose it is, its number, how it is asked. Deletes itself when closed.
class AskPhoneDialog : public QDialog
{
    Q_OBJECT
public:
    AskPhoneDialog(const calls::AskPhone &phone, const QString &homeNumber, QWidget *parent = nullptr);

    void setTaken(const QStringList &numbers) { m_taken = numbers; } ///< of the other phones on the list

Q_SIGNALS:
    void chosen(const anteroom::calls::AskPhone &phone);

private:
    void check();

    QString m_homeNumber;
    QStringList m_taken;
    QLineEdit *m_name;
    QLineEdit *m_number;
    QComboBox *m_by;
    QLabel *m_error;
};

} // namespace anteroom::ui
