// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "calls/desk_mirror.h"
#include "ui/now.h"
#include "ui/theme/theme.h"

#include <QHash>
#include <QScrollArea>

namespace anteroom::ui {

class CallActions;
class CallCard;

/// The cards above the queue: one per call that rings at my phone or talks with a seat. As many beside each
/// other as fit; more than two rows scroll. Takes no room while there are none.
class CardArea : public QScrollArea
{
    Q_OBJECT
public:
    CardArea(calls::DeskMirror &mirror, CallActions &actions, const Theme &theme, Now now,
             QWidget *parent = nullptr);

    void setChosen(const QString &sid);
    bool has(const QString &sid) const { return m_cards.contains(sid); }
    void refresh();
    void tick();

Q_SIGNALS:
    void chosen(const QString &sid);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    CallCard *makeCard();
    void place();
    void placeRow(const QStringList &sids, int top, int height, int perRow, int room);

    calls::DeskMirror &m_mirror;
    CallActions &m_actions;
    const Theme &m_theme;
    Now m_now;
    QWidget *m_content;
    QHash<QString, CallCard *> m_cards;
    QStringList m_order;
    QString m_chosen;
};

} // namespace anteroom::ui
