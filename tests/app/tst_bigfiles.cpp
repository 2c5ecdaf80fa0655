// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/storage/eventstore.h"
#include "models/storage/incidentstore.h"
#include "models/storage/seriesstore.h"
#include "models/storage/sourcestore.h"
#include "tests/app/importflowtest.h"
#include "widgets/import/columnspanel.h"
#include "widgets/import/columnstable.h"
#include "widgets/import/draftfields.h"
#include "widgets/import/drafttable.h"

#include <QDateTime>
#include <QLineEdit>
#include <QTest>
#include <QTimeZone>

namespace downtimeline {
namespace {

using namespace Qt::StringLiterals;

/// Files that are too big to be shown whole.
class BigFiles : public ImportFlowTest
{
protected:
    /// Rows until it is too big; the row's number stands for "%1".
    QString big(const QString &name, const QByteArray &header, const QByteArray &before, const QByteArray &after)
    {
        QByteArray rows = header;
        rows.reserve(largestPreviewed + 10'000);
        m_rows = 0;
        const QDateTime start(QDate(2024, 1, 16), QTime(10, 0), QTimeZone::utc());
        while (rows.size() <= largestPreviewed) {
            const QDateTime at = start.addSecs(m_rows++);
            rows += at.toString(u"yyyy-MM-dd hh:mm:ss"_s).toLatin1() + before + QByteArray::number(m_rows) + after;
        }
        return file(name, rows);
    }

    std::unique_ptr<Library> library() { return Library::open(m_session->path(), Library::Open::ReadOnly).value(); }

    int m_rows = 0;
};

const QByteArray filler(1000, 'x');

TEST_F(BigFiles, TheFirstRowsAreShownAndTheWholeIsImportedAsAnswered)
{
    const QString path = big(u"big.csv"_s, "When,Sort,What\n", ",alert,row ", filler + '\n');
    m_dialogs.onPreview = [](ImportPreview &preview) {
        EXPECT_TRUE(preview.sentence().contains(u"rows of 16 MB are shown; all of them are imported."_s))
            << preview.sentence().toStdString();
        EXPECT_EQ(preview.footer()->importButton()->text(), u"Import the whole file"_s);
        const ImportPage *page = preview.page(0);
        EXPECT_EQ(page->draft().skipped.size(), 1U) << "a column is not read, and the cut is no damage";
        EXPECT_GT(page->table()->model()->rowCount(), 1000);
        EXPECT_FALSE(page->table()->model()->index(0, DraftTableModel::TitleColumn).flags() & Qt::ItemIsEditable);
        EXPECT_TRUE(page->fields()->zone()->isEnabled()) << "no row states one";
        EXPECT_FALSE(page->fields()->day()->isEnabled()) << "every row states one";
        QTest::keyClicks(page->fields()->title(), u"Night of rows"_s);
        page->fields()->zone()->lineEdit()->setFocus();
        page->fields()->zone()->lineEdit()->selectAll();
        QTest::keyClicks(page->fields()->zone()->lineEdit(), u"+02:00"_s);
        QTest::keyClick(page->fields()->zone()->lineEdit(), Qt::Key_Return);
        QAbstractItemModel *columns = page->columns()->table()->model();
        const auto meanings = columnMeanings(static_cast<const ColumnsModel *>(columns)->table());
        const auto kind = std::ranges::find(meanings, u"Kind"_s, &ColumnMeaning::words);
        columns->setData(
            columns->index(1, ColumnsModel::MeaningColumn), static_cast<int>(kind - meanings.begin()),
            ColumnsModel::MeaningRole);
    };
    run({path});
    ASSERT_EQ(m_imported.size(), 1U);
    EXPECT_EQ(events(), m_rows) << "the whole, not the part";
    const std::unique_ptr<Library> reader = library();
    EXPECT_EQ(IncidentStore(*reader).get(m_imported[0])->title, "Night of rows");
    const std::vector<Event> stored = EventStore(*reader).all(m_imported[0]).value();
    EXPECT_EQ(stored.back().kind, EventKind::Alert) << "of rows that were not shown too";
    using namespace std::chrono;
    EXPECT_EQ(stored.front().at, sys_days(year(2024) / January / 16) + 8h) << "at +02:00";
    EXPECT_EQ(stored.front().time.zoneOrigin, ZoneOrigin::User);
}

TEST_F(BigFiles, MetricsAreAskedForTheirZone)
{
    QByteArray header("time\tload");
    QByteArray values;
    for (int i = 0; i < 20; ++i) {
        header += "\tcolumn" + QByteArray::number(i);
        values += "\t0.1234567890123456789012345678901234567890";
    }
    const QString path = big(u"big.tsv"_s, header + '\n', "\t1.", values + '\n');
    m_dialogs.onPreview = [](ImportPreview &preview) {
        const ImportPage *page = preview.page(0);
        EXPECT_TRUE(page->fields()->zone()->isDoubtful());
        EXPECT_TRUE(page->columns()->isVisible());
        page->fields()->zone()->lineEdit()->setFocus();
        page->fields()->zone()->lineEdit()->selectAll();
        QTest::keyClicks(page->fields()->zone()->lineEdit(), u"+02:00"_s);
        QTest::keyClick(page->fields()->zone()->lineEdit(), Qt::Key_Return);
    };
    run({path});
    ASSERT_EQ(m_imported.size(), 1U) << m_failures.join(u' ').toStdString();
    EXPECT_EQ(m_session->counts()->samples, 21 * m_rows);
    const std::unique_ptr<Library> reader = library();
    const auto series = SeriesStore(*reader).list(m_imported[0]);
    ASSERT_EQ(series->size(), 21U);
    using namespace std::chrono;
    const Instant midnight = sys_days(year(2024) / January / 16);
    const auto samples = SeriesStore(*reader).samples(series->front().id, {midnight, midnight + 24h});
    EXPECT_EQ(samples->front().at, midnight + 8h) << "at +02:00";
}

TEST_F(BigFiles, ThatComeAgainAreKnown)
{
    const QString path = big(u"big.csv"_s, "time,title\n", "Z,row ", filler + '\n');
    run({path});
    ASSERT_EQ(m_imported.size(), 1U);
    m_dialogs.onPreview = [](ImportPreview &preview) {
        EXPECT_EQ(preview.destination().kind, ImportDestination::Kind::Update);
    };
    run({path});
    EXPECT_EQ(events(), m_rows);
    EXPECT_EQ(m_session->counts()->incidents, 1);
}

TEST_F(BigFiles, CancellingThePreviewImportsNothing)
{
    m_dialogs.accepts = false;
    run({big(u"big.csv"_s, "time,title\n", "Z,row ", filler + '\n')});
    EXPECT_EQ(m_dialogs.sentences.size(), 1);
    EXPECT_EQ(events(), 0);
}

TEST_F(BigFiles, AClockShiftAppliesToTheWhole)
{
    const QString path = big(u"big.csv"_s, "time,title\n", "Z,row ", filler + '\n');
    m_dialogs.onPreview = [](ImportPreview &preview) {
        QLineEdit *shift = preview.page(0)->fields()->clockShift();
        shift->setFocus();
        QTest::keyClicks(shift, u"+2 min"_s);
        QTest::keyClick(shift, Qt::Key_Return);
    };
    run({path});
    ASSERT_EQ(m_imported.size(), 1U);
    const std::unique_ptr<Library> reader = library();
    using namespace std::chrono;
    EXPECT_EQ(EventStore(*reader).all(m_imported[0])->front().at, sys_days(year(2024) / January / 16) + 10h + 2min);
}

} // namespace
} // namespace downtimeline
