// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/theme.h"

#include <QStyledItemDelegate>

namespace anteroom::ui {

/// Cells of the calmer lists (voicemail, history): the first line of the text as it is, a second one small
/// and dim. A row whose strongRole is true is written bold and has a dot before it.
class TwoLineDelegate : public QStyledItemDelegate
{
    Q_OBJECT
public:
    static constexpr int strongRole = Qt::UserRole + 100;
    static constexpr int dimRole = Qt::UserRole + 101; ///< true: what need not be looked at

    TwoLineDelegate(const Theme &theme, QObject *parent);
    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    int rowHeight() const;

private:
    const Theme &m_theme;
};

} // namespace anteroom::ui
