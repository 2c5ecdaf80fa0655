// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commandline/readrequest.h"

#include "app/importing/rememberedcolumns.h"

namespace downtimeline {

ReadRequest readRequest(const Arguments &arguments, const QString &path)
{
    return {
        .path = path,
        .format = arguments.format,
        .options = arguments.options,
        .answers = arguments.answers,
        .remembered = rememberedByWindow()};
}

} // namespace downtimeline
