// SPDX-License-Identifier: GPL-3.0-or-later
#include "csvtest.h"
#include "models/readers/json/jsoncutter.h"
#include "models/readers/json/jsonsketch.h"

using namespace downtimeline;
using namespace downtimeline::test;

namespace {

/// Every piece as "line place text", a damage as "line !".
std::vector<std::string>
pieces(const std::string &text, std::vector<std::string> records, bool isLines = false, std::size_t chunk = 1000)
{
    SplitSource source(text, chunk, chunk);
    JsonCutter cutter(source, std::move(records), isLines);
    std::vector<std::string> found;
    for (auto step = cutter.next(); step && *step != JsonCutter::Step::End; step = cutter.next()) {
        const std::string line = std::to_string(cutter.line()) + " ";
        found.push_back(
            *step == JsonCutter::Step::Damage ? line + "!"
                                              : line + std::string(cutter.place()) + " " + std::string(cutter.text()));
    }
    return found;
}

} // namespace

TEST(JsonCutter, CutsTheSameHoweverTheBytesAreCut)
{
    const std::string text = "{\"more\": true,\n \"x\": [[1]], \"a\": {\"b\": [{\"t\": \"}\\\"]\"},\n {}]}}\n";
    const std::vector<std::string> expected{"1 more true", "2 a.b[] {\"t\": \"}\\\"]\"}", "3 a.b[] {}"};
    for (std::size_t chunk = 1; chunk < text.size(); ++chunk)
        EXPECT_EQ(pieces(text, {"a.b[]"}, false, chunk), expected) << chunk;
}

TEST(JsonCutter, ADamagedLineSpoilsNoOther)
{
    EXPECT_EQ(
        pieces("{\"a\":1}\n{\"b\n{\"c\":[}\n{\"d\":{}\n{\"e\":2}\n", {""}, true),
        (std::vector<std::string>{"1  {\"a\":1}", "2 !", "3 !", "4 !", "5  {\"e\":2}"}));
}

TEST(JsonCutter, ADamagedDocumentEndsWithItsLine)
{
    EXPECT_EQ(pieces("[{},\n{\"a\": ]}, {}]", {"[]"}), (std::vector<std::string>{"1 [] {}", "2 !"}));
    EXPECT_EQ(pieces("[{},\n{\"a\"", {"[]"}), (std::vector<std::string>{"1 [] {}", "2 !"}));
}

TEST(JsonCutter, AMillionLevelsAreOneSentence)
{
    EXPECT_EQ(pieces(std::string(1'000'000, '['), {"[]"}), std::vector<std::string>{"1 !"});
    const auto source = memorySource("deep.json", std::string(1'000'000, '['));
    BatchSink sink;
    const Status read = readerOfKey("statuspage")->read(*source, {}, sink, {});
    ASSERT_FALSE(read);
    EXPECT_TRUE(read.error().message.contains(QLatin1String("levels")));
}

TEST(JsonCutter, ALineBreakIsCountedOnce)
{
    EXPECT_EQ(pieces("{\"a\": 1\n,\n\"b\": 2}", {"x"}, false, 3), (std::vector<std::string>{"1 a 1", "3 b 2"}));
}

TEST(JsonCutter, ANameWithAControlCharacterIsToldAndTheReadingGoesOn)
{
    const std::string text = "{\"a\tb\": 1,\n \"items\": [{\"x\": 1}]}";
    const std::vector<std::string> expected{"1 !", "1 a\tb 1", "2 items[] {\"x\": 1}"};
    for (std::size_t chunk = 1; chunk < text.size(); ++chunk)
        EXPECT_EQ(pieces(text, {"items[]"}, false, chunk), expected) << chunk;
}

TEST(JsonSketch, AValueThatStandsWhereNoneMayEndsTheLook)
{
    for (const char *text :
         {R"({"a": 1 "b": 2, "c": 3})", R"({"a" "b", "c": 3})", R"({"a": 1, "b": [1 2], "c": 3})",
          "{\"a\": \"x\ny\", \"c\": 3}"}) {
        const JsonSketch sketch = jsonSketchOf(text);
        EXPECT_FALSE(sketch.isJson) << text;
        EXPECT_FALSE(sketch.has("c")) << text;
    }
    EXPECT_TRUE(jsonSketchOf(R"({"a": [1, "x", {"b": null}, []], "c": 3})").has("c"));
}

TEST(JsonSketch, LinesAreKnownFromTwoThatAreWhole)
{
    EXPECT_TRUE(jsonSketchOf("{\"a\": \n{\"a\": 1}\n{\"a\": 2}\n").isLines) << "the first is damaged";
    EXPECT_TRUE(jsonSketchOf("{\"a\": \n{\"a\": 1}\n{\"a\": 2}\n").has("a"));
    EXPECT_FALSE(jsonSketchOf("{\"list\": [\n{\"a\": 1},\n{\"a\": 2}]}\n").isLines);
    EXPECT_FALSE(jsonSketchOf("{\n  \"a\": {},\n  \"b\": {}\n}\n").isLines);
}
