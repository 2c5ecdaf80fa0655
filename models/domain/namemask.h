// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/person.h"

#include <QString>

#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace downtimeline {

/// Replaces the names of persons by their roles in texts: "Anna's rollback" becomes "release manager's rollback".
/// Copies are cheap.
///
/// - Whole words only, whatever their case and accents; of two names that begin at one word the longer one counts.
/// - What stands between the words of a name does not matter ("anna.smith", "Anna <b>Smith</b>"), but a sentence's end
///   does. Line ends and tags within a name are kept.
/// - "@mark" in the list is a handle: only "@mark" is replaced. Up to three capitals ("AS") are initials: only capitals
///   are replaced.
/// - Several persons of one role are "engineer 1", "engineer 2" in the order of the list; without a role "person".
///
/// A text is gone over once; the names cost their length once.
class NameMask
{
public:
    /// Replaces nothing.
    NameMask() = default;
    explicit NameMask(std::span<const Person> persons);

    bool isEmpty() const { return !m_names; }
    std::string masked(std::string_view utf8) const;
    QString masked(const QString &text) const;
    /// Whether a name of the list stands in the text.
    bool hides(std::string_view utf8) const;
    /// What stands for the n-th person.
    std::string label(std::size_t person) const;

private:
    struct Names;

    std::shared_ptr<const Names> m_names;
};

} // namespace downtimeline
