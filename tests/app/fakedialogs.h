// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/window/dialogs.h"

#include <QList>

#include <functional>

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
        if (whileAsked)
            whileAsked();
        return yes;
    }
    void tell(const QString &, const QString &text) override { asked << text; }

    QStringList files;
    std::optional<QString> save;
    QStringList lines;
    bool yes = true;
    std::function<void()> whileAsked; ///< what happens while a question stands open
    QStringList asked;
};

} // namespace downtimeline
