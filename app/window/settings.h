// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/exporting/reportchoice.h"

#include <QByteArray>
#include <QSettings>
#include <QString>
#include <QUuid>

#include <optional>

namespace downtimeline {

/// What the window remembers between two runs. What cannot be read is as if it had never been set.
class Settings
{
public:
    enum class Look { System = 0, Light = 1, Dark = 2 };
    enum class Motion { System = 0, Always = 1, Never = 2 };
    enum class Zone { Incident = 0, Utc = 1, Local = 2, Named = 3, Impact = 4 };

    /// In the user's configuration folder, or in that file.
    explicit Settings(const QString &file = {});

    Look look() const;
    void setLook(Look look);
    /// Whether views fly and coast.
    Motion motion() const;
    void setMotion(Motion motion);
    Zone zone() const;
    /// An IANA name, for Zone::Named.
    QString namedZone() const;
    void setZone(Zone zone, const QString &named = {});
    /// Shown beside the first; none unless it was chosen.
    std::optional<Zone> secondZone() const;
    QString secondNamedZone() const;
    void setSecondZone(std::optional<Zone> zone, const QString &named = {});
    /// The lanes of an incident as JSON; empty where they are as usual, which also forgets them.
    QByteArray lanes(const QUuid &incident) const;
    void setLanes(const QUuid &incident, const QByteArray &lanes);
    /// Of an exported PDF.
    ReportChoice report() const;
    void setReport(const ReportChoice &choice);
    /// How tables were read, as RememberedColumns writes it.
    QByteArray columns() const;
    void setColumns(const QByteArray &json);
    QByteArray geometry() const { return m_settings.value(QStringLiteral("window/geometry")).toByteArray(); }
    void setGeometry(const QByteArray &geometry) { m_settings.setValue(QStringLiteral("window/geometry"), geometry); }
    /// The level that a chart's values are to stay below, of one incident; none where none was set.
    std::optional<double> objective(const QString &incident, const QString &chart) const;
    void setObjective(const QString &incident, const QString &chart, std::optional<double> value);
    /// The response phases stand also where response times were measured.
    bool arePhasesShown() const { return m_settings.value(QStringLiteral("charts/phases")).toBool(); }
    void setPhasesShown(bool shown) { m_settings.setValue(QStringLiteral("charts/phases"), shown); }
    /// Sizes of a splitter; empty where none were kept.
    QByteArray splitter(const QString &name) const
    {
        return m_settings.value(QStringLiteral("splitter/") + name).toByteArray();
    }
    void setSplitter(const QString &name, const QByteArray &state)
    {
        m_settings.setValue(QStringLiteral("splitter/") + name, state);
    }
    /// How an incident was presented the last time.
    QVariant presenting(const QString &name, const QVariant &usual) const
    {
        return m_settings.value(QStringLiteral("present/") + name, usual);
    }
    void setPresenting(const QString &name, const QVariant &value)
    {
        m_settings.setValue(QStringLiteral("present/") + name, value);
    }

private:
    int choice(const QString &key, int last) const;

    QSettings m_settings;
};

} // namespace downtimeline
