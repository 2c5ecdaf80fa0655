#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes outage-traffic.csv and outage-response-time.csv: illustrative figures for an outage on 16 January 2024, 10:00 to
10:22 at +01:00. The same figures come out every time."""
import datetime
import math
import pathlib

HERE = pathlib.Path(__file__).parent
FIRST = datetime.datetime(2024, 1, 16, 8, 40, tzinfo=datetime.timezone.utc)  # 09:40 at +01:00
STEP = 2  # seconds
LAST = 56 * 60
BEGINS = 20 * 60
ENDS = 42 * 60


def between(points, x):
    """Straight lines between (x, y) points."""
    for (x0, y0), (x1, y1) in zip(points, points[1:]):
        if x <= x1:
            return y0 + (y1 - y0) * max(0.0, x - x0) / (x1 - x0)
    return points[-1][1]


def wave(x, *waves):
    return sum(height * math.sin(2 * math.pi * x / period + shift) for period, height, shift in waves)


def traffic(x):
    # Falls within 40 s; half is back at 10:21:06 (2466 s), 95 % at 10:21:50 (2510 s).
    level = between([(0, 100), (BEGINS, 100), (BEGINS + 40, 0.6), (2424, 0.6), (2466, 50), (2510, 95), (2520, 100)], x)
    small = 2.2 if x < BEGINS or x > 2530 else 0.3 if BEGINS + 40 < x < 2424 else 0.0
    return max(0.0, level + small * wave(x, (150, 1.0, 0.3), (61, 0.5, 1.1)))


def response(x, calm, bad, height):
    level = between(
        [(0, calm), (BEGINS - 75, calm), (BEGINS, calm + 0.75 * (bad - calm)), (BEGINS + 60, bad), (ENDS - 110, bad),
         (ENDS - 70, calm + 0.7 * (bad - calm)), (ENDS + 20, calm + 0.42 * (bad - calm)), (ENDS + 70, calm + 0.12 * (bad - calm)),
         (ENDS + 150, calm)], x)
    share = (level - calm) / (bad - calm)
    return level + (height * share + calm * 0.07) * wave(x, (97, 0.6, 0.0), (53, 0.4, 2.0))


def write(name, header, row):
    lines = ["# Illustrative figures, made by make_metrics.py; not measured. Times are UTC.", header]
    for x in range(0, LAST + 1, STEP):
        at = FIRST + datetime.timedelta(seconds=x)
        lines.append(at.strftime("%Y-%m-%dT%H:%M:%SZ") + "," + row(x))
    (HERE / name).write_text("\n".join(lines) + "\n", encoding="utf-8")


write("outage-traffic.csv", "time,traffic_percent", lambda x: f"{traffic(x):.2f}")
write(
    "outage-response-time.csv", "time,p50_ms,p95_ms,p99_ms",
    lambda x: f"{response(x, 120, 350, 30):.0f},{response(x, 270, 1420, 150):.0f},{response(x, 420, 2600, 330):.0f}")
