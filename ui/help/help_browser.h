// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/theme.h"

#include <QTextBrowser>

namespace anteroom::ui {

struct HelpPage;

/// Shows one page of the help in the window's colours; pictures are those of its look, and never wider than
/// the page. Links lead nowhere outside.
class HelpBrowser : public QTextBrowser
{
    Q_OBJECT
public:
    explicit HelpBrowser(const Theme &theme, QWidget *parent = nullptr);

    void show(const HelpPage &page);

protected:
    QVariant loadResource(int type, const QUrl &name) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void render();
    void fitPictures();
    int pictureWidth() const;

    const Theme &m_theme;
    QString m_html;
    int m_pictureWidth = 0;
};

} // namespace anteroom::ui
