// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/theme.h"

#include <QWidget>

class QLabel;
class QMediaPlayer;
class QPushButton;

namespace anteroom::ui {

class ChoiceBox;
class Figure;
class WaveReader;
class WaveSlider;

/// Plays one recorded message, from any point, slower or faster. The audio system is opened at the first
/// play, not before; until then, and without it, one may still look and move about in the message.
class Player : public QWidget
{
    Q_OBJECT
public:
    explicit Player(const Theme &theme, QWidget *parent = nullptr);

    /// Empty: not fetched yet, or (`hasSound` false) nothing to fetch.
    void setFile(const QString &absolutePath, int seconds, bool hasSound = true);
    void toggle();
    void stop();
    void seekBy(int seconds);
    qint64 position() const { return m_position; } ///< ms

Q_SIGNALS:
    void started();

private:
    void makePlayer();
    void makeSpeeds(const Theme &theme);
    void moveTo(qint64 position);
    void showPosition(qint64 position);
    void say(const QString &sentence);

    QMediaPlayer *m_player = nullptr;
    QString m_file;
    qint64 m_length = 0; ///< ms
    qint64 m_position = 0;
    QPushButton *m_play;
    WaveSlider *m_slider;
    Figure *m_time;
    ChoiceBox *m_speed;
    QLabel *m_trouble;
    WaveReader *m_waves;
};

} // namespace anteroom::ui
