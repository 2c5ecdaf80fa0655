// SPDX-License-Identifier: GPL-3.0-or-later
// What nearly every test of widgets includes; precompiled once a program.
#pragma once

#include "tests/tests_pch.h"

#include <QSignalSpy>
#include <QTest>
#include <QtWidgets>
