// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/readers/cells/csvzones.h"

#include "models/documents/zones.h"

#include <QByteArray>
#include <QDateTime>

#include <algorithm>

namespace downtimeline {
namespace {

using std::chrono::seconds;

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

std::string_view withoutFrame(std::string_view zone)
{
    constexpr std::string_view frame = " ()[]";
    const std::size_t begin = zone.find_first_not_of(frame);
    if (begin == std::string_view::npos)
        return {};
    return zone.substr(begin, zone.find_last_not_of(frame) - begin + 1);
}

bool takeName(std::string_view &zone, std::string_view name)
{
    if (zone.size() < name.size())
        return false;
    const auto isSame = [](char a, char b) { return a == b || (a >= 'a' && a <= 'z' && a - 'a' + 'A' == b); };
    if (!std::equal(name.begin(), name.end(), zone.begin(), [&](char b, char a) { return isSame(a, b); }))
        return false;
    zone.remove_prefix(name.size());
    return true;
}

/// "+1", "-03", "+0530", "+05:30", also with a space behind the sign.
std::optional<seconds> signedOffset(std::string_view text)
{
    if (text.size() < 2 || (text.front() != '+' && text.front() != '-'))
        return std::nullopt;
    const bool isWest = text.front() == '-';
    text.remove_prefix(text[1] == ' ' ? 2 : 1);
    int digits[4] = {};
    std::size_t count = 0;
    std::size_t colon = 0;
    for (const char c : text) {
        if (c == ':' && colon == 0 && count > 0) {
            colon = count;
        } else if (!isDigit(c) || count == 4) {
            return std::nullopt;
        } else {
            digits[count++] = c - '0';
        }
    }
    if (count == 0 || (colon != 0 && count - colon != 2))
        return std::nullopt;
    const bool hasMinutes = count >= 3;
    const std::size_t hourDigits = hasMinutes ? count - 2 : count;
    const int hours = hourDigits == 1 ? digits[0] : digits[0] * 10 + digits[1];
    const int minutes = hasMinutes ? digits[count - 2] * 10 + digits[count - 1] : 0;
    if (hours > 14 || minutes > 59)
        return std::nullopt;
    const seconds offset = std::chrono::hours(hours) + std::chrono::minutes(minutes);
    return isWest ? -offset : offset;
}

} // namespace

std::optional<std::chrono::seconds> fixedOffset(std::string_view zone)
{
    zone = withoutFrame(zone);
    if (zone == "Z" || zone == "z")
        return seconds(0);
    const bool isNamed = takeName(zone, "UTC") || takeName(zone, "GMT");
    if (isNamed) {
        while (zone.starts_with(' '))
            zone.remove_prefix(1);
        if (zone.empty())
            return seconds(0);
    }
    return signedOffset(zone);
}

bool isZoneName(std::string_view text)
{
    return !text.empty() && text.size() <= 40 && std::ranges::all_of(text, [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || isDigit(c) ||
               std::string_view(" /_+-:()[]").find(c) != std::string_view::npos;
    });
}

bool isKnownZone(std::string_view text)
{
    const std::string_view bare = withoutFrame(text);
    if (bare.empty() || bare.size() > 64)
        return false;
    const auto written = zoneAt(bare, 0);
    return fixedOffset(text) || (written && written->end == bare.size());
}

void CsvZone::setName(std::string_view name)
{
    if (name == m_name)
        return;
    m_name.assign(name);
    m_fixed = fixedOffset(name);
    const bool isIana = !m_fixed && name.find('/') != std::string_view::npos && name.size() <= 64;
    m_zone = isIana ? QTimeZone(QByteArray(name.data(), static_cast<qsizetype>(name.size()))) : QTimeZone();
    if (m_fixed || m_zone.isValid() || !isKnownZone(name))
        return;
    const WrittenZone written = zoneAt(withoutFrame(name), 0)->zone;
    m_fixed = written.offset;
    if (!written.iana.empty())
        m_zone = QTimeZone(QByteArray::fromStdString(written.iana));
}

std::optional<std::chrono::seconds> CsvZone::offsetAt(std::optional<Instant> local) const
{
    if (m_fixed || !m_zone.isValid() || !local)
        return m_fixed;
    const std::int64_t milliseconds = microseconds(*local) / 1000;
    const auto offsetAtUtc = [this](std::int64_t utc) {
        return m_zone.offsetFromUtc(QDateTime::fromMSecsSinceEpoch(utc, QTimeZone::utc()));
    };
    constexpr std::int64_t day = 86'400'000;
    const int before = offsetAtUtc(milliseconds - day);
    const int after = offsetAtUtc(milliseconds + day);
    const bool holdsBefore = offsetAtUtc(milliseconds - before * std::int64_t{1000}) == before;
    const bool holdsAfter = offsetAtUtc(milliseconds - after * std::int64_t{1000}) == after;
    if (before != after && holdsBefore == holdsAfter)
        return std::nullopt;
    return seconds(holdsBefore ? before : after);
}

} // namespace downtimeline
