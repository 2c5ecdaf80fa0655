// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/exporting/reportchoice.h"

#include <QByteArray>
#include <QSettings>
#include <QString>

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
    /// Of an exported PDF.
    ReportChoice report() const;
    void setReport(const ReportChoice &choice);
    QByteArray geometry() const { return m_settings.value(QStringLiteral("window/geometry")).toByteArray(); }
    void setGeometry(const QByteArray &geometry) { m_settings.setValue(QStringLiteral("window/geometry"), geometry); }
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
