// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/present/presenterscreen.h"

#include "widgets/paint/theme.h"
#include "widgets/present/presentation.h"
#include "widgets/present/presentkeys.h"
#include "widgets/present/slidepreview.h"
#include "widgets/present/slidetext.h"

#include <QCloseEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QToolButton>
#include <QVBoxLayout>

namespace downtimeline {
namespace {

constexpr int margin = 20;
constexpr int gap = 12;
constexpr int notePixels = 20;
constexpr int timePixels = 40;
constexpr int captionPixels = 14;

QToolButton *button(QWidget *parent, const QString &text, const char *role)
{
    auto *made = new QToolButton(parent);
    made->setText(text);
    made->setProperty("role", QString::fromLatin1(role));
    made->setFocusPolicy(Qt::TabFocus);
    return made;
}

Label *caption(QWidget *parent, const QString &text)
{
    auto *made = new Label(PlainText::own(text), parent);
    made->setFont(uiFont(captionPixels));
    made->setForegroundRole(QPalette::PlaceholderText);
    return made;
}

/// "1:05", "1:02:03".
QString stopwatchText(std::chrono::seconds length)
{
    const auto parts = std::chrono::hh_mm_ss(length);
    const auto padded = [](std::int64_t number) { return QString::number(number).rightJustified(2, u'0'); };
    const QString seconds = u':' + padded(parts.seconds().count());
    if (parts.hours().count() == 0)
        return QString::number(parts.minutes().count()) + seconds;
    return QString::number(parts.hours().count()) + u':' + padded(parts.minutes().count()) + seconds;
}

} // namespace

PresenterScreen::PresenterScreen(Presentation &presentation, QWidget *parent)
    : QWidget(parent, Qt::Window), m_presentation(presentation)
{
    setWindowTitle(tr("Presenter's screen"));
    setAccessibleName(tr("Presenter's screen"));
    setFocusPolicy(Qt::StrongFocus);
    createWidgets();
    layOut();
    connect(&m_presentation, &Presentation::changed, this, &PresenterScreen::refresh);
    connect(m_back, &QToolButton::clicked, &m_presentation, &Presentation::previous);
    connect(m_forth, &QToolButton::clicked, &m_presentation, &Presentation::next);
    connect(m_blank, &QToolButton::clicked, &m_presentation, &Presentation::toggleBlank);
    connect(m_leave, &QToolButton::clicked, &m_presentation, &Presentation::leave);
    connect(m_asNote, &QToolButton::clicked, this, [this] { keep(Keep::Note); });
    connect(m_asAction, &QToolButton::clicked, this, [this] { keep(Keep::Action); });
    connect(&m_tick, &QTimer::timeout, this, &PresenterScreen::tellTime);
    m_tick.start(std::chrono::milliseconds(250));
    setFocus(); // else the notes would take the arrow keys
    refresh();
}

void PresenterScreen::createWidgets()
{
    m_place = new Label(this);
    m_place->setFont(uiFont(notePixels, QFont::DemiBold));
    m_elapsed = new Label(this);
    m_elapsed->setFont(uiFont(timePixels, QFont::DemiBold));
    m_elapsed->setAccessibleName(tr("Elapsed time"));
    m_ofStep = new Label(this);
    m_ofStep->setFont(uiFont(notePixels));
    m_ofStep->setForegroundRole(QPalette::PlaceholderText);
    m_next = new Label(this);
    m_next->setFont(uiFont(notePixels));
    m_next->setWordWrap(true);
    m_message = caption(this, {});
    m_message->setWordWrap(true);
    m_current = new SlidePreview(m_presentation, SlidePreview::Shows::Current, this);
    m_following = new SlidePreview(m_presentation, SlidePreview::Shows::Next, this);
    m_notes = new QPlainTextEdit(this);
    m_notes->setReadOnly(true);
    m_notes->setFrameShape(QFrame::NoFrame);
    m_notes->document()->setDocumentMargin(0);
    m_notes->setFont(uiFont(notePixels));
    m_notes->setFocusPolicy(Qt::TabFocus);
    m_notes->setAccessibleName(tr("Notes"));
    m_decision = new QLineEdit(this);
    m_decision->setFont(uiFont(notePixels));
    m_decision->setMinimumHeight(40);
    m_decision->setAccessibleName(tr("What was decided"));
    m_decision->setPlaceholderText(tr("What was decided   D"));
    m_decision->installEventFilter(this);
    m_asNote = button(this, tr("Keep as note"), "outline");
    m_asAction = button(this, tr("Keep as action"), "outline");
    m_back = button(this, tr("← Back"), "outline");
    m_forth = button(this, tr("Next →"), "primary");
    m_blank = button(this, tr("Blank"), "outline");
    m_leave = button(this, tr("Leave"), "outline");
    m_kept = new QListWidget(this);
    m_kept->setFocusPolicy(Qt::TabFocus);
    m_kept->setAccessibleName(tr("Kept so far"));
    m_kept->setWordWrap(true);
    m_kept->setFont(uiFont(16));
}

QWidget *PresenterScreen::topBar()
{
    auto *bar = new QWidget(this);
    auto *row = new QHBoxLayout(bar);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(gap);
    row->addWidget(m_elapsed);
    row->addSpacing(gap);
    row->addWidget(m_ofStep);
    row->addSpacing(gap);
    row->addWidget(m_place, 1);
    for (QToolButton *each : {m_back, m_forth, m_blank, m_leave})
        row->addWidget(each);
    return bar;
}

QWidget *PresenterScreen::sideColumn()
{
    auto *side = new QWidget(this);
    auto *column = new QVBoxLayout(side);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(gap / 2);
    column->addWidget(caption(side, tr("Next")));
    column->addWidget(m_next);
    column->addWidget(m_following, 3);
    column->addWidget(caption(side, tr("Kept so far")));
    column->addWidget(m_kept, 2);
    return side;
}

QWidget *PresenterScreen::decisionBar()
{
    auto *bar = new QWidget(this);
    auto *row = new QHBoxLayout(bar);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(gap);
    row->addWidget(m_decision, 1);
    row->addWidget(m_asNote);
    row->addWidget(m_asAction);
    return bar;
}

void PresenterScreen::layOut()
{
    auto *main = new QWidget(this);
    auto *left = new QVBoxLayout(main);
    left->setContentsMargins(0, 0, 0, 0);
    left->setSpacing(gap / 2);
    left->addWidget(caption(main, tr("Now")));
    left->addWidget(m_current, 5);
    left->addWidget(caption(main, tr("Notes and questions")));
    left->addWidget(m_notes, 3);
    auto *middle = new QHBoxLayout;
    middle->setSpacing(margin);
    middle->addWidget(main, 5);
    middle->addWidget(sideColumn(), 3);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(margin, margin, margin, margin);
    column->setSpacing(gap);
    column->addWidget(topBar());
    column->addLayout(middle, 1);
    column->addWidget(decisionBar());
    column->addWidget(m_message);
}

void PresenterScreen::refresh()
{
    const PresentationStep &step = m_presentation.current();
    const int events = m_presentation.content().steps.events;
    const bool isEvent = step.kind == PresentationStep::Kind::Event;
    const QString place = isEvent ? tr("%1 of %2").arg(m_presentation.step()).arg(events) : shown(step.title);
    const QString typed = m_presentation.typed();
    m_place->setText(PlainText::own(
        !typed.isEmpty()           ? tr("go to %1").arg(typed)
        : m_presentation.isBlank() ? place + QStringLiteral(" · ") + tr("screen is blank")
                                   : place));
    const auto &content = m_presentation.content();
    const QString note = step.event && content.noteOf ? content.noteOf(*step.event) : QString();
    QStringList lines;
    for (const QString &line : note.split(u'\n'))
        lines << shown(line);
    for (const StepFigure &figure : step.figures)
        lines << QString() << shown(figure.text + QStringLiteral(": ") + figure.definition);
    const QString words = lines.join(u'\n').trimmed();
    if (words != m_notes->toPlainText())
        m_notes->setPlainText(words);
    QString next = tr("This is the last step.");
    if (m_presentation.step() + 1 < m_presentation.steps()) {
        const PresentationStep &following = content.steps.steps.at(m_presentation.step() + 1);
        next = following.time.isEmpty() ? following.title : following.time + u' ' + following.title;
    }
    m_next->setText(PlainText::foreign(QStringView(shown(next).left(160))));
    m_asNote->setEnabled(m_isWritable && canBeNote());
    m_asAction->setEnabled(m_isWritable);
    m_decision->setEnabled(m_isWritable);
    tellTime();
}

bool PresenterScreen::canBeNote() const
{
    return m_presentation.current().event.has_value();
}

void PresenterScreen::tellTime()
{
    m_elapsed->setText(PlainText::own(stopwatchText(m_presentation.elapsed())));
    m_ofStep->setText(PlainText::own(tr("this step %1").arg(stopwatchText(m_presentation.elapsedOfStep()))));
}

void PresenterScreen::setWritable(bool isWritable, const PlainText &why)
{
    m_isWritable = isWritable;
    m_message->setText(isWritable ? PlainText() : why);
    refresh();
}

void PresenterScreen::keep(Keep as)
{
    const QString words = m_decision->text().simplified();
    if (words.isEmpty()) {
        tellRefused(PlainText::own(tr("Type what was decided first.")));
        return;
    }
    const Keep wanted = canBeNote() ? as : Keep::Action;
    Q_EMIT decided(words, wanted);
}

void PresenterScreen::tellKept(Keep as, const PlainText &words)
{
    m_decision->clear();
    m_message->setText(PlainText());
    m_kept->addItem((as == Keep::Note ? tr("Note: %1") : tr("Action: %1")).arg(words.text()));
    m_kept->scrollToBottom();
}

void PresenterScreen::takeBackKept()
{
    delete m_kept->takeItem(m_kept->count() - 1);
}

void PresenterScreen::tellRefused(const PlainText &why)
{
    m_message->setText(why);
}

void PresenterScreen::keyPressEvent(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Undo))
        Q_EMIT undoRequested();
    else if (event->key() == Qt::Key_D && event->modifiers() == Qt::NoModifier)
        m_decision->setFocus(Qt::ShortcutFocusReason);
    else if (!handlePresentKey(*event, m_presentation))
        QWidget::keyPressEvent(event);
}

/// In the line Enter keeps a note, with Ctrl an action; Escape and the page keys are the presentation's again.
bool PresenterScreen::eventFilter(QObject *watched, QEvent *event)
{
    if (watched != m_decision || event->type() != QEvent::KeyPress)
        return QWidget::eventFilter(watched, event);
    auto *key = static_cast<QKeyEvent *>(event);
    switch (key->key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
        keep(key->modifiers().testFlag(Qt::ControlModifier) ? Keep::Action : Keep::Note);
        return true;
    case Qt::Key_Escape:
        setFocus(Qt::OtherFocusReason);
        return true;
    case Qt::Key_PageDown:
    case Qt::Key_PageUp:
        return handlePresentKey(*key, m_presentation);
    default:
        return false;
    }
}

void PresenterScreen::closeEvent(QCloseEvent *event)
{
    event->accept();
    m_presentation.leave();
}

} // namespace downtimeline
