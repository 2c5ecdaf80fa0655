// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/analysis/trafficrecovery.h"
#include "models/domain/namemask.h"
#include "models/edit/documentstorage.h"

#include <optional>

namespace downtimeline {

/// What is told of an open incident while names are hidden: its texts with roles in the place of names. What is edited
/// and stored keeps the words behind them.
class HiddenNames
{
public:
    bool isOn() const { return m_list.has_value(); }
    /// None: names are shown.
    void setList(std::optional<Persons> list) { m_list = std::move(list); }
    /// Takes the texts anew. The names are those of the list and of the incident's own persons.
    void show(const DocumentContent &content, const std::vector<StatedTraffic> &traffic);

    /// Findings keep their keys, by which they are decided on, and sources have no text.
    const DocumentContent &content() const { return m_content; }
    const std::vector<StatedTraffic> &traffic() const { return m_traffic; }
    QString shown(const QString &text) const { return m_mask.masked(text); }
    void hideIn(EventText &text) const;
    void hideIn(Event &event) const;
    void hideIn(Source &source) const;

    /// Puts the stored words back where the edit left a text as it was shown. A Usage failure where it changed a text
    /// in which a name is hidden: nobody can say what of it was meant.
    Status keepWords(const Event &before, Event &after) const;
    Status keepWords(const Incident &before, Incident &after) const;

private:
    std::optional<Persons> m_list;
    NameMask m_mask;
    DocumentContent m_content; ///< without events
    std::vector<StatedTraffic> m_traffic;
};

} // namespace downtimeline
