// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/readers/tables/anyjsonreader.h"

#include "models/readers/tables/jsontable.h"
#include "models/readers/tables/tableguess.h"
#include "models/readers/textsource.h"

#include <QCoreApplication>

#include <algorithm>

namespace downtimeline {

QString AnyJsonReader::name() const
{
    return m_sort == TableSort::Events ? QCoreApplication::translate("AnyJsonReader", "a list of events (JSON)")
                                       : QCoreApplication::translate("AnyJsonReader", "a list of metrics (JSON)");
}

int AnyJsonReader::recognises(std::string_view head) const
{
    constexpr int most = 80; // a format that is known by name goes before
    const std::optional<JsonShape> shape = jsonShapeOf(utf8Head(head));
    return shape ? std::min(likenessTo(m_sort, shape->sketch), most) : 0;
}

Status AnyJsonReader::read(ByteSource &source, const ReadOptions &options, ImportSink &sink, std::stop_token stop) const
{
    const auto text = utf8Source(source);
    const Result<std::string> head = headOf(*text);
    if (!head)
        return std::unexpected(head.error());
    std::optional<JsonShape> shape = jsonShapeOf(*head);
    if (!shape) {
        const QString name = QString::fromStdString(cleanText(source.name()));
        const QString sentence =
            m_sort == TableSort::Events
                ? QCoreApplication::translate(
                      "AnyJsonReader", "\"%1\" has no objects with a time that could be events; nothing was read.")
                : QCoreApplication::translate(
                      "AnyJsonReader", "\"%1\" has no objects with a time that could be metrics; nothing was read.");
        return failure(Error::Code::NotRecognised, sentence.arg(name));
    }
    JsonTable table(*text, std::move(*shape));
    return readTable(m_sort, table, options, sink, std::move(stop));
}

Result<std::optional<TableColumns>> AnyJsonReader::columns(ByteSource &source, const ReadOptions &options) const
{
    const auto text = utf8Source(source);
    const Result<std::string> head = headOf(*text);
    if (!head)
        return std::unexpected(head.error());
    const std::optional<JsonShape> shape = jsonShapeOf(*head);
    return shape ? std::optional(tableColumnsOf(m_sort, shape->sketch, options, source.name())) : std::nullopt;
}

} // namespace downtimeline
