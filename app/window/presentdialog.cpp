// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/presentdialog.h"

#include "widgets/paint/plaintext.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QScreen>
#include <QVBoxLayout>

namespace downtimeline {
namespace {

constexpr int leastWidth = 460;

void choose(QComboBox &box, const QVariant &data)
{
    box.setCurrentIndex(std::max(0, box.findData(data)));
}

} // namespace

PresentDialog::PresentDialog(const PresentOptions &options, const QList<QScreen *> &screens, QWidget *parent)
    : QDialog(parent), m_steps(new QComboBox(this)), m_words(new QLineEdit(this)), m_display(new QComboBox(this)),
      m_colours(new QComboBox(this)), m_presenter(new QCheckBox(tr("Notes and time on the other display"), this))
{
    setWindowTitle(tr("Present"));
    auto *form = new QFormLayout;
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    form->addRow(tr("&Steps"), m_steps);
    form->addRow(tr("&Words"), m_words);
    form->addRow(tr("&Display"), m_display);
    form->addRow(tr("&Colours"), m_colours);
    form->addRow(tr("&Presenter"), m_presenter);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    QPushButton *present = buttons->addButton(tr("Present"), QDialogButtonBox::AcceptRole);
    present->setProperty("role", QStringLiteral("primary"));
    present->setDefault(true);
    auto *column = new QVBoxLayout(this);
    column->addLayout(form);
    column->addWidget(buttons);
    fill(options, screens);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    const auto needWords = [this] {
        m_words->setEnabled(m_steps->currentData().toInt() == static_cast<int>(StepChoice::Which::Filter));
    };
    connect(m_steps, &QComboBox::currentIndexChanged, this, needWords);
    needWords();
    setMinimumWidth(leastWidth);
}

void PresentDialog::fill(const PresentOptions &options, const QList<QScreen *> &screens)
{
    m_steps->addItem(tr("Starred events, or the turning points"), static_cast<int>(StepChoice::Which::Important));
    m_steps->addItem(tr("All events"), static_cast<int>(StepChoice::Which::All));
    m_steps->addItem(tr("Events with certain words"), static_cast<int>(StepChoice::Which::Filter));
    choose(*m_steps, static_cast<int>(options.choice.which));
    m_words->setText(options.choice.words);
    m_words->setPlaceholderText(tr("rollback database"));
    m_display->addItem(tr("Another than the window's"), QString());
    for (const QScreen *screen : screens) {
        const QSize size = screen->size() * screen->devicePixelRatio();
        m_display->addItem(
            QStringLiteral("%1 · %2 × %3").arg(screen->name()).arg(size.width()).arg(size.height()), screen->name());
    }
    choose(*m_display, options.screen);
    m_colours->addItem(tr("Dark"), false);
    m_colours->addItem(tr("Light, for bright rooms"), true);
    choose(*m_colours, options.isLight);
    m_presenter->setChecked(options.wantsPresenter);
    if (screens.size() < 2) {
        m_presenter->setEnabled(false);
        m_presenter->setText(tr("Notes and time on the other display: there is only one now"));
    }
}

PresentOptions PresentDialog::options() const
{
    return {
        .choice = {static_cast<StepChoice::Which>(m_steps->currentData().toInt()), m_words->text().simplified()},
        .screen = m_display->currentData().toString(),
        .isLight = m_colours->currentData().toBool(),
        .wantsPresenter = m_presenter->isChecked()};
}

} // namespace downtimeline
