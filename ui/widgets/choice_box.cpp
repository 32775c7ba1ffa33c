// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/choice_box.h"

#include <QAbstractItemView>

namespace anteroom::ui {

void ChoiceBox::setAccessibleName(const QString &name)
{
    QComboBox::setAccessibleName(name);
    view()->setAccessibleName(name);
}

} // namespace anteroom::ui
