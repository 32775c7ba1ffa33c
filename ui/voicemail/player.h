// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/theme.h"

#include <QWidget>

class QLabel;
class QMediaPlayer;
class QPushButton;
class QSlider;

namespace anteroom::ui {

class Figure;

/// Plays one recorded message. The audio system is opened at the first play, not before.
class Player : public QWidget
{
    Q_OBJECT
public:
    explicit Player(const Theme &theme, QWidget *parent = nullptr);

    void setFile(const QString &absolutePath, int seconds); ///< empty: not fetched yet
    void toggle();
    void stop();

Q_SIGNALS:
    void started();

private:
    void makePlayer();
    void showPosition();

    QMediaPlayer *m_player = nullptr;
    QString m_file;
    qint64 m_length = 0; ///< ms
    QPushButton *m_play;
    QSlider *m_slider;
    Figure *m_time;
    QLabel *m_trouble;
};

} // namespace anteroom::ui
