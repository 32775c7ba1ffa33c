// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

class QLabel;
class QLineEdit;

namespace anteroom::ui {

/// Asks for the number of the phone that callers are pulled to. Deletes itself when closed.
class PhoneDialog : public QDialog
{
    Q_OBJECT
public:
    explicit PhoneDialog(const QString &homeNumber, QWidget *parent = nullptr);

Q_SIGNALS:
    void chosen(const QString &number); ///< E.164

private:
    void check();
    QString m_homeNumber;
    QLineEdit *m_number;
    QLabel *m_error;
};

} // namespace anteroom::ui
