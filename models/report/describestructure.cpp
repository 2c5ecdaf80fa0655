// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/report/reportpage.h"

#include <QStringList>

namespace downtimeline {
namespace {

QLatin1String nameOf(PageTag tag)
{
    switch (tag) {
    case PageTag::Document:
        return QLatin1String("document");
    case PageTag::Title:
        return QLatin1String("title");
    case PageTag::Heading:
        return QLatin1String("heading");
    case PageTag::Subheading:
        return QLatin1String("subheading");
    case PageTag::Paragraph:
        return QLatin1String("paragraph");
    case PageTag::Figure:
        return QLatin1String("figure");
    case PageTag::Table:
        return QLatin1String("table");
    case PageTag::Row:
        return QLatin1String("row");
    case PageTag::HeaderCell:
        return QLatin1String("header");
    case PageTag::Cell:
        return QLatin1String("cell");
    case PageTag::Link:
        return QLatin1String("link");
    }
    return {};
}

} // namespace

QString describeStructure(const ReportPages &report)
{
    std::vector<QStringList> texts(report.nodes.size());
    for (const ReportPage &page : report.pages) {
        for (const PageText &text : page.texts) {
            if (text.node != artifact)
                texts[text.node] << text.text;
        }
    }
    QStringList lines;
    std::vector<int> depths(report.nodes.size(), 0);
    for (std::size_t i = 0; i < report.nodes.size(); ++i) {
        const PageNode &node = report.nodes[i];
        depths[i] = i == 0 ? 0 : depths[node.parent] + 1;
        texts[i].prepend(node.alternative);
        texts[i].removeAll(QString());
        lines << QString(depths[i], u' ') + nameOf(node.tag) +
                     (texts[i].isEmpty() ? QString() : QStringLiteral(" | ") + texts[i].join(u' '));
    }
    return lines.join(u'\n') + u'\n';
}

} // namespace downtimeline
