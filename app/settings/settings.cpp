// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "settings/settings.h"

#include "settings/keys.h"

#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QSaveFile>

#include <algorithm>
#include <array>
#include <chrono>
#include <utility>

namespace anteroom::settings {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr auto saveDelay = 300ms;
constexpr qint64 largestFile = 1024 * 1024;

constexpr std::array appearances{std::pair{Appearance::System, "system"_L1},
                                 std::pair{Appearance::Light, "light"_L1},
                                 std::pair{Appearance::Dark, "dark"_L1}};

bool isUsable(const TextSetting &, const QJsonValue &value)
{
    return value.isString();
}
bool isUsable(const OwnTextSetting &, const QJsonValue &value)
{
    return value.isString();
}
bool isUsable(const NumberSetting &setting, const QJsonValue &value)
{
    // toInt() gives the other number where the value is no number or has a fraction.
    const int number = value.toInt(setting.least - 1);
    return number >= setting.least && number <= setting.most;
}
bool isUsable(const SwitchSetting &, const QJsonValue &value)
{
    return value.isBool();
}
bool isUsable(const AppearanceSetting &, const QJsonValue &value)
{
    return std::any_of(appearances.begin(), appearances.end(),
                       [&](const auto &each) { return value.toString() == each.second; });
}
bool isUsable(const BytesSetting &, const QJsonValue &value)
{
    return value.isString();
}
bool isUsable(const ObjectSetting &, const QJsonValue &value)
{
    return value.isObject();
}

} // namespace

Settings::Settings(QString file, QObject *parent) : QObject(parent), m_file(std::move(file))
{
    m_saveSoon.setSingleShot(true);
    m_saveSoon.setInterval(saveDelay);
    connect(&m_saveSoon, &QTimer::timeout, this, &Settings::save);
}

Settings::~Settings()
{
    if (m_dirty)
        static_cast<void>(save()); // nobody is left who could be told
}

std::optional<QString> Settings::load()
{
    m_values = {};
    QFile file(m_file);
    if (!file.exists())
        return {};
    if (!file.open(QIODevice::ReadOnly)) {
        return tr("The settings in %1 cannot be read (%2). Everything is as on the first start. See to the "
                  "permissions of "
                  "that file.")
            .arg(QDir::toNativeSeparators(m_file), file.errorString());
    }
    QJsonParseError error;
    const auto document = QJsonDocument::fromJson(file.read(largestFile), &error);
    file.close();
    if (error.error != QJsonParseError::NoError || !document.isObject())
        return keepBroken();
    m_values = document.object();
    const QString dropped = dropUnusable();
    return dropped.isEmpty() ? std::nullopt : std::optional(dropped);
}

QString Settings::keepBroken()
{
    const QFileInfo info(m_file);
    const QString now = QDateTime::currentDateTimeUtc().toString(u"yyyyMMdd-HHmmss-zzz"_s);
    const QString kept =
        info.dir().filePath(u"%1.broken-%2.%3"_s.arg(info.completeBaseName(), now, info.suffix()));
    if (!QFile::rename(m_file, kept)) {
        return tr("The settings in %1 are broken. Everything is as on the first start. Look at that file "
                  "before you change "
                  "a setting, which replaces it.")
            .arg(QDir::toNativeSeparators(m_file));
    }
    return tr("The settings were broken. Everything is as on the first start; the broken file is kept as %1. "
              "Please go "
              "through the settings once.")
        .arg(QDir::toNativeSeparators(kept));
}

QString Settings::dropUnusable()
{
    QStringList dropped;
    for (const auto &any : keys::all) {
        std::visit(
            [&](const auto &setting) {
                const auto found = m_values.constFind(setting.key);
                if (found == m_values.constEnd() || isUsable(setting, found.value()))
                    return;
                m_values.remove(setting.key);
                dropped.append(setting.key);
            },
            any);
    }
    if (dropped.isEmpty())
        return {};
    return tr("Some settings in %1 cannot be used and have their defaults: %2. Please look at them once.")
        .arg(QDir::toNativeSeparators(m_file), dropped.join(u", "_s));
}

std::expected<void, QString> Settings::save()
{
    m_saveSoon.stop();
    m_dirty = false;
    QDir().mkpath(QFileInfo(m_file).absolutePath());
    QSaveFile file(m_file);
    bool written = file.open(QIODevice::WriteOnly);
    if (written) {
        file.setPermissions(QFile::ReadOwner |
                            QFile::WriteOwner); // telephone numbers are nobody else's business
        file.write(QJsonDocument(m_values).toJson());
        written = file.commit();
    }
    if (written)
        return {};
    m_dirty = true;
    const QString sentence =
        tr("The settings cannot be saved in %1 (%2). They hold until Anteroom ends. See that there is "
           "room and that the file may be written.")
            .arg(QDir::toNativeSeparators(m_file), file.errorString());
    Q_EMIT notSaved(sentence);
    return std::unexpected(sentence);
}

QString Settings::value(const TextSetting &setting) const
{
    return m_values.value(setting.key).toString(QString(setting.fallback));
}

std::optional<QString> Settings::value(const OwnTextSetting &setting) const
{
    const auto value = m_values.value(setting.key);
    return value.isString() ? std::optional(value.toString()) : std::nullopt;
}

int Settings::value(const NumberSetting &setting) const
{
    return m_values.value(setting.key).toInt(setting.fallback);
}

bool Settings::value(const SwitchSetting &setting) const
{
    return m_values.value(setting.key).toBool(setting.fallback);
}

Appearance Settings::value(const AppearanceSetting &setting) const
{
    const QString word = m_values.value(setting.key).toString();
    for (const auto &[appearance, each] : appearances) {
        if (word == each)
            return appearance;
    }
    return Appearance::System;
}

QByteArray Settings::value(const BytesSetting &setting) const
{
    return QByteArray::fromBase64(m_values.value(setting.key).toString().toLatin1());
}

QJsonObject Settings::value(const ObjectSetting &setting) const
{
    return m_values.value(setting.key).toObject();
}

void Settings::set(const TextSetting &setting, const QString &value)
{
    store(setting.key, value);
}

void Settings::set(const OwnTextSetting &setting, const std::optional<QString> &value)
{
    if (value)
        store(setting.key, *value);
    else
        reset(setting.key);
}

void Settings::set(const NumberSetting &setting, int value)
{
    store(setting.key, std::clamp(value, setting.least, setting.most));
}

void Settings::set(const SwitchSetting &setting, bool value)
{
    store(setting.key, value);
}

void Settings::set(const AppearanceSetting &setting, Appearance value)
{
    for (const auto &[appearance, word] : appearances) {
        if (appearance == value)
            store(setting.key, QString(word));
    }
}

void Settings::set(const BytesSetting &setting, const QByteArray &value)
{
    store(setting.key, QString::fromLatin1(value.toBase64()));
}

void Settings::set(const ObjectSetting &setting, const QJsonObject &value)
{
    store(setting.key, value);
}

void Settings::reset(QLatin1StringView key)
{
    store(key, QJsonValue::Undefined);
}

void Settings::store(QLatin1StringView key, const QJsonValue &value)
{
    if (m_values.value(key) == value)
        return;
    if (value.isUndefined())
        m_values.remove(key);
    else
        m_values.insert(key, value);
    m_dirty = true;
    m_saveSoon.start();
    Q_EMIT changed(QString(key));
}

} // namespace anteroom::settings
