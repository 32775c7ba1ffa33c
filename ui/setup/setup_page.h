// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "calls/account_setup.h"

#include <QWidget>

class QLabel;
class QVBoxLayout;

namespace anteroom::ui {

/// What the pages of the set-up pass on to each other. Nothing secret is in it.
struct SetupState
{
    calls::LineChoice choice;
    calls::EnteredAccount account;
};

/// One step of the set-up. It asks for one thing, says where to find it, and says in a sentence what is wrong
/// with it.
class SetupPage : public QWidget
{
    Q_OBJECT
public:
    SetupPage(const QString &title, const QString &explanation, calls::AccountSetup &setup, SetupState &state,
              QWidget *parent = nullptr);

    QString title() const { return m_title; }
    virtual QString nextText() const;             ///< of the button that goes on
    virtual bool isReady() const { return true; } ///< to go on
    virtual void begin() {}                       ///< it is in sight now
    virtual void leave() {}                       ///< it is not any more
    virtual void goOn() { Q_EMIT done(); }        ///< answered by done(), or by a sentence

Q_SIGNALS:
    void done();
    void changed(); ///< whether it is ready

protected:
    calls::AccountSetup &setup() const { return m_setup; }
    SetupState &state() const { return m_state; }
    QVBoxLayout *content() const { return m_content; }
    /// What is wrong, or, in another voice, what goes well; empty takes it away.
    void tellProblem(const QString &sentence);
    void tellNews(const QString &sentence);

private:
    void tell(const QString &sentence, const char *kind);

    QString m_title;
    calls::AccountSetup &m_setup;
    SetupState &m_state;
    QVBoxLayout *m_content;
    QLabel *m_news;
};

} // namespace anteroom::ui
