// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/import/draftfields.h"

#include "models/items/clockshift.h"
#include "models/items/incidententry.h"
#include "models/timeline/zonenames.h"
#include "widgets/import/choicebox.h"
#include "widgets/import/importwords.h"
#include "widgets/paint/plaintext.h"
#include "widgets/paint/theme.h"

#include <QCompleter>
#include <QGridLayout>
#include <QLineEdit>
#include <QScopedValueRollback>

namespace downtimeline {
namespace {

constexpr int labelWidth = 96;

QString dayWords(const QDate &day)
{
    return QLocale().toString(day, QStringLiteral("d MMMM yyyy"));
}

QString optionWords(const DayOption &option)
{
    if (option.isSwapped)
        return DraftFields::tr("%1, day and month swapped").arg(dayWords(option.day));
    if (option.lines.empty())
        return dayWords(option.day);
    QStringList numbers;
    for (const int line : option.lines)
        numbers << QString::number(line);
    const QString joined = numbers.join(QStringLiteral(", "));
    return option.lines.size() == 1 ? DraftFields::tr("%1, line %2").arg(dayWords(option.day), joined)
                                    : DraftFields::tr("%1, lines %2").arg(dayWords(option.day), joined);
}

bool isAbout(const Question &question, std::initializer_list<Question::About> abouts)
{
    return std::ranges::find(abouts, question.about) != abouts.end();
}

/// By the source, answered or not.
bool isAsked(const DraftIncident &incident, std::initializer_list<Question::About> abouts)
{
    return std::ranges::any_of(
        incident.read.questions, [abouts](const Question &question) { return isAbout(question, abouts); });
}

QLineEdit *lineEdit(const QString &name, QWidget *parent)
{
    auto *line = new QLineEdit(parent);
    line->setAccessibleName(name);
    line->setFont(uiFont(13));
    line->setFixedHeight(30);
    return line;
}

Label *fieldLabel(const QString &words, QWidget *parent)
{
    auto *label = new Label(PlainText::own(words), parent);
    label->setForegroundRole(QPalette::PlaceholderText);
    label->setMinimumWidth(labelWidth);
    return label;
}

} // namespace

DraftFields::DraftFields(QWidget *parent) : QWidget(parent)
{
    createFields();
    layOut();
    connectFields();
}

void DraftFields::createFields()
{
    m_title = lineEdit(tr("Title"), this);
    m_severity = new ChoiceBox(tr("Severity"), this);
    m_severity->addItem(tr("Not stated"));
    for (const Severity severity : {Severity::Sev1, Severity::Sev2, Severity::Sev3, Severity::Sev4, Severity::Sev5})
        m_severity->addItem(severityLabel(severity)); // the index is the number of the severity
    m_day = new ChoiceBox(tr("Date"), this);
    m_zone = new ChoiceBox(tr("Time zone"), this);
    for (ChoiceBox *box : {m_day, m_zone}) {
        box->setEditable(true);
        box->lineEdit()->setFrame(false);
        box->lineEdit()->setFont(uiFont(13));
        box->lineEdit()->setAccessibleName(box->accessibleName());
        box->lineEdit()->setTextMargins(7, 0, 0, 0);
    }
    m_day->setCompleter(nullptr);
    m_zone->completer()->setCompletionMode(QCompleter::PopupCompletion);
    m_zone->completer()->setFilterMode(Qt::MatchContains);
    m_day->lineEdit()->setPlaceholderText(tr("not stated: 2024-01-16"));
    m_shift = lineEdit(tr("Clock shift"), this);
    m_shift->setPlaceholderText(clockShiftText({}));
    setToolTipText(m_shift, PlainText::own(tr("Added to every time of this source, where its clock was off.")));
    m_incidents = new ChoiceBox(tr("Incident"), this);
}

void DraftFields::layOut()
{
    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(18, 14, 18, 10);
    grid->setHorizontalSpacing(10);
    grid->setVerticalSpacing(8);
    const auto place = [this, grid](int row, int column, QWidget *field) {
        auto *label = fieldLabel(field->accessibleName(), this);
        grid->addWidget(label, row, column);
        grid->addWidget(field, row, column + 1);
        return label;
    };
    place(0, 0, m_title);
    place(0, 2, m_severity);
    place(1, 0, m_day);
    place(1, 2, m_zone);
    place(2, 0, m_shift);
    m_incidentsLabel = place(2, 2, m_incidents);
    grid->setColumnStretch(1, 1);
    grid->setColumnStretch(3, 1);
}

void DraftFields::connectFields()
{
    connect(m_title, &QLineEdit::textEdited, this, [this](const QString &text) {
        incident().title = text.simplified().toStdString();
        Q_EMIT edited();
    });
    connect(m_severity, &QComboBox::activated, this, [this](int index) {
        incident().severity = index > 0 ? std::optional(static_cast<Severity>(index)) : std::nullopt;
        Q_EMIT edited();
    });
    connect(m_day, &QComboBox::activated, this, &DraftFields::chooseDay);
    connect(m_day->lineEdit(), &QLineEdit::editingFinished, this, &DraftFields::takeTypedDay);
    connect(m_zone, &QComboBox::activated, this, &DraftFields::chooseZone);
    connect(m_zone->lineEdit(), &QLineEdit::editingFinished, this, &DraftFields::takeTypedZone);
    connect(m_shift, &QLineEdit::editingFinished, this, &DraftFields::takeShift);
    connect(m_incidents, &QComboBox::activated, this, &DraftFields::incidentChosen);
}

void DraftFields::setDraft(ImportDraft *draft, std::size_t incident, const QString &text)
{
    const bool isNewDraft = m_draft != draft;
    m_draft = draft;
    m_incident = incident;
    m_text = text.toStdString();
    const std::vector<std::string_view> lines = linesOf(m_text);
    m_days = dayOptions(this->incident(), lines);
    const DraftIncident &read = this->incident();
    const QString label = zoneOf({.read = read.read, .placed = read.read.events}).label();
    const int line = zoneLine(read, lines);
    const bool isOpen = std::ranges::any_of(
        read.read.questions, [](const Question &question) { return question.about == Question::About::Zone; });
    m_readZone = isOpen               ? tr("not stated")
                 : !followsZone(read) ? tr("%1, stated by each time").arg(label)
                 : line > 0           ? tr("%1, from line %2").arg(label).arg(line)
                                      : label;
    m_title->setText(QString::fromStdString(read.title.value_or(read.read.incident.title)));
    m_title->setCursorPosition(0);
    if (isNewDraft || m_incidents->count() != static_cast<int>(m_draft->incidents.size()))
        fillIncidents();
    fillZones();
    refresh();
}

void DraftFields::fillIncidents()
{
    m_incidents->clear();
    const std::size_t count = m_draft->incidents.size();
    for (std::size_t i = 0; i < count; ++i) {
        const QString title = QString::fromStdString(m_draft->incidents[i].read.incident.title).simplified().left(80);
        m_incidents->addItem(tr("%1 of %2: %3").arg(i + 1).arg(count).arg(title));
    }
    m_incidents->setVisible(count > 1);
    m_incidentsLabel->setVisible(count > 1);
}

void DraftFields::refresh()
{
    const QScopedValueRollback filling(m_isFilling, true);
    const Incident &read = incident().read.incident;
    const QString title = QString::fromStdString(incident().title.value_or(read.title));
    if (!m_title->hasFocus() && m_title->text() != title) {
        m_title->setText(title);
        m_title->setCursorPosition(0);
    }
    const std::optional<Severity> severity = incident().severity.value_or(read.severity);
    m_severity->setCurrentIndex(severity ? static_cast<int>(*severity) : 0);
    m_incidents->setCurrentIndex(static_cast<int>(m_incident));
    fillDays();
    const bool isRead = !incident().zone;
    m_zone->setCurrentIndex(isRead ? 0 : m_zone->findData(QString::fromUtf8(incident().zone->id())));
    m_zone->setEditText(isRead ? m_readZone : zoneOf(incident()).label());
    m_zone->lineEdit()->setCursorPosition(0);
    m_zone->setEnabled(m_isOfPart ? isAsked(incident(), {Question::About::Zone}) : followsZone(incident()));
    m_day->setEnabled(!m_isOfPart || isAsked(incident(), {Question::About::Date, Question::About::Year}));
    if (!m_shift->hasFocus())
        m_shift->setText(m_draft->clockShift == Duration(0) ? QString() : clockShiftText(m_draft->clockShift));
    showDoubts();
}

void DraftFields::fillDays()
{
    m_day->clear();
    for (const DayOption &option : m_days)
        m_day->addItem(optionWords(option));
    const std::optional<QDate> day = firstDay(incident());
    m_day->setEditText(day ? dayWords(*day) : QString());
    m_day->lineEdit()->setCursorPosition(0);
}

void DraftFields::fillZones()
{
    m_zone->clear();
    m_zone->addItem(m_readZone);
    QStringList names = zoneNames();
    const QString utc = names.takeFirst();
    m_zone->addItem(utc, utc);
    const QString here = QString::fromUtf8(QTimeZone::systemTimeZoneId());
    if (here.contains(u'/'))
        m_zone->addItem(tr("%1, where you are").arg(here), here);
    for (const QString &name : std::as_const(names))
        m_zone->addItem(name, name);
}

void DraftFields::showDoubts()
{
    using About = Question::About;
    const std::vector<Question> open = openQuestions(incident());
    const auto asked = [&open](std::initializer_list<About> abouts) {
        return std::ranges::any_of(open, [abouts](const Question &question) { return isAbout(question, abouts); });
    };
    const bool hasChosen = incident().day || incident().swapsDayAndMonth;
    const bool isDayOpen = asked({About::Date, About::Year, About::DayFirst}) || firstWithoutInstant(incident());
    m_day->setDoubtful(isDayOpen || (m_days.size() > 1 && !hasChosen));
    m_zone->setDoubtful(asked({About::Zone}));
    setToolTipText(
        m_day, PlainText::own(tr("The day of the first event; the others move with it. Choose one that the document "
                                 "names or type 2024-01-16.")));
    setToolTipText(
        m_zone, PlainText::own(tr("Of every time that does not state its own. Choose or type Europe/Berlin, UTC or "
                                  "+01:00.")));
}

void DraftFields::setHeaderEditable(bool editable)
{
    m_title->setEnabled(editable);
    m_severity->setEnabled(editable);
}

void DraftFields::placeAgain()
{
    place(incident());
    refresh();
    Q_EMIT edited();
}

void DraftFields::chooseDay(int option)
{
    if (m_isFilling || option < 0 || option >= static_cast<int>(m_days.size()))
        return;
    const DayOption &chosen = m_days[static_cast<std::size_t>(option)];
    incident().swapsDayAndMonth = chosen.isSwapped;
    incident().day = chosen.isSwapped ? std::nullopt : std::optional(chosen.day);
    placeAgain();
}

void DraftFields::takeTypedDay()
{
    if (m_isFilling || !m_draft)
        return;
    const QString typed = m_day->lineEdit()->text().trimmed();
    const std::optional<QDate> now = firstDay(incident());
    if (typed == (now ? dayWords(*now) : QString()) || m_day->findText(typed) >= 0)
        return;
    if (const std::optional<QDate> day = dayFromText(typed)) {
        incident().day = *day;
        placeAgain();
        return;
    }
    refresh();
    Q_EMIT refused(tr("“%1” is no whole date: type 2024-01-16 or 16 January 2024.").arg(typed.left(40)));
}

void DraftFields::chooseZone(int item)
{
    if (m_isFilling || item < 0)
        return;
    incident().zone = item == 0 ? std::nullopt : zoneFromText(m_zone->itemData(item).toString());
    placeAgain();
}

void DraftFields::takeTypedZone()
{
    if (m_isFilling || !m_draft)
        return;
    const QString typed = m_zone->lineEdit()->text().trimmed();
    const QString now = incident().zone ? zoneOf(incident()).label() : m_readZone;
    if (typed == now || m_zone->findText(typed) >= 0)
        return;
    if (const std::optional<QTimeZone> zone = zoneFromText(typed)) {
        incident().zone = *zone;
        placeAgain();
        return;
    }
    refresh();
    Q_EMIT refused(tr("“%1” is no zone that is known here: type Europe/Berlin, UTC or +01:00.").arg(typed.left(40)));
}

void DraftFields::takeShift()
{
    if (m_isFilling || !m_draft)
        return;
    const Result<Duration> shift = parseClockShift(m_shift->text());
    if (!shift)
        Q_EMIT refused(shift.error().message);
    const Duration before = m_draft->clockShift;
    m_draft->clockShift = shift.value_or(before);
    m_shift->setText(m_draft->clockShift == Duration(0) ? QString() : clockShiftText(m_draft->clockShift));
    if (m_draft->clockShift != before)
        Q_EMIT edited();
}

} // namespace downtimeline
