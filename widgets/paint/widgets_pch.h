// SPDX-License-Identifier: GPL-3.0-or-later
// What nearly every file of widgets/ and app/ includes; precompiled once. The names below read their text as markup and
// open local files, so they cannot be written anywhere but in widgets/paint/plaintext.cpp (built without this header).
#pragma once

#include <QtCharts>
#include <QtWidgets>

#include <algorithm>
#include <chrono>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

#pragma GCC poison setToolTip setWhatsThis setHtml setMarkdown showText insertHtml
