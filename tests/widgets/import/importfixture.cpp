// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/widgets/import/importfixture.h"

#include "models/readers/allreaders.h"
#include "widgets/import/drafttable.h"
#include "widgets/paint/style.h"

#include <QApplication>
#include <QDir>
#include <QLineEdit>
#include <QTest>

namespace downtimeline {

namespace {

PreviewedSource readBy(const Reader &reader, const std::string &name, const std::string &text, ReadOptions options)
{
    const auto source = memorySource(name, text);
    const auto columns = reader.columns(*source, options);
    BatchSink sink;
    const Status read = reader.read(*source, options, sink, {});
    PreviewedSource result{
        .name = QString::fromStdString(name),
        .readerName = reader.name(),
        .text = QString::fromStdString(text),
        .draft = draftOf(sink.take()),
        .columns = columns.value_or(std::nullopt)};
    if (!read) {
        result.problem = read.error().message;
        result.draft.incidents.emplace_back();
    }
    return result;
}

} // namespace

PreviewedSource readForPreview(const std::string &name, const std::string &text)
{
    const auto source = memorySource(name, text);
    const Result<const Reader *> reader = recognise(*source);
    EXPECT_TRUE(reader && *reader) << name;
    PreviewedSource read = readBy(**reader, name, text, {});
    EXPECT_EQ(read.problem, QString()) << name;
    return read;
}

PreviewedSource readAsWished(const std::string &name, const std::string &text, const ColumnsWish &wish)
{
    return readBy(*readerOfKey(wish.format()), name, text, {.columns = wish.columns});
}

std::string outageText()
{
    return "0x21-postmortem\n\n"
           "Checkout Outage Incident report\n\n"
           "By Somebody\n\n"
           "16 th January 2024, we experienced an outage of the checkout which led to our clients not being able to "
           "pay "
           "for what they had chosen, and we apologize for it.\n\n"
           "Issue Summary\n\n"
           "On 16 th January 2024 (10am GMT + 1), all checkout servers failed with a 100% impact on our clients.\n"
           "Time (GMT + 1)\tActions\n"
           "9:45 AM\tUpgrades implementation begins\n"
           "10:00AM\tServer Outage begins\n"
           "10:00AM\tPagers alerted on-call team\n"
           "10:10AM\tOn-call team acknowledgement\n"
           "10:15AM\tRollback initiation begins\n"
           "10:20AM\tSuccessful rollback\n"
           "10:20AM\tServer restart initiated\n"
           "10:22AM\t100% of traffic back online\n\n"
           "Root Cause: (RC)\n\n"
           "On the 5 th of September 2020 around 9:45 am (GMT + 1) we started an upgrade of all servers; we swiftly "
           "sorted this out by rolling back to the previous state the evening of the same day on 8:30 pm.\n";
}

void ShownPreview::show(std::vector<PreviewedSource> sources)
{
    look(false);
    m_preview = std::make_unique<ImportPreview>(std::move(sources));
    m_preview->show();
    ASSERT_TRUE(QTest::qWaitForWindowExposed(m_preview.get()));
    m_preview->activateWindow();
    ASSERT_TRUE(QTest::qWaitForWindowActive(m_preview.get()));
}

void ShownPreview::show(const std::string &name, const std::string &text)
{
    std::vector<PreviewedSource> sources;
    sources.push_back(readForPreview(name, text));
    show(std::move(sources));
}

void ShownPreview::look(bool dark)
{
    applyLook(*qApp, dark);
    QCoreApplication::processEvents(); // widgets hear of it by an event
}

void ShownPreview::photograph(const QString &name, double pixelRatio)
{
    QDir().mkpath(QStringLiteral(DOWNTIMELINE_SCREENSHOT_DIR));
    QCoreApplication::processEvents();
    QImage image(m_preview->size() * pixelRatio, QImage::Format_RGB32);
    image.setDevicePixelRatio(pixelRatio);
    image.fill(m_preview->palette().color(QPalette::Window));
    m_preview->render(&image);
    EXPECT_TRUE(image.save(QStringLiteral(DOWNTIMELINE_SCREENSHOT_DIR "/") + name + QStringLiteral(".png")));
}

DraftTable *ShownPreview::table() const
{
    return page()->table();
}

QModelIndex ShownPreview::cell(int row, int column) const
{
    return table()->model()->index(row, column);
}

void ShownPreview::click(int row, int column)
{
    QTest::mouseClick(table()->viewport(), Qt::LeftButton, {}, table()->visualRect(cell(row, column)).center());
}

void ShownPreview::doubleClick(int row, int column)
{
    QTest::mouseDClick(table()->viewport(), Qt::LeftButton, {}, table()->visualRect(cell(row, column)).center());
}

void ShownPreview::type(int row, int column, const QString &text)
{
    click(row, column);
    doubleClick(row, column);
    auto *editor = table()->viewport()->findChild<QLineEdit *>();
    ASSERT_NE(editor, nullptr);
    editor->selectAll();
    QTest::keyClicks(editor, text);
    QTest::keyClick(editor, Qt::Key_Return);
    QCoreApplication::processEvents(); // the delegate takes it over in the event loop
}

void ShownPreview::typeInto(QLineEdit *field, const QString &text)
{
    field->setFocus();
    field->selectAll();
    QTest::keyClicks(field, text);
    QTest::keyClick(field, Qt::Key_Return);
}

QString ShownPreview::shown(int row, int column) const
{
    return cell(row, column).data().toString();
}

} // namespace downtimeline
