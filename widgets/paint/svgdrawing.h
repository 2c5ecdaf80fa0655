// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QPaintDevice>
#include <QSizeF>
#include <QString>

#include <map>
#include <memory>
#include <string>
#include <vector>

namespace downtimeline {

/// One thing that was painted: an element without its colours, and its colours. Every text in it is escaped.
struct SvgElement
{
    QString start; ///< "<path stroke-width=\"1\"", "<text x=\"0\" y=\"0\"": without the closing bracket
    QString data;  ///< of a path: "M0 0L1 1"
    QString ink;   ///< "fill:#1b2330;stroke:none": style declarations, without foreign text
    QString rest;  ///< ">text</text>" or "/>"

    bool operator==(const SvgElement &) const = default;
};

/// A device that keeps what is painted on it as SVG elements: shapes, texts (as text, as wide as it was measured) and
/// clips. The painter's unit is a logical pixel of 1/96 inch.
class SvgDrawing : public QPaintDevice
{
public:
    explicit SvgDrawing(QSizeF size);
    ~SvgDrawing() override;

    QSizeF size() const { return m_size; }
    const std::vector<SvgElement> &elements() const { return m_elements; }

    QPaintEngine *paintEngine() const override;

protected:
    int metric(PaintDeviceMetric metric) const override;

private:
    friend class SvgEngine;

    QSizeF m_size;
    std::vector<SvgElement> m_elements;
    std::unique_ptr<QPaintEngine> m_engine;
};

/// A file of its own, UTF-8: with its colours in it. The title is for readers of the file.
QByteArray svgFile(const SvgDrawing &drawing, const QString &title);

/// Gathers the colours of drawings that stand in one page, so that they follow its scheme without a script.
class SvgColours
{
public:
    /// The drawing as an element for an HTML page: role, title and classes in place of colours. The dark one is the
    /// same drawing in other colours. label: plain text, what it shows.
    QByteArray inlined(const SvgDrawing &light, const SvgDrawing &dark, const QString &label);

    /// ".k0{fill:#1b2330}": of the light scheme, and of the dark one.
    QByteArray lightRules() const;
    QByteArray darkRules() const;

private:
    std::map<std::pair<QString, QString>, int> m_classes; ///< of light and dark ink
};

} // namespace downtimeline
