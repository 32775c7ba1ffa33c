// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/voicemail/player.h"

#include "ui/plots/wave_slider.h"
#include "ui/voicemail/wave_reader.h"
#include "ui/widgets/choice_box.h"
#include "ui/widgets/figure.h"
#include "ui/widgets/kind.h"
#include "ui/words/durations.h"

#include <QAudioDevice>
#include <QAudioOutput>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QMediaDevices>
#include <QMediaPlayer>
#include <QPushButton>
#include <QUrl>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace anteroom::ui {

namespace {

constexpr int stepMs = 5000;
constexpr std::array speeds{0.75, 1.0, 1.25, 1.5, 2.0};

} // namespace

Player::Player(const Theme &theme, QWidget *parent)
    : QWidget(parent),
      m_play(new QPushButton(tr("▶  Play"))),
      m_slider(new WaveSlider(theme)),
      m_time(new Figure(theme, TextSize::Normal)),
      m_speed(new ChoiceBox),
      m_trouble(new QLabel),
      m_waves(new WaveReader(this))
{
    m_play->setObjectName("play");
    m_play->setFont(theme.font(TextSize::Normal, QFont::Medium));
    m_play->setFocusPolicy(Qt::TabFocus);
    m_play->setToolTip(tr("Space"));
    setKind(m_play, "primary");
    m_slider->setObjectName("messagePosition");
    m_slider->setAccessibleName(tr("Position in the message"));
    m_slider->setToolTip(tr("Left and right arrow: five seconds"));
    m_slider->setSingleStep(stepMs);
    m_slider->setPageStep(3 * stepMs);
    m_slider->setFocusPolicy(Qt::TabFocus);
    m_trouble->setObjectName("playerTrouble");
    m_trouble->setTextFormat(Qt::PlainText);
    m_trouble->setWordWrap(true);
    setKind(m_trouble, "dim");
    makeSpeeds(theme);
    auto *row = new QHBoxLayout;
    row->setSpacing(12);
    row->addWidget(m_play);
    row->addWidget(m_slider, 1);
    row->addWidget(m_time);
    row->addWidget(m_speed);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(6);
    layout->addLayout(row);
    layout->addWidget(m_trouble);
    connect(m_play, &QPushButton::clicked, this, &Player::toggle);
    connect(m_slider, &QSlider::actionTriggered, this, [this] { moveTo(m_slider->sliderPosition()); });
    connect(m_slider, &QSlider::sliderMoved, this, &Player::moveTo);
    connect(m_waves, &WaveReader::ready, m_slider, &WaveSlider::setPeaks);
    setFile({}, 0);
}

void Player::makeSpeeds(const Theme &theme)
{
    m_speed->setObjectName("speed");
    m_speed->setAccessibleName(tr("Speed"));
    m_speed->setFont(theme.font(TextSize::Normal));
    m_speed->setFocusPolicy(Qt::TabFocus);
    for (const double speed : speeds)
        m_speed->addItem(tr("%1×").arg(QLocale().toString(speed)), speed);
    m_speed->setCurrentIndex(1);
    connect(m_speed, &QComboBox::currentIndexChanged, this, [this] {
        if (m_player != nullptr)
            m_player->setPlaybackRate(m_speed->currentData().toDouble());
    });
}

void Player::say(const QString &sentence)
{
    m_trouble->setText(sentence);
    m_trouble->setVisible(!sentence.isEmpty());
}

void Player::setFile(const QString &absolutePath, int seconds, bool hasSound)
{
    const bool sameFile = absolutePath == m_file;
    if (sameFile && !m_file.isEmpty())
        return;
    stop();
    m_file = absolutePath;
    m_length = seconds * 1000LL;
    if (m_player != nullptr)
        m_player->setSource({});
    m_play->setEnabled(!m_file.isEmpty());
    m_slider->setEnabled(!m_file.isEmpty());
    m_slider->setRange(0, static_cast<int>(m_length));
    m_slider->setPeaks({});
    if (!m_file.isEmpty())
        m_waves->read(m_file);
    if (m_file.isEmpty() && seconds > 0 && hasSound)
        say(tr("The recording is still being fetched."));
    else if (!hasSound)
        say(tr("The caller hung up without saying anything; there is nothing to hear."));
    else
        say({});
    showPosition(0);
}

void Player::makePlayer()
{
    m_player = new QMediaPlayer(this);
    m_player->setAudioOutput(new QAudioOutput(m_player));
    m_player->setPlaybackRate(m_speed->currentData().toDouble());
    connect(m_player, &QMediaPlayer::positionChanged, this, [this](qint64 position) {
        if (!m_slider->isSliderDown() && m_player->playbackState() == QMediaPlayer::PlayingState)
            showPosition(position);
    });
    connect(m_player, &QMediaPlayer::durationChanged, this, [this](qint64 length) {
        if (length > 0) {
            m_length = length;
            m_slider->setRange(0, static_cast<int>(length));
        }
    });
    connect(m_player, &QMediaPlayer::mediaStatusChanged, this, [this](QMediaPlayer::MediaStatus status) {
        if (status == QMediaPlayer::EndOfMedia)
            showPosition(0); // the next Play begins anew
    });
    connect(m_player, &QMediaPlayer::playbackStateChanged, this, [this](QMediaPlayer::PlaybackState state) {
        m_play->setText(state == QMediaPlayer::PlayingState ? tr("❚❚  Pause") : tr("▶  Play"));
    });
    connect(m_player, &QMediaPlayer::errorOccurred, this,
            [this] { say(tr("This message cannot be played here: %1").arg(m_player->errorString())); });
}

void Player::toggle()
{
    if (m_file.isEmpty())
        return;
    if (m_player != nullptr && m_player->playbackState() == QMediaPlayer::PlayingState) {
        m_player->pause();
        return;
    }
    if (QMediaDevices::defaultAudioOutput().isNull()) {
        say(tr("This computer has no sound output, so nothing can be heard here. Connect one, or save the "
               "message and play it elsewhere."));
        return;
    }
    if (m_player == nullptr)
        makePlayer();
    if (m_player->source().isEmpty())
        m_player->setSource(QUrl::fromLocalFile(m_file));
    say({});
    m_player->setPosition(m_position);
    m_player->play();
    Q_EMIT started();
}

void Player::stop()
{
    if (m_player != nullptr)
        m_player->stop();
}

void Player::seekBy(int seconds)
{
    if (!m_file.isEmpty())
        moveTo(m_position + seconds * 1000LL);
}

void Player::moveTo(qint64 position)
{
    position = std::clamp<qint64>(position, 0, m_length);
    if (m_player != nullptr && !m_player->source().isEmpty())
        m_player->setPosition(position);
    showPosition(position);
}

void Player::showPosition(qint64 position)
{
    m_position = position;
    if (!m_slider->isSliderDown())
        m_slider->setValue(static_cast<int>(position));
    m_time->setValue(clockText(position / 1000) + u" / "_s + clockText(m_length / 1000));
}

} // namespace anteroom::ui
