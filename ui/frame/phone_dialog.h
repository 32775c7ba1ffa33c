// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

#include <expected>

class QLabel;
class QLineEdit;

namespace anteroom::ui {

/// Asks for the phone that callers are pulled to: its number or its address. Deletes itself when closed.
class PhoneDialog : public QDialog
{
    Q_OBJECT
public:
    explicit PhoneDialog(const QString &homeNumber, QWidget *parent = nullptr);

Q_SIGNALS:
    void chosen(const QString &phone); ///< E.164, a SIP address or a client

private:
    void check();
    std::expected<QString, QString> typed() const; ///< or what is wrong with it
    QString m_homeNumber;
    QLineEdit *m_number;
    QLabel *m_error;
};

} // namespace anteroom::ui
