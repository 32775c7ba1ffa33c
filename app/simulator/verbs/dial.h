// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulator/verbs/activity.h"

namespace anteroom::simulator {

/// What all kinds of Dial share: the length limit, the recording and the parameters of the action
/// (facts 2.3).
class Dial : public Activity
{
public:
    using Activity::Activity;

protected:
    void limitTime(); ///< from the bridge on
    virtual void timeUp() = 0;
    void
    beginRecording(const QString &when); ///< "answer" or "ringing": starts if the attribute asks for that one
    void endRecording();
    QObject *life() { return m_life.get(); }
    bool isOver() const { return m_life == nullptr; }
    void over() { m_life.reset(); }
    http::Form result(const QString &status, bool bridged) const;
    const twiml::Element &noun() const { return verb().children.constFirst(); }
    std::optional<WebAddress> nounAddress(const twiml::Element &noun, QStringView name, QStringView method);

private:
    std::unique_ptr<QObject> m_life = std::make_unique<QObject>();
    QString m_recording;
    QDateTime m_recordingBegan;
    QString m_recordingUrl;
};

} // namespace anteroom::simulator
