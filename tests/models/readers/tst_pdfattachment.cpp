// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/readers/exports/pdfattachment.h"

#include "models/readers/allreaders.h"
#include "models/readers/draft/importbatch.h"
#include "tests/models/readers/smallpdf.h"

#include <gtest/gtest.h>

#include <QFile>
#include <QTemporaryDir>

#include <chrono>
#include <random>

using namespace downtimeline;
using namespace downtimeline::test;

namespace {

QString refusal(const std::string &pdf)
{
    const Result<std::string> data = attachedIncident(pdf, QStringLiteral("report.pdf"));
    EXPECT_FALSE(data);
    return data ? QString() : data.error().message;
}

} // namespace

TEST(PdfAttachment, TheDataComesOutByteForByte)
{
    const SmallPdf pdf;
    const Result<std::string> data = attachedIncident(smallPdf(pdf), QStringLiteral("report.pdf"));
    ASSERT_TRUE(data) << data.error().message.toStdString() << data.error().detail.toStdString();
    EXPECT_EQ(*data, pdf.data);
}

TEST(PdfAttachment, APdfOfOthersIsRefusedWithOneSentence)
{
    for (const SmallPdf &pdf : {SmallPdf{.hasFile = false}, SmallPdf{.name = "invoice.xml"}, SmallPdf{.hash = "-"}}) {
        const QString sentence = refusal(smallPdf(pdf));
        EXPECT_TRUE(sentence.contains(QStringLiteral("without an incident's data"))) << sentence.toStdString();
        EXPECT_TRUE(sentence.contains(QStringLiteral("report.pdf")));
    }
}

TEST(PdfAttachment, DataThatWasChangedIsNotTaken)
{
    std::string pdf = smallPdf();
    pdf[pdf.find("\"T\"") + 1] = 'X';
    EXPECT_TRUE(refusal(pdf).contains(QStringLiteral("does not fit its checksum")));
    EXPECT_TRUE(refusal(smallPdf({.hash = "00"})).contains(QStringLiteral("does not fit its checksum")));
}

TEST(PdfAttachment, OtherFiltersAreNotUnpacked)
{
    for (const char *filter : {"/Filter /ASCIIHexDecode", "/Filter [/FlateDecode /FlateDecode]", "/Filter /LZWDecode"})
        EXPECT_TRUE(refusal(smallPdf({.filter = filter})).contains(QStringLiteral("damaged"))) << filter;
}

TEST(PdfAttachment, ADamagedPdfIsToldAsSuch)
{
    const std::string whole = smallPdf();
    EXPECT_TRUE(refusal(whole.substr(0, whole.size() / 2)).contains(QStringLiteral("damaged PDF")));
    EXPECT_TRUE(refusal("%PDF-1.7\n").contains(QStringLiteral("damaged PDF")));
    EXPECT_FALSE(refusal(std::string()).isEmpty());
}

TEST(PdfAttachment, TwentyThousandDamagedOnesAreEachReadOrRefused)
{
    const std::string whole = smallPdf();
    std::mt19937 random(7);
    const auto upTo = [&random](std::size_t most) { return static_cast<std::size_t>(random() % most); };
    int read = 0;
    const auto start = std::chrono::steady_clock::now();
    for (int i = 0; i < 20000; ++i) {
        std::string pdf = whole;
        for (std::size_t changes = 1 + upTo(6); changes > 0; --changes) {
            const std::size_t at = upTo(pdf.size());
            switch (upTo(4)) {
            case 0:
                pdf[at] = static_cast<char>(random());
                break;
            case 1:
                pdf.erase(at, 1 + upTo(20));
                break;
            case 2:
                pdf.insert(at, pdf.substr(upTo(pdf.size()), upTo(60)));
                break;
            default:
                pdf[at] = "0123456789<>[]()/"[upTo(17)];
            }
        }
        const Result<std::string> data = attachedIncident(pdf, QStringLiteral("x.pdf"));
        ASSERT_TRUE(data.has_value() || !data.error().message.isEmpty());
        read += data && *data == SmallPdf().data ? 1 : 0;
        ASSERT_TRUE(!data || *data == SmallPdf().data) << "data that fits no checksum of ours";
    }
    EXPECT_GT(read, 0);
    EXPECT_LT(std::chrono::steady_clock::now() - start, std::chrono::seconds(120));
}

TEST(PdfAttachment, AReportIsOpenedLikeTheDataInIt)
{
    const QTemporaryDir folder;
    QFile file(folder.filePath(QStringLiteral("report.PDF.txt"))); // the content tells, not the name
    ASSERT_TRUE(file.open(QIODevice::WriteOnly));
    file.write(QByteArray::fromStdString(smallPdf()));
    file.close();
    const auto source = openByteSource(file.fileName());
    ASSERT_TRUE(source) << source.error().message.toStdString();
    EXPECT_EQ((*source)->name(), "report.PDF.txt");
    const Result<const Reader *> reader = recognise(**source);
    ASSERT_TRUE(reader && *reader);
    EXPECT_EQ((*reader)->key(), "downtimeline");
    BatchSink sink;
    ASSERT_TRUE((*reader)->read(**source, {}, sink, {}));
    EXPECT_EQ(sink.batch().incidents.at(0).incident.title, "T");
}
