// SPDX-License-Identifier: GPL-3.0-or-later
// What the user says of the columns of tables that are shown; the way of an import is in importflow.cpp.
#include "app/window/importflow.h"

#include "app/library/librarysession.h"
#include "app/tasks/taskrunner.h"
#include "app/window/importrereading.h"
#include "app/window/settings.h"
#include "widgets/import/importpreview.h"

#include <QLocale>

namespace downtimeline {
namespace {

QString partWords(const ReadPart &part)
{
    const QLocale locale;
    const QString size = locale.formattedDataSize(part.wholeSize, 0, QLocale::DataSizeTraditionalFormat);
    return part.lines > 0 ? ImportFlow::tr("The first %1 rows of %2 are shown; all of them are imported.")
                                .arg(locale.toString(part.lines), size)
                          : ImportFlow::tr("The beginning of %1 is shown; all of it is imported.").arg(size);
}

} // namespace

void ImportFlow::rememberIn(Settings &settings)
{
    m_settings = &settings;
    m_remembered = RememberedColumns::fromJson(settings.columns());
}

PreviewedSource ImportFlow::previewed(const Shown &shown)
{
    return {
        .name = QString::fromStdString(shown.read.source.name),
        .readerName = shown.read.readerName,
        .text = shown.read.text,
        .draft = shown.draft,
        .wasReadBefore = shown.wasReadBefore(),
        .columns = shown.read.columns,
        .isRemembered = shown.read.isRemembered,
        .part = shown.read.part ? partWords(*shown.read.part) : QString(),
        .problem = shown.read.problem};
}

/// What was chosen of the part that was shown, for the whole file.
ImportRequest ImportFlow::wholeOf(const Shown &shown)
{
    ImportRequest request{.read = shown.read.request, .target = shown.target};
    request.read.path = shown.read.part->path;
    request.clockShift = shown.draft.clockShift;
    if (shown.draft.incidents.empty())
        return request;
    const DraftIncident &incident = shown.draft.incidents.front();
    request.title = incident.title;
    request.severity = incident.severity;
    request.read.answers.zone = incident.zone;
    request.read.answers.date = incident.day;
    return request;
}

/// None: as it is guessed.
void ImportFlow::readAgain(int page, const std::optional<ColumnsWish> &wish)
{
    const auto index = static_cast<std::size_t>(page);
    ++m_generation; // forecasts on their way are of the reading before
    m_looking = 0;
    m_preview->setRereading(true);
    m_rereading->start(
        {.source = index,
         .before = std::make_shared<const ReadSource>(m_shown[index].read),
         .columns = wish,
         .target = targetOf(m_preview->destination(), index)});
}

void ImportFlow::takeReread(std::size_t index, Reread reread)
{
    if (!m_preview || index >= m_shown.size())
        return;
    ++m_generation;
    Shown &shown = m_shown[index];
    shown.read = std::move(reread.read);
    shown.isChosen = !shown.read.request.format.isEmpty() && !shown.read.isRemembered;
    shown.forecast = std::move(reread.forecast);
    shown.draft = draftOf(shown.read.batch);
    downtimeline::takeForecast(shown.draft, shown.forecast);
    m_preview->page(static_cast<int>(index))->replaceReading(previewed(shown));
    m_preview->setRereading(m_rereading->isBusy());
    if (!m_rereading->isBusy())
        forecastAgain(); // other pages may have been asked about while the answer was on its way
}

/// What was read before stays, with its columns as they were.
void ImportFlow::stopRereading(const QString &sentence)
{
    m_rereading->stop();
    if (!m_preview)
        return;
    for (int page = 0; page < m_preview->count(); ++page)
        m_preview->page(page)->showColumns();
    m_preview->setRereading(false);
    if (!sentence.isEmpty())
        m_preview->footer()->tell(sentence);
    forecastAgain();
}

void ImportFlow::forget(int page)
{
    const std::optional<TableColumns> &columns = m_shown[static_cast<std::size_t>(page)].read.columns;
    if (columns)
        m_remembered.forget(columns->names());
    if (m_settings)
        m_settings->setColumns(m_remembered.toJson());
    readAgain(page, std::nullopt);
}

void ImportFlow::rememberChosen()
{
    bool isNew = false;
    for (const Shown &shown : m_shown) {
        if (!shown.isChosen || !shown.read.columns)
            continue;
        m_remembered.keep(
            shown.read.columns->names(), {.sort = shown.read.columns->sort, .columns = shown.read.columns->choices()});
        isNew = true;
    }
    if (isNew && m_settings)
        m_settings->setColumns(m_remembered.toJson());
}

} // namespace downtimeline
