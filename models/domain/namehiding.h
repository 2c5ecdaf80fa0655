// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/namemask.h"
#include "models/domain/source.h"
#include "models/domain/wholeincident.h"

#include <string>
#include <vector>

namespace downtimeline {

/// The texts of each value pass through the mask. A value that gains a text gains a line here, and a test that fills
/// every text of every value tells where it was forgotten.
void hideNames(const NameMask &mask, std::string &text);
void hideNames(const NameMask &mask, WrittenTime &time);
void hideNames(const NameMask &mask, Incident &incident);
void hideNames(const NameMask &mask, Event &event);
void hideNames(const NameMask &mask, Series &series);
void hideNames(const NameMask &mask, TrafficClaim &claim);
void hideNames(const NameMask &mask, Action &action);
void hideNames(const NameMask &mask, Finding &finding);
void hideNames(const NameMask &mask, Explained &explained);
void hideNames(const NameMask &mask, Question &question);
void hideNames(const NameMask &mask, Skip &skip);
/// Its text is left out: names in it may be written in ways that no mask knows, for example as references of HTML.
void hideNames(const NameMask &mask, Source &source);
/// Says so, and forgets whom the sources name.
void hideNames(const NameMask &mask, WholeIncident &incident);

template<typename T>
void hideNames(const NameMask &mask, std::vector<T> &values)
{
    for (T &value : values)
        hideNames(mask, value);
}

} // namespace downtimeline
