// SPDX-License-Identifier: GPL-3.0-or-later
// What nearly every file of models/ includes; precompiled once.
#pragma once

#include <QCoreApplication>
#include <QObject>
#include <QString>
#include <QUuid>

#include <algorithm>
#include <chrono>
#include <cstdint>
#include <expected>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <span>
#include <stop_token>
#include <string>
#include <string_view>
#include <vector>
