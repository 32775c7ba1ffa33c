// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/voicemail/player.h"

#include "ui/widgets/figure.h"
#include "ui/widgets/kind.h"
#include "ui/words/durations.h"

#include <QAudioOutput>
#include <QHBoxLayout>
#include <QLabel>
#include <QMediaPlayer>
#include <QPushButton>
#include <QSlider>
#include <QUrl>

using namespace Qt::StringLiterals;

namespace anteroom::ui {

Player::Player(const Theme &theme, QWidget *parent)
    : QWidget(parent),
      m_play(new QPushButton(tr("▶  Play"))),
      m_slider(new QSlider(Qt::Horizontal)),
      m_time(new Figure(theme, TextSize::Normal)),
      m_trouble(new QLabel)
{
    m_play->setObjectName("play");
    m_play->setFont(theme.font(TextSize::Normal, QFont::Medium));
    m_play->setFocusPolicy(Qt::TabFocus);
    setKind(m_play, "primary");
    m_slider->setAccessibleName(tr("Position in the message"));
    m_trouble->setTextFormat(Qt::PlainText);
    m_trouble->setWordWrap(true);
    setKind(m_trouble, "dim");
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(12);
    layout->addWidget(m_play);
    layout->addWidget(m_slider, 1);
    layout->addWidget(m_time);
    layout->addWidget(m_trouble, 1);
    connect(m_play, &QPushButton::clicked, this, &Player::toggle);
    connect(m_slider, &QSlider::sliderMoved, this, [this](int position) {
        if (m_player != nullptr)
            m_player->setPosition(position);
    });
    setFile({}, 0);
}

void Player::setFile(const QString &absolutePath, int seconds)
{
    if (absolutePath == m_file && m_length == seconds * 1000LL && m_player != nullptr)
        return;
    if (absolutePath != m_file)
        stop();
    m_file = absolutePath;
    m_length = seconds * 1000LL;
    if (m_player != nullptr)
        m_player->setSource({});
    m_play->setEnabled(!m_file.isEmpty());
    m_slider->setEnabled(!m_file.isEmpty());
    m_slider->setRange(0, static_cast<int>(m_length));
    m_trouble->setVisible(m_file.isEmpty() && seconds > 0);
    m_trouble->setText(tr("The recording is still being fetched."));
    showPosition();
}

void Player::makePlayer()
{
    m_player = new QMediaPlayer(this);
    m_player->setAudioOutput(new QAudioOutput(m_player));
    connect(m_player, &QMediaPlayer::positionChanged, this, &Player::showPosition);
    connect(m_player, &QMediaPlayer::durationChanged, this, [this](qint64 length) {
        if (length > 0) {
            m_length = length;
            m_slider->setRange(0, static_cast<int>(length));
        }
    });
    connect(m_player, &QMediaPlayer::playbackStateChanged, this, [this](QMediaPlayer::PlaybackState state) {
        m_play->setText(state == QMediaPlayer::PlayingState ? tr("❚❚  Pause") : tr("▶  Play"));
    });
    connect(m_player, &QMediaPlayer::errorOccurred, this, [this] {
        m_trouble->setText(tr("This message cannot be played here: %1").arg(m_player->errorString()));
        m_trouble->show();
    });
}

void Player::toggle()
{
    if (m_file.isEmpty())
        return;
    if (m_player == nullptr)
        makePlayer();
    if (m_player->playbackState() == QMediaPlayer::PlayingState) {
        m_player->pause();
        return;
    }
    if (m_player->source().isEmpty())
        m_player->setSource(QUrl::fromLocalFile(m_file));
    m_player->play();
    Q_EMIT started();
}

void Player::stop()
{
    if (m_player != nullptr)
        m_player->stop();
}

void Player::showPosition()
{
    const qint64 position = m_player == nullptr ? 0 : m_player->position();
    if (!m_slider->isSliderDown())
        m_slider->setValue(static_cast<int>(position));
    m_time->setValue(clockText(position / 1000) + u" / "_s + clockText(m_length / 1000));
}

} // namespace anteroom::ui
