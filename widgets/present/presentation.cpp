// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/present/presentation.h"

#include <algorithm>

namespace downtimeline {
namespace {

constexpr qsizetype mostDigits = 4;
constexpr QPointF middle(0.5, 0.5);

} // namespace

Presentation::Presentation(const ViewState &view, QObject *parent)
    : QObject(parent), m_clock(&std::chrono::steady_clock::now), m_begun(m_clock()), m_stepBegun(m_begun)
{
    m_view.setWhole(view.hasTimes() ? view.whole() : TimeRange{});
    m_view.setZone(view.zone());
    m_view.setLanes(view.lanes());
    m_content.steps.steps.emplace_back();
}

void Presentation::setContent(PresentationContent content)
{
    const PresentationStep before = current();
    m_content = std::move(content);
    const std::vector<PresentationStep> &steps = m_content.steps.steps;
    Q_ASSERT(!steps.empty());
    const auto same = std::ranges::find_if(steps, [&before](const PresentationStep &step) {
        return step.kind == before.kind && step.event == before.event && step.title == before.title;
    });
    const auto alike = std::ranges::find_if(steps, [&before](const PresentationStep &step) {
        return step.kind == before.kind && step.event == before.event;
    });
    const auto found = same != steps.end() ? same : alike;
    const std::size_t kept = std::min(m_step, steps.size() - 1);
    m_step = found != steps.end() ? static_cast<std::size_t>(found - steps.begin()) : kept;
    show(m_look);
    Q_EMIT changed();
}

void Presentation::goTo(std::size_t step)
{
    const std::size_t wanted = std::min(step, steps() - 1);
    m_typed.clear();
    m_isBlank = false;
    if (wanted != m_step) {
        m_step = wanted;
        m_stepBegun = m_clock();
        show(m_look == PresentView::Whole ? PresentView::SoFar : m_look);
        Q_EMIT stepChanged();
    }
    Q_EMIT changed();
}

void Presentation::goToEvent(EventId event)
{
    const auto found = std::ranges::find(m_content.steps.steps, std::optional(event), &PresentationStep::event);
    if (found != m_content.steps.steps.end())
        goTo(static_cast<std::size_t>(found - m_content.steps.steps.begin()));
}

void Presentation::next()
{
    goTo(m_isBlank ? m_step : m_step + 1); // the first key only brings the slide back
}

void Presentation::previous()
{
    goTo(m_isBlank || m_step == 0 ? m_step : m_step - 1);
}

void Presentation::show(PresentView view)
{
    m_look = view;
    m_view.setVisible(view == PresentView::Near ? rangeNear(m_content, m_step, m_view.whole()) : m_view.whole());
}

void Presentation::toggleView(PresentView view)
{
    m_typed.clear();
    show(m_look == view ? PresentView::SoFar : view);
    Q_EMIT changed();
}

void Presentation::toggleBlank()
{
    m_typed.clear();
    m_isBlank = !m_isBlank;
    Q_EMIT changed();
}

void Presentation::toggleNotes()
{
    m_typed.clear();
    m_hasNotes = !m_hasNotes;
    Q_EMIT changed();
}

void Presentation::setLight(bool isLight)
{
    m_typed.clear();
    m_isLight = isLight;
    Q_EMIT changed();
}

void Presentation::togglePointer()
{
    m_pointer = m_pointer ? std::nullopt : std::optional(middle);
    Q_EMIT pointerMoved();
}

void Presentation::movePointer(QPointF by)
{
    const QPointF at = m_pointer.value_or(middle) + by;
    m_pointer = QPointF(std::clamp(at.x(), 0.0, 1.0), std::clamp(at.y(), 0.0, 1.0));
    Q_EMIT pointerMoved();
}

void Presentation::hidePointer()
{
    m_pointer.reset();
    Q_EMIT pointerMoved();
}

void Presentation::type(QChar digit)
{
    if (m_typed.size() < mostDigits)
        m_typed += digit;
    Q_EMIT changed();
}

void Presentation::eraseTyped()
{
    m_typed.clear();
    Q_EMIT changed();
}

void Presentation::goToTyped()
{
    goTo(static_cast<std::size_t>(m_typed.toUInt()));
}

void Presentation::setClock(Clock clock)
{
    m_clock = std::move(clock);
    m_begun = m_stepBegun = m_clock();
}

std::chrono::seconds Presentation::since(std::chrono::steady_clock::time_point then) const
{
    return std::chrono::floor<std::chrono::seconds>(m_clock() - then);
}

SlideRequest Presentation::request(std::size_t step, QSizeF size) const
{
    const bool isCurrent = step == m_step;
    SlideRequest request{
        .content = m_content,
        .step = step,
        .view = isCurrent ? m_look : PresentView::SoFar,
        .visible = !m_view.hasTimes() ? TimeRange{}
                   : isCurrent        ? m_view.visible()
                                      : m_view.whole(),
        .hasNotes = isCurrent && m_hasNotes,
        .typed = isCurrent ? m_typed : QString(),
        .size = size};
    request.lanes = m_view.lanes();
    return request;
}

} // namespace downtimeline
