// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/window/presentoptions.h"
#include "models/domain/ids.h"

#include <QObject>
#include <QPointer>

#include <memory>
#include <optional>
#include <vector>

class QScreen;
class QWidget;

namespace downtimeline {

class IncidentDocument;
class Library;
class PresentDialog;
class Presentation;
class PresenterScreen;
class SlideView;
class ViewState;
struct PresentationContent;

/// Presents the open incident on the displays there are, keeps what is decided meanwhile, and ends where it was left.
class PresentFlow : public QObject
{
    Q_OBJECT

public:
    /// All of them must outlive it.
    PresentFlow(IncidentDocument &document, ViewState &view, Library &reader, Settings &settings, QWidget *window);
    ~PresentFlow() override;

    /// With the options of the last time.
    void start();
    /// Asks for options first.
    void askAndStart();
    /// The window selects the event of the step that was shown last.
    void end();

    bool isRunning() const { return m_presentation != nullptr; }
    Presentation *presentation() const { return m_presentation.get(); }
    SlideView *slides() const { return m_slides.get(); }
    PresenterScreen *presenter() const { return m_presenter.get(); }
    PresentDialog *dialog() const;

Q_SIGNALS:
    void failed(const QString &sentence);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void place(const QScreen *gone = nullptr);
    void openPresenter(QScreen *screen);
    void readAgain();
    std::optional<PresentationContent> content();
    void keepDecision(const QString &words, bool asNote);
    void undo();
    void takeBackKept(int undoIndex);
    void goBackToWindow(std::optional<EventId> event);

    IncidentDocument &m_document;
    ViewState &m_view;
    Library &m_reader;
    Settings &m_settings;
    QWidget *m_window;
    PresentOptions m_options;
    IncidentId m_incident; ///< that is presented
    QPointer<PresentDialog> m_dialog;
    std::unique_ptr<Presentation> m_presentation;
    std::unique_ptr<SlideView> m_slides;
    std::unique_ptr<PresenterScreen> m_presenter;
    std::vector<int> m_kept; ///< how long the undo stack was after each thing that the presenter's screen lists
};

} // namespace downtimeline
