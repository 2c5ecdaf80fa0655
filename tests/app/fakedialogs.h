// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/window/dialogs.h"

#include <QList>

namespace downtimeline {

/// Answers dialogs from lists, and keeps what was asked.
class FakeDialogs final : public Dialogs
{
public:
    QStringList filesToOpen(const QString &, const QString &) override { return files; }
    std::optional<QString> fileToSave(const QString &, const QString &, const QString &) override { return save; }
    std::optional<QString> line(const QString &, const QString &question, const QString &) override
    {
        asked << question;
        return lines.isEmpty() ? std::nullopt : std::optional(lines.takeFirst());
    }
    bool confirm(const QString &, const QString &question, const QString &) override
    {
        asked << question;
        return yes;
    }
    void tell(const QString &, const QString &text) override { asked << text; }

    QStringList files;
    std::optional<QString> save;
    QStringList lines;
    bool yes = true;
    QStringList asked;
};

} // namespace downtimeline
