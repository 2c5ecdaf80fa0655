// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commandline/reportarguments.h"

#include <QCommandLineParser>

namespace downtimeline {
namespace {

using namespace Qt::StringLiterals;

std::unexpected<Error> usage(const QString &sentence)
{
    return failure(Error::Code::Usage, sentence);
}

} // namespace

void declareReportOptions(QCommandLineParser &parser)
{
    const auto option = [&parser](const QString &name, const QString &text, const QString &value = {}) {
        parser.addOption(QCommandLineOption(name, text, value));
    };
    option(u"page"_s, u"the page size of a PDF"_s, u"SIZE"_s);
    option(u"sections"_s, u"the sections of a PDF, in their order"_s, u"LIST"_s);
    option(u"timeline"_s, u"the timeline of a PDF: fit or pages"_s, u"FORM"_s);
    option(u"no-attachment"_s, u"a PDF without the incident's data"_s);
}

Result<ReportChoice> reportChoiceOf(const QCommandLineParser &parser)
{
    ReportChoice choice;
    if (parser.isSet(u"page"_s)) {
        const QString word = parser.value(u"page"_s);
        const std::optional<PaperSize> paper = paperOf(word);
        if (!paper)
            return usage(u"--page %1 is no page size; choose one of %2."_s.arg(word, paperWords().join(u", "_s)));
        choice.paper = *paper;
    }
    if (parser.isSet(u"sections"_s)) {
        Result<std::vector<ReportSection>> sections = sectionsOf(parser.value(u"sections"_s));
        if (!sections)
            return usage(u"--sections: "_s + sections.error().message);
        choice.sections = std::move(*sections);
    }
    if (parser.isSet(u"timeline"_s)) {
        const QString word = parser.value(u"timeline"_s);
        if (word != u"fit"_s && word != u"pages"_s)
            return usage(u"--timeline %1 is neither fit nor pages."_s.arg(word));
        choice.timeline = word == u"pages"_s ? TimelinePaper::Pages : TimelinePaper::Fit;
    }
    choice.attachesData = !parser.isSet(u"no-attachment"_s);
    return choice;
}

QString reportUsage()
{
    return uR"(--page SIZE           of a PDF: %1; A4 where it is not named
--sections LIST       of a PDF, in their order: %2
--timeline fit|pages  of a PDF: on one page, or cut so that every label has room
--no-attachment       a PDF without the incident's data, which Downtimeline reads back
)"_s.arg(paperWords().join(u", "_s), sectionKeys(ReportChoice().sections));
}

} // namespace downtimeline
