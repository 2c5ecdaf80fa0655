// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/samplefiles.h"

#include <QCoreApplication>
#include <QFile>
#include <QTemporaryDir>

namespace downtimeline {

Result<QStringList> sampleFiles()
{
    static const QTemporaryDir folder; // removed when the program ends
    QStringList paths;
    for (const char *name : {"outage.txt", "outage-traffic.csv", "outage-response-time.csv"}) {
        const QString path = folder.filePath(QString::fromLatin1(name));
        if (!QFile::exists(path) && !QFile::copy(QStringLiteral(":/samples/") + QString::fromLatin1(name), path)) {
            return failure(
                Error::Code::Io,
                QCoreApplication::translate("samples", "The sample cannot be written to %1.").arg(folder.path()));
        }
        paths << path;
    }
    return paths;
}

} // namespace downtimeline
