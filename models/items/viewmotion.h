// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/instant.h"

#include <QVariantAnimation>

namespace downtimeline {

/// A visible range on its way: flying to another one, or coasting on after a drag. Where no motion is wanted, which is
/// so until somebody wants it, a flight arrives at once and a drag ends where it ends.
class ViewMotion : public QObject
{
    Q_OBJECT

public:
    explicit ViewMotion(QObject *parent = nullptr);

    void setWanted(bool wanted);
    bool isWanted() const { return m_isWanted; }

    void fly(TimeRange from, TimeRange to);
    /// Goes on from a range by so much in the next second, if it went on so; it slows down soon. What is too slow to be
    /// seen does not begin.
    void coast(TimeRange from, Duration perSecond);
    /// Stays where it is.
    void stop() { m_way.stop(); }
    /// The same for what coasts; a flight goes on.
    void halt();
    bool isMoving() const { return m_way.state() == QAbstractAnimation::Running; }
    /// Where it ends, while it is moving.
    TimeRange target() const { return m_to; }

Q_SIGNALS:
    /// The range to show now.
    void moved(downtimeline::TimeRange visible);

private:
    void begin(TimeRange from, TimeRange to, std::chrono::milliseconds length, QEasingCurve::Type ease);

    QVariantAnimation m_way;
    TimeRange m_from{};
    TimeRange m_to{};
    bool m_isWanted = false;
    bool m_isCoasting = false; ///< else it flies, where it moves
};

} // namespace downtimeline
