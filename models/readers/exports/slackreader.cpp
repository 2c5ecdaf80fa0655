// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/readers/exports/slackreader.h"

#include "models/readers/exports/slackfiles.h"
#include "models/readers/exports/slackmessages.h"
#include "models/readers/exports/slacktext.h"
#include "models/readers/json/jsonrecords.h"
#include "models/readers/skiptally.h"
#include "models/readers/tables/tablepass.h"
#include "models/readers/textsource.h"

#include <QCoreApplication>

namespace downtimeline {
namespace {

QString translated(const char *text)
{
    return QCoreApplication::translate("SlackReader", text);
}

/// Reads the files of one export, one after another.
class Export
{
public:
    Export(SlackText &text, JsonFlow &flow, PassWatch &watch) : m_text(text), m_flow(flow), m_watch(watch) {}

    Status readFile()
    {
        m_file = m_text.name();
        m_channel = isSlackDay(m_file) ? m_file.substr(0, m_file.find('/')) : std::string();
        JsonRecords records(m_text, "[]", false);
        Result<JsonRecords::Step> step = records.next();
        for (; step && *step != JsonRecords::Step::End; step = records.next()) {
            if (Status watched = m_watch.watch(m_text.bytesRead()); !watched)
                return watched;
            const int line = m_text.firstLine() + records.line() - 1;
            const Status taken =
                *step == JsonRecords::Step::Damage ? tellDamage(line, records.problem()) : take(records.object(), line);
            if (!taken)
                return taken;
        }
        return step ? Status() : Status(std::unexpected(step.error()));
    }

    Status tellUnpacked() { return m_flow.skip(m_text.firstLine(), QString::fromStdString(m_text.name())); }

    /// Last: where the export belongs is known by its messages.
    Status tellPersons()
    {
        for (const Person &person : m_names.personsMet()) {
            if (Status told = m_flow.sink().person(person); !told)
                return told;
        }
        return {};
    }

    Status finish()
    {
        if (m_housekeeping == 0)
            return {};
        return m_flow.skip(
            0, translated("%1 messages only tell of joining, leaving, renaming and the like; they are left out.")
                   .arg(m_housekeeping));
    }

private:
    Status tellDamage(int line, const QString &problem)
    {
        return m_flow.skip(line, translated("%1: %2").arg(QString::fromStdString(m_file), problem));
    }

    Status take(JsonValue record, int line)
    {
        if (m_file == "users.json")
            m_names.takeUser(record);
        else if (m_channel.empty())
            m_names.takeChannel(record);
        else
            return takeMessage(record, line);
        return {};
    }

    Status takeMessage(JsonValue message, int line)
    {
        if (isSlackHousekeeping(message)) {
            ++m_housekeeping;
            return {};
        }
        const std::string type = textAt(message, "type");
        if (!type.empty() && type != "message")
            return m_flow.skip(line, translated("The record is no message; it is left out."));
        m_names.meet(message);
        return m_flow.event(slackEvent({.value = message, .place = "[]", .line = line}, m_channel, m_names));
    }

    SlackText &m_text;
    JsonFlow &m_flow;
    PassWatch &m_watch;
    SlackNames m_names;
    std::string m_file;
    std::string m_channel; ///< of the present file; empty where it is a list
    int m_housekeeping = 0;
};

} // namespace

QString SlackReader::name() const
{
    return translated("a Slack export");
}

int SlackReader::recognises(std::string_view head) const
{
    if (!head.starts_with(slackFileMark))
        return 0;
    const std::string_view line = head.substr(0, head.find('\n')).substr(slackFileMark.size());
    if (!line.ends_with(slackFileMarkEnd))
        return 0;
    const std::string_view name = line.substr(0, line.size() - slackFileMarkEnd.size());
    return isSlackList(name) || isSlackDay(name) ? 98 : 0;
}

Status
SlackReader::read(ByteSource &source, const ReadOptions & /*options*/, ImportSink &sink, std::stop_token stop) const
{
    SkipTally tally(sink);
    JsonFlow flow(sink, tally);
    PassWatch watch(source, sink, std::move(stop), TablePass::Part::Only);
    SlackText text(source);
    Export files(text, flow, watch);
    bool hasFiles = false;
    Result<SlackText::Step> step = text.nextFile();
    for (; step && *step != SlackText::Step::End; step = text.nextFile()) {
        if (Status watched = watch.watch(text.bytesRead()); !watched)
            return watched;
        hasFiles = hasFiles || *step == SlackText::Step::File;
        Status done = *step == SlackText::Step::File ? files.readFile() : files.tellUnpacked();
        if (!done)
            return done;
    }
    if (!step)
        return std::unexpected(step.error());
    if (!hasFiles)
        return failure(
            Error::Code::NotRecognised, translated("\"%1\" is no Slack export; nothing was read.")
                                            .arg(QString::fromStdString(cleanText(source.name()))));
    if (Status told = files.finish(); !told)
        return told;
    if (Status finished = flow.finish(); !finished)
        return finished;
    return files.tellPersons();
}

} // namespace downtimeline
