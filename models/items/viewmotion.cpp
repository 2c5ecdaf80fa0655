// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/viewmotion.h"

#include "models/timeline/flight.h"

#include <QEasingCurve>

#include <cmath>

namespace downtimeline {
namespace {

using std::chrono::milliseconds;

constexpr milliseconds flightLasts(220);
constexpr milliseconds coastLasts(600);
constexpr QEasingCurve::Type flying = QEasingCurve::InOutCubic;
constexpr QEasingCurve::Type coasting = QEasingCurve::OutCubic;
/// It begins three times as fast as it goes on average.
constexpr int startOfCoasting = 3;
/// Of what is visible; a slower end of a drag is a halt.
constexpr double leastPerSecond = 0.15;

} // namespace

ViewMotion::ViewMotion(QObject *parent) : QObject(parent)
{
    m_way.setStartValue(0.0);
    m_way.setEndValue(1.0);
    connect(&m_way, &QVariantAnimation::valueChanged, this, [this](const QVariant &part) {
        // Stopping and starting anew also set a value; only a way that is being gone moves.
        if (isMoving())
            Q_EMIT moved(onTheWay(m_from, m_to, part.toDouble()));
    });
}

void ViewMotion::setWanted(bool wanted)
{
    m_isWanted = wanted;
    if (!wanted && isMoving()) {
        stop();
        Q_EMIT moved(m_to);
    }
}

void ViewMotion::fly(TimeRange from, TimeRange to)
{
    stop();
    if (m_isWanted && from != to && !from.isEmpty())
        begin(from, to, flightLasts, flying);
    else
        Q_EMIT moved(to);
}

void ViewMotion::coast(TimeRange from, Duration perSecond)
{
    stop();
    const double part = static_cast<double>(perSecond.count()) / static_cast<double>(from.length().count());
    if (!m_isWanted || from.isEmpty() || std::abs(part) < leastPerSecond)
        return;
    const Duration way = perSecond * coastLasts.count() / (1000 * startOfCoasting);
    begin(from, {from.start + way, from.end + way}, coastLasts, coasting);
}

void ViewMotion::halt()
{
    if (m_isCoasting)
        stop();
}

void ViewMotion::begin(TimeRange from, TimeRange to, milliseconds length, QEasingCurve::Type ease)
{
    m_from = from;
    m_to = to;
    m_way.setDuration(static_cast<int>(length.count()));
    m_way.setEasingCurve(ease);
    m_isCoasting = ease == coasting;
    m_way.start();
}

} // namespace downtimeline
