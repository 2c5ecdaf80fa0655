// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/readers/formsreader.h"
#include "models/readers/tables/anycsvreader.h"
#include "models/readers/tables/anyjsonreader.h"

#include <array>

namespace downtimeline {

/// Reads a list of events or of metrics of any make, as CSV or as JSON.
class AnyTableReader final : public FormsReader
{
public:
    explicit AnyTableReader(TableSort sort) : m_sort(sort), m_csv(sort), m_json(sort) {}

    std::string_view key() const override { return tableKey(m_sort); }
    QString name() const override;

protected:
    std::span<const Reader *const> forms() const override { return m_forms; }
    const Reader *formOfUser(std::string_view head) const override;

private:
    TableSort m_sort;
    AnyCsvReader m_csv;
    AnyJsonReader m_json;
    std::array<const Reader *, 2> m_forms{&m_csv, &m_json};
};

} // namespace downtimeline
