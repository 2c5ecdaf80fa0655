// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/ids.h"

#include <QWidget>

#include <optional>
#include <vector>

class QPushButton;

namespace downtimeline {

class ChoiceBox;
class ElidedLabel;

/// Where what was read goes.
struct ImportDestination
{
    enum class Kind {
        Update,   ///< into the incidents that the sources were read into before; new ones else
        Together, ///< all sources into one new incident
        Each,     ///< a new incident for each source, a copy of one that is known
        Existing, ///< into `incident`
    };

    Kind kind = Kind::Each;
    IncidentId incident;

    bool operator==(const ImportDestination &) const = default;
};

/// One line of the list of destinations.
struct ImportPlace
{
    ImportDestination destination;
    QString words; ///< "new incident", the title of an incident
};

/// The bar below the preview: where it goes, what stands in the way, cancel and import.
class ImportFooter : public QWidget
{
    Q_OBJECT

public:
    explicit ImportFooter(QWidget *parent = nullptr);

    /// The first is chosen unless `chosen` is among them.
    void setPlaces(std::vector<ImportPlace> places, const ImportDestination &chosen);
    ImportDestination destination() const;
    /// Words of the button; an obstacle is shown and switches it off, as does what is not ready.
    void setImport(const QString &words, const QString &obstacle, bool isReady);
    /// Something that the user typed was not taken; shown until the next change.
    void tell(const QString &sentence);

    ChoiceBox *places() const { return m_places; }
    QPushButton *cancelButton() const { return m_cancel; }
    QPushButton *importButton() const { return m_import; }

Q_SIGNALS:
    void destinationChosen();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    std::vector<ImportPlace> m_all;
    ChoiceBox *m_places;
    ElidedLabel *m_message;
    QPushButton *m_cancel;
    QPushButton *m_import;
};

} // namespace downtimeline
