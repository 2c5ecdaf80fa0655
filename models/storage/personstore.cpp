// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/storage/personstore.h"

#include "models/domain/persons.h"
#include "models/storage/incidentrow.h"
#include "models/storage/sqlcalls.h"

#include <QCoreApplication>

#include <algorithm>

namespace downtimeline {
namespace {

Persons personsOf(SQLite::Statement &rows)
{
    Persons persons;
    while (rows.executeStep()) {
        persons.push_back(
            {.id = PersonId(numberAt(rows, 0)), .names = textsOf(textAt(rows, 1)), .role = textAt(rows, 2)});
    }
    return persons;
}

Persons listIn(SQLite::Database &database)
{
    SQLite::Statement rows(database, "SELECT id, names, role FROM person ORDER BY position, id");
    return personsOf(rows);
}

Persons personsIn(SQLite::Database &database, IncidentId incident)
{
    SQLite::Statement rows(database, "SELECT id, names, role FROM incident_person WHERE incident_id = ?1 ORDER BY id");
    rows.bind(1, incident.row());
    return personsOf(rows);
}

void insertPerson(SQLite::Statement &statement, const Person &person, std::int64_t second)
{
    statement.reset();
    const std::string names = jsonOf(person.names);
    bindId(statement, 1, person.id);
    statement.bind(2, second);
    bindWhole(statement, 3, names);
    bindText(statement, 4, person.role);
    statement.exec();
}

void putList(SQLite::Database &database, const Persons &persons)
{
    database.exec("DELETE FROM person");
    SQLite::Statement insert(database, "INSERT INTO person (id, position, names, role) VALUES (?1, ?2, ?3, ?4)");
    for (std::size_t i = 0; i < persons.size(); ++i)
        insertPerson(insert, persons[i], static_cast<std::int64_t>(i));
}

/// But for the ids, which whoever has just saved a list does not know yet.
bool isSame(const Persons &left, const Persons &right)
{
    return std::ranges::equal(left, right, [](const Person &one, const Person &other) {
        return one.names == other.names && one.role == other.role;
    });
}

/// How many of the second list the first does not have as they are.
std::size_t newOrOther(const Persons &before, const Persons &after)
{
    return static_cast<std::size_t>(std::ranges::count_if(
        after, [&before](const Person &person) { return std::ranges::find(before, person) == before.end(); }));
}

} // namespace

Result<Persons> PersonStore::list()
{
    return guarded(m_library.path(), [&]() -> Result<Persons> { return listIn(m_library.database()); });
}

Status PersonStore::replace(const Persons &before, const Persons &after)
{
    return guarded(m_library.path(), [&]() -> Status {
        WriteScope scope(m_library.database());
        if (!isSame(listIn(m_library.database()), before))
            return changedMeanwhile(QCoreApplication::translate("Library", "list of people"));
        putList(m_library.database(), after);
        scope.commit();
        return {};
    });
}

Result<std::size_t> PersonStore::add(std::span<const Person> persons)
{
    return guarded(m_library.path(), [&]() -> Result<std::size_t> {
        WriteScope scope(m_library.database());
        const Persons before = listIn(m_library.database());
        const Persons after = joinedPersons(before, persons);
        if (after != before)
            putList(m_library.database(), after);
        scope.commit();
        return newOrOther(before, after);
    });
}

Result<Persons> PersonStore::ofIncident(IncidentId incident)
{
    return guarded(m_library.path(), [&]() -> Result<Persons> { return personsIn(m_library.database(), incident); });
}

Status PersonStore::addToIncident(IncidentId incident, std::span<const Person> persons)
{
    return guarded(m_library.path(), [&]() -> Status {
        SQLite::Database &database = m_library.database();
        WriteScope scope(database);
        const Persons before = personsIn(database, incident);
        const Persons after = joinedPersons(before, persons);
        SQLite::Statement put(
            database, "INSERT OR REPLACE INTO incident_person (id, incident_id, names, role) VALUES (?1, ?2, ?3, ?4)");
        for (std::size_t i = 0; i < after.size(); ++i) {
            if (i >= before.size() || after[i] != before[i])
                insertPerson(put, after[i], incident.row());
        }
        scope.commit();
        return {};
    });
}

Result<Persons> PersonStore::hiddenIn(IncidentId incident)
{
    return guarded(m_library.path(), [&]() -> Result<Persons> {
        return joinedPersons(listIn(m_library.database()), personsIn(m_library.database(), incident));
    });
}

} // namespace downtimeline
