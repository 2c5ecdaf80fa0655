// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace downtimeline {

/// A widget whose state is one place between 0 and 100: a screen reader finds a slider there, with these words for its
/// value, and may move it. Its constructor calls tellValuesToReaders().
class ValueForReaders
{
public:
    virtual ~ValueForReaders() = default;
    ValueForReaders(const ValueForReaders &) = delete;
    ValueForReaders &operator=(const ValueForReaders &) = delete;

    virtual QString valueText() const = 0;
    virtual double position() const = 0;
    virtual void setPosition(double percent) = 0;

protected:
    ValueForReaders() = default;
};

/// Makes the platform's screen readers find them; more than once changes nothing.
void tellValuesToReaders();

} // namespace downtimeline
