// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/exportform.h"

#include "widgets/import/choicebox.h"

#include <QCheckBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QPushButton>
#include <QSpinBox>
#include <QVBoxLayout>

namespace downtimeline {
namespace {

constexpr int formWidth = 440;
constexpr int mostPixels = 8000;
constexpr int usualWidth = 1200;

QSpinBox *pixels(const QString &name, int least, int value, QWidget *parent)
{
    auto *box = new QSpinBox(parent);
    box->setAccessibleName(name);
    box->setRange(least, mostPixels);
    box->setSingleStep(50);
    box->setValue(value);
    return box;
}

} // namespace

ExportForm::ExportForm(
    ExportFormat format, const ShownScope &shown, const QStringList &charts, bool isDark, QWidget *parent)
    : QDialog(parent), m_scope(new ScopeChoice(shown, this))
{
    setWindowTitle(tr("Export"));
    QFormLayout *form = m_scope->form();
    if (format == ExportFormat::Markdown)
        addStyle(*form);
    if (format == ExportFormat::Png || format == ExportFormat::Svg)
        addPicture(*form, charts, isDark);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    QPushButton *next = buttons->addButton(tr("Choose a file…"), QDialogButtonBox::AcceptRole);
    next->setObjectName(QStringLiteral("next"));
    next->setProperty("role", QStringLiteral("primary"));
    next->setDefault(true);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(20, 20, 20, 16);
    column->setSpacing(18);
    column->addWidget(m_scope);
    column->addStretch();
    column->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    setMinimumWidth(formWidth);
}

void ExportForm::addStyle(QFormLayout &form)
{
    m_style = new ChoiceBox(tr("Template"), this);
    m_style->addItem(tr("Plain"), static_cast<int>(PostmortemTemplate::Plain));
    m_style->addItem(tr("Google SRE"), static_cast<int>(PostmortemTemplate::Sre));
    m_style->addItem(tr("PagerDuty"), static_cast<int>(PostmortemTemplate::PagerDuty));
    m_style->addItem(tr("Atlassian"), static_cast<int>(PostmortemTemplate::Atlassian));
    form.addRow(tr("Te&mplate"), m_style);
}

void ExportForm::addPicture(QFormLayout &form, const QStringList &charts, bool isDark)
{
    m_picture = new ChoiceBox(tr("Picture"), this);
    m_picture->addItem(tr("Timeline"), QString());
    for (const QString &chart : charts)
        m_picture->addItem(chart, chart);
    form.addRow(tr("&Picture"), m_picture);
    m_width = pixels(tr("Width"), 200, usualWidth, this);
    form.addRow(tr("W&idth"), m_width);
    m_height = pixels(tr("Height"), 0, 0, this);
    m_height->setSpecialValueText(tr("as needed"));
    form.addRow(tr("&Height"), m_height);
    m_scale = new ChoiceBox(tr("Sharpness of a PNG"), this);
    for (const int scale : {1, 2, 3, 4})
        m_scale->addItem(tr("%1×").arg(scale), scale);
    m_scale->setCurrentIndex(1);
    form.addRow(tr("&Sharpness of a PNG"), m_scale);
    m_dark = new QCheckBox(tr("&Dark"), this);
    m_dark->setChecked(isDark);
    form.addRow(QString(), m_dark);
}

ExportRequest ExportForm::request() const
{
    ExportRequest request;
    request.scope = m_scope->scope();
    request.hideNames = m_scope->hidesNames(); // whose, the library tells
    if (m_style)
        request.style = static_cast<PostmortemTemplate>(m_style->currentData().toInt());
    if (m_picture) {
        request.chart = m_picture->currentData().toString();
        request.pictureWidth = m_width->value();
        request.pictureHeight = m_height->value();
        request.pictureScale = m_scale->currentData().toInt();
        request.dark = m_dark->isChecked();
    }
    return request;
}

} // namespace downtimeline
