// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/people.h"

#include "app/library/librarysession.h"
#include "app/window/dialogs.h"
#include "models/domain/namehiding.h"
#include "models/edit/incidentdocument.h"
#include "models/storage/personstore.h"
#include "widgets/incidents/peopledialog.h"

namespace downtimeline {

People::People(LibrarySession &session, IncidentDocument &document, Dialogs &dialogs, QObject *parent)
    : QObject(parent), m_session(session), m_document(document), m_dialogs(dialogs)
{
    m_list = PersonStore(session.reader()).list().value_or(Persons());
}

void People::setHidden(bool hidden)
{
    if (hidden == m_areHidden)
        return;
    m_areHidden = hidden;
    apply();
    if (hidden && m_list.empty())
        Q_EMIT said(tr("Your list of people is empty, so only people that a source itself lists are hidden: fill it "
                       "under Edit, People."));
}

void People::readAgain()
{
    Result<Persons> list = PersonStore(m_session.reader()).list();
    if (list)
        take(std::move(*list));
    else
        Q_EMIT failed(list.error().message);
}

void People::take(Persons list)
{
    if (list == m_list)
        return;
    m_list = std::move(list);
    apply();
}

void People::apply()
{
    m_mask = m_areHidden ? NameMask(m_list) : NameMask();
    m_document.hideNames(m_areHidden ? std::optional(m_list) : std::nullopt);
    Q_EMIT changed();
}

void People::edit()
{
    auto *dialog = new PeopleDialog(m_list);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &PeopleDialog::saved, this, &People::save);
    m_dialogs.show(*dialog);
}

void People::save(const Persons &before, const Persons &after)
{
    if (!m_session.isWritable()) {
        Q_EMIT failed(m_session.notice());
        return;
    }
    take(after); // shown at once; the file has it as soon as what is being written before it is done
    m_saving.run<void>(
        {}, this,
        [writer = m_session.writer(), before, after](const TaskContext &) -> Status { // closing does not stop it
            return writer
                ->submit<void>([before, after](WriteContext &writing) {
                    return PersonStore(writing.library).replace(before, after);
                })
                .get();
        },
        [this](const Status &saved) {
            if (!saved)
                Q_EMIT failed(saved.error().message);
            readAgain(); // with the ids of the file; or what it has instead
        });
}

void People::hideIn(std::vector<IncidentEntry> &entries) const
{
    if (m_mask.isEmpty())
        return;
    for (IncidentEntry &entry : entries) {
        hideNames(m_mask, entry.title);
        hideNames(m_mask, entry.service);
    }
}

} // namespace downtimeline
