// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/widgets/timeline/foundingtimeline.h"
#include "widgets/timeline/timelineexport.h"

#include <gtest/gtest.h>

#include <QDir>
#include <QFile>
#include <QPainter>
#include <QSvgRenderer>
#include <QXmlStreamReader>

namespace downtimeline {

namespace {

struct Picture
{
    explicit Picture(const FoundingTimeline &incident = FoundingTimeline())
        : content(incident.content()), picture{
                                           .content = content,
                                           .look = {.zone = gmt1(), .title = incident.texts().title},
                                           .visible = FoundingTimeline::range(),
                                           .width = 1145}
    {}
    TimelineContent content;
    TimelinePicture picture;
};

void saveScreenshot(const QByteArray &bytes, const QString &name)
{
    QDir().mkpath(QStringLiteral(DOWNTIMELINE_SCREENSHOT_DIR));
    QFile file(QStringLiteral(DOWNTIMELINE_SCREENSHOT_DIR "/") + name);
    ASSERT_TRUE(file.open(QIODevice::WriteOnly));
    file.write(bytes);
}

} // namespace

TEST(TimelineExport, APngHasTheSizeAskedFor)
{
    const Picture p;
    for (const bool dark : {false, true})
        for (const int scale : {1, 2}) {
            TimelinePicture picture = p.picture;
            picture.dark = dark;
            const Result<QByteArray> bytes = timelinePng(picture, scale);
            ASSERT_TRUE(bytes);
            const QImage image = QImage::fromData(*bytes, "PNG");
            EXPECT_EQ(image.width(), 1145 * scale);
            EXPECT_EQ(image.pixelColor(image.width() - 2, 2), (dark ? Theme::dark() : Theme::light()).background);
            saveScreenshot(
                *bytes, QStringLiteral("timeline-%1-%2x.png")
                            .arg(dark ? QStringLiteral("dark") : QStringLiteral("light"))
                            .arg(scale));
        }
}

TEST(TimelineExport, TheSamePictureTwiceIsTheSameBytes)
{
    const Picture p;
    EXPECT_EQ(*timelinePng(p.picture, 1), *timelinePng(p.picture, 1));
    EXPECT_EQ(*timelineSvg(p.picture, QString()), *timelineSvg(p.picture, QString()));
}

TEST(TimelineExport, AnImpossibleSizeIsRefusedInASentence)
{
    Picture p;
    EXPECT_FALSE(timelinePng(p.picture, 0));
    EXPECT_FALSE(timelinePng(p.picture, 1000));
    p.picture.width = 31000;
    const Result<QByteArray> tooLarge = timelinePng(p.picture, 2);
    ASSERT_FALSE(tooLarge);
    EXPECT_TRUE(tooLarge.error().message.contains(QStringLiteral("32000")));
}

TEST(TimelineExport, APictureThatIsNoLongerWantedIsNotPainted)
{
    Picture wanted;
    EXPECT_TRUE(timelinePng(wanted.picture, 1));
    std::stop_source stop;
    wanted.picture.stop = stop.get_token();
    wanted.picture.look.title = [&stop](EventId) {
        stop.request_stop(); // while it is laid out
        return QStringLiteral("title");
    };
    const Result<QByteArray> png = timelinePng(wanted.picture, 1);
    ASSERT_FALSE(png);
    EXPECT_EQ(png.error().code, Error::Code::Cancelled);
    const Result<QByteArray> svg = timelineSvg(wanted.picture, QStringLiteral("title"));
    ASSERT_FALSE(svg);
    EXPECT_EQ(svg.error().code, Error::Code::Cancelled);
}

TEST(TimelineExport, AnSvgIsWellFormedAndHasItsTextAsText)
{
    FoundingTimeline incident;
    incident.titles[EventId(1)] = QStringLiteral("</text><script>x & y</script>");
    const Picture p(incident);
    const Result<QByteArray> svg = timelineSvg(p.picture, QStringLiteral("</title><b>"));
    ASSERT_TRUE(svg);
    QXmlStreamReader reader(*svg);
    QString text;
    while (!reader.atEnd()) {
        reader.readNext();
        EXPECT_NE(reader.name(), QLatin1String("script"));
        EXPECT_NE(reader.name(), QLatin1String("image")) << "glyphs are vectors";
        if (reader.isCharacters())
            text += reader.text();
    }
    EXPECT_FALSE(reader.hasError()) << reader.errorString().toStdString();
    EXPECT_TRUE(text.contains(QStringLiteral("Pagers alerted on-call team")));
    EXPECT_TRUE(text.contains(QStringLiteral("</text><script>x & y</script>")));
    EXPECT_TRUE(QSvgRenderer(*svg).isValid());
}

/// SVG knows no clip, so what is cut must be cut in the list.
TEST(TimelineExport, AnSvgOfANarrowViewDrawsNothingOutsideThePlot)
{
    Picture p;
    p.picture.visible = {minute(5), minute(12)};
    const QByteArray svg = *timelineSvg(p.picture, QString());
    saveScreenshot(svg, QStringLiteral("timeline-narrow.svg"));
    QSvgRenderer renderer(svg);
    QImage image(timelineSize(p.picture).toSize(), QImage::Format_RGB32);
    image.fill(Qt::white);
    QPainter painter(&image);
    renderer.render(&painter, image.rect());
    painter.end();
    int coloured = 0;
    for (int y = 0; y < image.height(); ++y)
        for (int x = image.width() - plot::rightGutter + 8; x < image.width(); ++x)
            coloured += image.pixelColor(x, y).hslSaturation() > 60 && image.pixelColor(x, y).lightness() < 240 ? 1 : 0;
    EXPECT_EQ(coloured, 0);
    EXPECT_GT(image.pixelColor(600, 80).hslSaturation(), 60) << "the outage's bar is there";
}

TEST(TimelineExport, DrawingTakesTheSizeThatWasTold)
{
    const Picture p;
    const QSizeF size = timelineSize(p.picture);
    QImage image(size.toSize(), QImage::Format_RGB32);
    image.fill(Qt::white);
    QPainter painter(&image);
    EXPECT_EQ(drawTimeline(painter, p.picture), size);
    EXPECT_GT(size.height(), 200);
}

} // namespace downtimeline
