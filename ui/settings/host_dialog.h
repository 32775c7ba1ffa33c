// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "calls/host_plan.h"

#include <QDialog>

class QCheckBox;
class QLabel;
class QLineEdit;

namespace anteroom::ui {

/// One host: name, telephone, a new PIN, and what their own phone is asked for. The PIN leaves the dialog
/// hashed. Deletes itself when closed.
class HostDialog : public QDialog
{
    Q_OBJECT
public:
    HostDialog(const calls::Host &host, const QString &homeNumber, QWidget *parent = nullptr);

    void setTaken(const QStringList &phones) { m_taken = phones; } ///< of the other hosts

Q_SIGNALS:
    void chosen(const anteroom::calls::Host &host);

private:
    void check();
    void complain(const QString &problem, QLineEdit *about);

    calls::Host m_host;
    QString m_homeNumber;
    QStringList m_taken;
    QLineEdit *m_name;
    QLineEdit *m_phone;
    QLineEdit *m_pin;
    QCheckBox *m_callsBack;
    QLabel *m_error;
};

} // namespace anteroom::ui
