// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "calls/desk_mirror.h"
#include "ui/now.h"
#include "ui/theme/theme.h"

#include <QFrame>

class QAction;
class QLabel;

namespace anteroom::ui {

class CallActions;

/// What somebody at the desk must know as long as it lasts: the list is stale, requests fail, nothing is
/// being saved, nobody is at the desk. Takes no room while all is well.
class Banners : public QWidget
{
    Q_OBJECT
public:
    Banners(calls::DeskMirror &mirror, const CallActions &actions, const Theme &theme, Now now,
            QWidget *parent = nullptr);
    void tick();

Q_SIGNALS:
    void helpAsked(const QString &sentence);

private:
    struct Banner
    {
        QFrame *frame = nullptr;
        QLabel *text = nullptr;
    };
    Banner make(const char *name, bool bad);
    void addComeBack(QAction *leaveDesk);
    void addHelp(const Banner &banner);
    void show(const Banner &banner, const QString &sentence);
    void refresh();

    calls::DeskMirror &m_mirror;
    const Theme &m_theme;
    Now m_now;
    Banner m_deskLeft;
    Banner m_stale;
    Banner m_carrier;
    Banner m_saving;
    Banner m_address;
};

} // namespace anteroom::ui
