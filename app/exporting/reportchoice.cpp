// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/exporting/reportchoice.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace downtimeline {
namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Export)
};

struct Paper
{
    PaperSize size;
    const char16_t *word;
    const char *name;
};

constexpr auto papers = std::to_array<Paper>({
    {PaperSize::A4, u"a4", QT_TRANSLATE_NOOP("Export", "A4")},
    {PaperSize::A3, u"a3", QT_TRANSLATE_NOOP("Export", "A3, across")},
    {PaperSize::Letter, u"letter", QT_TRANSLATE_NOOP("Export", "Letter")},
    {PaperSize::Slides, u"slides", QT_TRANSLATE_NOOP("Export", "Slides, 16:9")},
});

QString textOf(std::string_view key)
{
    return QString::fromUtf8(key.data(), static_cast<qsizetype>(key.size()));
}

QString allKeys()
{
    return sectionKeys({allReportSections().begin(), allReportSections().end()});
}

} // namespace

bool ReportChoice::has(ReportSection section) const
{
    return std::ranges::find(sections, section) != sections.end();
}

Result<std::vector<ReportSection>> sectionsOf(const QString &keys)
{
    std::vector<ReportSection> sections;
    for (const QString &part : keys.split(u',', Qt::SkipEmptyParts)) {
        const QString key = part.trimmed();
        const std::optional<ReportSection> section = sectionOfKey(key);
        if (!section) {
            return failure(
                Error::Code::Usage,
                Words::tr("“%1” is no section of a report; choose of %2.").arg(key.left(40), allKeys()));
        }
        if (std::ranges::find(sections, *section) == sections.end())
            sections.push_back(*section);
    }
    if (sections.empty())
        return failure(Error::Code::Usage, Words::tr("A report needs a section; choose of %1.").arg(allKeys()));
    return sections;
}

QString sectionKeys(const std::vector<ReportSection> &sections)
{
    QStringList keys;
    for (const ReportSection section : sections)
        keys << textOf(sectionKey(section));
    return keys.join(u',');
}

std::optional<PaperSize> paperOf(QStringView word)
{
    for (const Paper &paper : papers) {
        if (word.compare(QStringView(paper.word), Qt::CaseInsensitive) == 0)
            return paper.size;
    }
    return std::nullopt;
}

QStringList paperWords()
{
    QStringList words;
    for (const Paper &paper : papers)
        words << QString::fromUtf16(paper.word);
    return words;
}

QString paperName(PaperSize paper)
{
    return Words::tr(std::ranges::find(papers, paper, &Paper::size)->name);
}

} // namespace downtimeline
