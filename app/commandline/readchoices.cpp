// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commandline/readchoices.h"

#include "models/readers/allreaders.h"

namespace downtimeline {
namespace {

using namespace Qt::StringLiterals;

QString worded(std::string_view text)
{
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

std::unexpected<Error> usage(const QString &sentence)
{
    return failure(Error::Code::Usage, sentence);
}

QStringList keysOfReaders()
{
    QStringList keys;
    for (const Reader *reader : allReaders())
        keys << worded(reader->key());
    return keys;
}

/// In either sort of table; which of the two it is, the file tells.
Status checkField(std::string_view text)
{
    const std::string_view key = text.substr(0, text.find(':'));
    const ColumnField *field = columnFieldOf(key);
    if (!field) {
        QStringList keys;
        for (const ColumnField &one : columnFields())
            keys << worded(one.key);
        return usage(u"\"%1\" is no field; choose one of %2."_s.arg(worded(key), keys.join(u", "_s)));
    }
    const auto choice = columnChoiceOf(text, field->isOfEvents ? TableSort::Events : TableSort::Metrics);
    return choice ? Status() : Status(std::unexpected(choice.error()));
}

QString linesOfFields()
{
    QString lines;
    for (const ColumnField &field : columnFields()) {
        const QString where = field.isOfEvents && field.isOfMetrics ? u"both"_s
                              : field.isOfEvents                    ? u"events"_s
                                                                    : u"metrics"_s;
        lines += u"  %1 %2 %3\n"_s.arg(worded(field.key), -9).arg(where, -8).arg(QString::fromUtf8(field.words));
    }
    return lines;
}

/// Comma by comma, broken so that a terminal shows them.
QString wrapped(const QStringList &words)
{
    constexpr qsizetype width = 96;
    QString text;
    QString line;
    for (const QString &word : words) {
        if (line.size() + word.size() + 2 > width) {
            text += u"  "_s + line + u",\n"_s;
            line.clear();
        }
        line += line.isEmpty() ? word : u", "_s + word;
    }
    return text + u"  "_s + line + u'\n';
}

} // namespace

Status readColumnChoices(const QStringList &pairs, ReadOptions &options)
{
    for (const QString &pair : pairs) {
        const qsizetype equals = pair.lastIndexOf(u'=');
        if (equals <= 0 || equals == pair.size() - 1)
            return usage(u"--map %1 is not COLUMN=FIELD."_s.arg(pair));
        const std::string field = pair.mid(equals + 1).toStdString();
        if (const Status checked = checkField(field); !checked)
            return usage(u"--map %1: %2"_s.arg(pair, checked.error().message));
        options.columns[pair.left(equals).toStdString()] = field;
    }
    return {};
}

Status checkFormat(const QString &format)
{
    if (format.isEmpty() || readerOfKey(format.toStdString()))
        return {};
    return usage(
        u"--as %1 is no format that is read here; choose one of %2."_s.arg(format, keysOfReaders().join(u", "_s)));
}

QString readChoicesHelp()
{
    return u"\nFORMAT is one of\n"_s + wrapped(keysOfReaders()) +
           u"\nFIELD is one of these, for tables of events, of metrics or of both:\n"_s + linesOfFields() +
           uR"text(Behind time and date stands, where days are ambiguous, dayfirst or monthfirst: When=time:dayfirst.
Behind value stand a measure (traffic, responseTime, errorRate, other), a unit, and comma or point for
the decimal mark: p95=value:responseTime:ms:comma. A column without a name is "column 2", the second of
two that share one is "name (2)". Without --as and --map, a table whose columns you chose in the window
is read as you chose.
)text"_s;
}

} // namespace downtimeline
