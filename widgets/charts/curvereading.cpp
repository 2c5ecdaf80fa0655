// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/charts/curvereading.h"

#include <utility>

namespace downtimeline {

CurveReading::CurveReading(QObject *parent) : QObject(parent)
{
    m_pool.setMaxThreadCount(1);
}

CurveReading::~CurveReading()
{
    m_pool.waitForDone();
}

void CurveReading::want(const std::vector<CurveSource> &curves, TimeRange visible, int columns)
{
    Wish wish{.curves = {}, .visible = visible, .columns = columns, .generation = m_generation};
    for (const CurveSource &curve : curves) {
        if (curve.needsReading && curve.needsReading(visible, columns))
            wish.curves.push_back(curve);
    }
    m_isWaiting = m_isReading && !wish.curves.empty();
    m_wish = wish;
    if (!m_isReading && !wish.curves.empty())
        start(std::move(wish));
}

void CurveReading::forget()
{
    ++m_generation;
    m_isWaiting = false;
}

void CurveReading::start(Wish wish)
{
    m_isReading = true;
    m_pool.start([this, wish = std::move(wish)] {
        std::vector<CurveSource::Apply> answers;
        for (const CurveSource &curve : wish.curves)
            answers.push_back(curve.read(wish.visible, wish.columns));
        QMetaObject::invokeMethod(
            this, [this, wish, answers = std::move(answers)] { finish(wish, answers); }, Qt::QueuedConnection);
    });
}

void CurveReading::finish(const Wish &wish, const std::vector<CurveSource::Apply> &answers)
{
    m_isReading = false;
    const bool isShown = wish.generation == m_generation && wish.visible.overlaps(m_wish.visible);
    if (isShown) {
        for (const CurveSource::Apply &answer : answers)
            answer();
    }
    if (std::exchange(m_isWaiting, false))
        want(std::vector<CurveSource>(m_wish.curves), m_wish.visible, m_wish.columns);
    if (isShown)
        Q_EMIT curvesRead();
}

} // namespace downtimeline
