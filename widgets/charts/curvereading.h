// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/charts/curve.h"

#include <QObject>
#include <QThreadPool>

namespace downtimeline {

/// Reads the curves of one chart on a worker. Only the latest wish waits while one is read; an answer for curves that
/// are no longer shown, or for a range that nothing of is visible any more, is dropped.
class CurveReading : public QObject
{
    Q_OBJECT

public:
    explicit CurveReading(QObject *parent = nullptr);
    /// Waits for what runs.
    ~CurveReading() override;

    /// Those curves over that range; nothing happens where none needs reading.
    void want(const std::vector<CurveSource> &curves, TimeRange visible, int columns);
    /// Other curves are shown from now on.
    void forget();
    bool isReading() const { return m_isReading; }

Q_SIGNALS:
    /// piece() of the curves knows more.
    void curvesRead();

private:
    struct Wish
    {
        std::vector<CurveSource> curves;
        TimeRange visible{};
        int columns = 0;
        std::uint64_t generation = 0;
    };

    void start(Wish wish);
    void finish(const Wish &wish, const std::vector<CurveSource::Apply> &answers);

    QThreadPool m_pool;
    Wish m_wish; ///< the latest
    std::uint64_t m_generation = 0;
    bool m_isReading = false;
    bool m_isWaiting = false; ///< m_wish has not been started
};

} // namespace downtimeline
