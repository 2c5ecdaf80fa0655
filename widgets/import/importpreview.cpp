// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/import/importpreview.h"

#include "widgets/import/choicebox.h"
#include "widgets/import/columnspanel.h"
#include "widgets/import/draftfields.h"
#include "widgets/import/importwords.h"
#include "widgets/incidents/elidedlabel.h"
#include "widgets/paint/theme.h"

#include <QHBoxLayout>
#include <QLineEdit>
#include <QPainter>
#include <QPushButton>
#include <QScopedValueRollback>
#include <QShortcut>
#include <QStackedWidget>
#include <QToolButton>
#include <QVBoxLayout>

namespace downtimeline {
namespace {

constexpr QSize startSize(1180, 720);

/// A hairline across the window.
class Hairline : public QWidget
{
public:
    explicit Hairline(QWidget *parent) : QWidget(parent) { setFixedHeight(1); }

protected:
    void paintEvent(QPaintEvent *) override { QPainter(this).fillRect(rect(), Theme::of(this).hairline); }
};

QToolButton *stepButton(const QString &text, const QString &name, QWidget *parent)
{
    auto *button = new QToolButton(parent);
    button->setText(text);
    button->setAccessibleName(name);
    button->setProperty("role", QStringLiteral("outline"));
    button->setFocusPolicy(Qt::TabFocus);
    setToolTipText(button, PlainText::own(name));
    return button;
}

} // namespace

ImportPreview::ImportPreview(std::vector<PreviewedSource> sources, QWidget *parent)
    : QDialog(parent), m_stack(new QStackedWidget(this)), m_footer(new ImportFooter(this)),
      m_title(new ElidedLabel(paperFont(19, QFont::DemiBold), QPalette::WindowText, this)),
      m_sentence(new ElidedLabel(uiFont(13), QPalette::PlaceholderText, this)), m_place(new Label(this)),
      m_previous(stepButton(QStringLiteral("‹"), tr("Previous file (Alt+Page Up)"), this)),
      m_next(stepButton(QStringLiteral("›"), tr("Next file (Alt+Page Down)"), this))
{
    Q_ASSERT(!sources.empty());
    for (PreviewedSource &source : sources) {
        m_pages.push_back(new ImportPage(std::move(source), this));
        m_stack->addWidget(m_pages.back());
    }
    m_standing.resize(m_pages.size());
    layOut();
    connectPages();
    setPlaces({{.destination = {}, .words = tr("new incident")}}, {});
    setWindowTitle(tr("Import"));
    resize(startSize);
    showPage(0);
    m_pages.front()->fields()->title()->setFocus();
}

/// A field that loses the focus tells what was typed: it has to be while there is still somebody to tell.
ImportPreview::~ImportPreview()
{
    if (QWidget *field = focusWidget())
        field->clearFocus();
    hide();
}

QWidget *ImportPreview::header()
{
    auto *top = new QWidget(this);
    auto *row = new QHBoxLayout(top);
    row->setContentsMargins(20, 14, 18, 14);
    row->setSpacing(6);
    auto *words = new QVBoxLayout;
    words->setSpacing(5);
    words->addWidget(m_title);
    words->addWidget(m_sentence);
    row->addLayout(words, 1);
    m_place->setForegroundRole(QPalette::PlaceholderText);
    row->addSpacing(12);
    row->addWidget(m_place);
    row->addWidget(m_previous);
    row->addWidget(m_next);
    for (QWidget *widget : std::initializer_list<QWidget *>{m_place, m_previous, m_next})
        widget->setVisible(count() > 1);
    return top;
}

void ImportPreview::layOut()
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(header());
    column->addWidget(new Hairline(this));
    column->addWidget(m_stack, 1);
    column->addWidget(m_footer);
}

void ImportPreview::connectPages()
{
    for (int i = 0; i < count(); ++i) {
        connect(page(i), &ImportPage::draftChanged, this, &ImportPreview::tell);
        connect(page(i), &ImportPage::refused, m_footer, &ImportFooter::tell);
        connect(page(i)->columns(), &ColumnsPanel::wished, this, [this, i](const ColumnsWish &wish) {
            Q_EMIT columnsWished(i, wish);
        });
        connect(page(i)->columns(), &ColumnsPanel::forgetWished, this, [this, i] { Q_EMIT forgetWished(i); });
    }
    connect(m_footer, &ImportFooter::destinationChosen, this, [this] {
        tell();
        Q_EMIT destinationChosen();
    });
    connect(m_footer->cancelButton(), &QPushButton::clicked, this, &ImportPreview::reject);
    connect(m_footer->importButton(), &QPushButton::clicked, this, &ImportPreview::accept);
    const auto step = [this](int by) { return [this, by] { showPage(currentPage() + by); }; };
    connect(m_previous, &QToolButton::clicked, this, step(-1));
    connect(m_next, &QToolButton::clicked, this, step(1));
    connect(new QShortcut(Qt::ALT | Qt::Key_PageUp, this), &QShortcut::activated, this, step(-1));
    connect(new QShortcut(Qt::ALT | Qt::Key_PageDown, this), &QShortcut::activated, this, step(1));
    connect(new QShortcut(Qt::CTRL | Qt::Key_Return, this), &QShortcut::activated, this, &ImportPreview::accept);
}

void ImportPreview::setPlaces(std::vector<ImportPlace> places, const ImportDestination &chosen)
{
    m_footer->setPlaces(std::move(places), chosen);
    tell();
}

int ImportPreview::currentPage() const
{
    return m_stack->currentIndex();
}

QString ImportPreview::sentence() const
{
    return m_sentence->text();
}

void ImportPreview::showPage(int index)
{
    if (index < 0 || index >= count())
        return;
    m_stack->setCurrentIndex(index);
    tell();
}

void ImportPreview::accept()
{
    if (QWidget *field = focusWidget())
        field->clearFocus(); // takes over what is still being typed
    if (m_footer->importButton()->isEnabled())
        QDialog::accept();
}

void ImportPreview::reject()
{
    if (m_isRereading)
        Q_EMIT stopWished();
    else
        QDialog::reject();
}

void ImportPreview::setRereading(bool rereading)
{
    m_isRereading = rereading;
    m_footer->cancelButton()->setText(rereading ? tr("Stop reading") : tr("Cancel"));
    tell();
    if (rereading)
        m_footer->tell(tr("Reading again …"));
}

void ImportPreview::setStanding(int index, std::vector<StandingEvent> standing)
{
    m_standing[static_cast<std::size_t>(index)] = std::move(standing);
    tell();
}

void ImportPreview::setLooking(bool looking)
{
    m_isLooking = looking;
    tell();
}

/// What goes into one incident stands beside what the pages before it put there.
void ImportPreview::tellStanding()
{
    const ImportDestination::Kind kind = destination().kind;
    const bool isOne = kind == ImportDestination::Kind::Together || kind == ImportDestination::Kind::Existing;
    std::vector<StandingEvent> before;
    for (std::size_t i = 0; i < m_pages.size(); ++i) {
        std::vector<StandingEvent> standing = m_standing[i];
        if (isOne)
            std::ranges::copy(before, std::back_inserter(standing));
        m_pages[i]->setStanding(std::move(standing));
        const ImportDraft &draft = m_pages[i]->draft();
        if (!isOne || i + 1 == m_pages.size() || draft.incidents.empty())
            continue;
        for (std::size_t event = 0; event < draft.incidents.front().choices.size(); ++event) {
            const Event chosen = chosenEvent(draft, draft.incidents.front(), event);
            if (draft.incidents.front().choices[event].isTaken() && chosen.at)
                before.push_back({.at = *chosen.at, .kind = chosen.kind, .title = chosen.title});
        }
    }
}

/// Everything that is said of the pages as a whole.
void ImportPreview::tell()
{
    if (m_isTelling)
        return;
    const QScopedValueRollback telling(m_isTelling, true);
    tellStanding();
    const PreviewedSource &source = page(std::max(0, currentPage()))->source();
    m_title->setText(PlainText::foreign(QStringView(tr("Import %1").arg(source.name))));
    const QString sentence = readingSentence(source.readerName, source.draft, source.wasReadBefore);
    m_sentence->setText(
        PlainText::foreign(QStringView(source.part.isEmpty() ? sentence : source.part + u' ' + sentence)));
    m_place->setText(PlainText::own(tr("%1 of %2").arg(currentPage() + 1).arg(count())));
    m_previous->setEnabled(currentPage() > 0);
    m_next->setEnabled(currentPage() + 1 < count());
    const bool isNew = destination().kind != ImportDestination::Kind::Existing &&
                       destination().kind != ImportDestination::Kind::Update;
    std::vector<const ImportDraft *> drafts;
    QString inTheWay;
    for (ImportPage *one : m_pages) {
        one->setHeaderEditable(isNew);
        drafts.push_back(&one->draft());
        const QString &problem = one->source().problem;
        const QString obstacle = problem.isEmpty() ? downtimeline::obstacle(one->draft()) : problem;
        if (inTheWay.isEmpty() && !obstacle.isEmpty())
            inTheWay = count() > 1 ? tr("%1: %2").arg(one->source().name, obstacle) : obstacle;
    }
    const bool isAnyPart =
        std::ranges::any_of(m_pages, [](const ImportPage *one) { return !one->source().part.isEmpty(); });
    const QString words = !isAnyPart     ? importWords(drafts)
                          : count() == 1 ? tr("Import the whole file")
                                         : tr("Import the whole files");
    m_footer->setImport(words, inTheWay, !isLooking());
}

} // namespace downtimeline
