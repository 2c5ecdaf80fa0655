// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/readers/tables/csvpass.h"

#include "models/readers/skiptally.h"
#include "models/readers/textsource.h"

#include <QCoreApplication>

namespace downtimeline {

CsvPass::CsvPass(ByteSource &source, const CsvSketch &sketch, ImportSink &sink, std::stop_token stop, Part part)
    : m_sketch(sketch), m_watch(source, sink, std::move(stop), part), m_parser(source, sketch.separator)
{}

Status CsvPass::begin()
{
    m_begun = true;
    const Result<CsvParser::Step> step = goToHeader(m_parser);
    if (!step)
        return std::unexpected(step.error());
    m_atFirstRow = !m_sketch.hasHeader && *step == CsvParser::Step::Row;
    if (!m_atFirstRow)
        m_parser.countFromHere();
    return {};
}

Result<bool> CsvPass::next(SkipTally *tally)
{
    if (!m_begun) {
        if (Status begun = begin(); !begun)
            return std::unexpected(begun.error());
    }
    while (true) {
        if (Status watched = m_watch.watch(m_parser.bytesRead()); !watched)
            return std::unexpected(watched.error());
        if (m_atFirstRow) {
            m_atFirstRow = false;
            return true;
        }
        const Result<CsvParser::Step> step = m_parser.next();
        if (!step)
            return std::unexpected(step.error());
        if (*step == CsvParser::Step::End)
            return false;
        if (*step == CsvParser::Step::Row && !isBlankRow(fields()))
            return true;
        if (*step == CsvParser::Step::Problem && tally) {
            if (Status told = tally->add(m_parser.problem().line, m_parser.problem().reason); !told)
                return std::unexpected(told.error());
        }
    }
}

void assignText(std::string &text, std::string_view cell)
{
    if (isCleanText(cell))
        text.assign(cell);
    else
        text = cleanText(cell);
}

} // namespace downtimeline
