// SPDX-License-Identifier: GPL-3.0-or-later
#include "csvtest.h"
#include "models/readers/tables/csvparser.h"

using namespace downtimeline;
using test::SplitSource;

namespace {

struct Parsed
{
    std::vector<std::vector<std::string>> rows;
    std::vector<int> lines;
    std::vector<Skip> problems;

    bool operator==(const Parsed &) const = default;
};

Parsed parsed(ByteSource &source, char separator = ',')
{
    Parsed result;
    CsvParser parser(source, separator);
    while (true) {
        const auto step = parser.next();
        EXPECT_TRUE(step);
        if (!step || *step == CsvParser::Step::End)
            return result;
        if (*step == CsvParser::Step::Problem) {
            result.problems.push_back(parser.problem());
            continue;
        }
        result.rows.emplace_back(parser.fields().begin(), parser.fields().end());
        result.lines.push_back(parser.line());
    }
}

Parsed parsed(std::string text, char separator = ',')
{
    const auto source = memorySource("text", std::move(text));
    return parsed(*source, separator);
}

using Rows = std::vector<std::vector<std::string>>;

} // namespace

TEST(CsvParser, FieldsEndAtTheSeparatorAndRowsAtTheLineEnd)
{
    EXPECT_EQ(parsed("a,b\nc,d\n").rows, (Rows{{"a", "b"}, {"c", "d"}}));
    EXPECT_EQ(parsed("a;b,c\n", ';').rows, (Rows{{"a", "b,c"}}));
    EXPECT_EQ(parsed("a\tb", '\t').rows, (Rows{{"a", "b"}}));
    EXPECT_EQ(parsed("a||b\n", '|').rows, (Rows{{"a", "", "b"}}));
}

TEST(CsvParser, TheLastRowNeedsNoLineEnd)
{
    EXPECT_EQ(parsed("a,b\nc,").rows, (Rows{{"a", "b"}, {"c", ""}}));
    EXPECT_EQ(parsed("").rows, Rows{});
    EXPECT_EQ(parsed("\n").rows, Rows{{""}});
}

TEST(CsvParser, LinesEndInThreeWays)
{
    const Parsed mixed = parsed("a,1\r\nb,2\rc,3\nd,4\r");
    EXPECT_EQ(mixed.rows, (Rows{{"a", "1"}, {"b", "2"}, {"c", "3"}, {"d", "4"}}));
    EXPECT_EQ(mixed.lines, (std::vector<int>{1, 2, 3, 4}));
}

TEST(CsvParser, QuotesHoldSeparatorsLineEndsAndDoubledQuotes)
{
    EXPECT_EQ(parsed("\"a,b\",\"say \"\"hi\"\"\",\"\"\n").rows, (Rows{{"a,b", "say \"hi\"", ""}}));
    const Parsed lines = parsed("\"one\ntwo\r\nthree\rfour\",x\nnext,y\n");
    EXPECT_EQ(lines.rows, (Rows{{"one\ntwo\r\nthree\rfour", "x"}, {"next", "y"}}));
    EXPECT_EQ(lines.lines, (std::vector<int>{1, 5}));
}

TEST(CsvParser, AQuoteInsideAFieldIsAnOrdinaryCharacter)
{
    EXPECT_EQ(parsed("5\" disk,b\"c\"\n").rows, (Rows{{"5\" disk", "b\"c\""}}));
}

TEST(CsvParser, WhatStandsBehindAClosingQuoteIsKept)
{
    EXPECT_EQ(parsed("\"a\"b,c\n").rows, (Rows{{"ab", "c"}}));
    EXPECT_EQ(parsed("\"a\" ,c\n").rows, (Rows{{"a", "c"}}));
    EXPECT_EQ(parsed("a, \"b,c\"\n").rows, (Rows{{"a", "b,c"}}));
}

TEST(CsvParser, AByteOrderMarkIsNoPartOfTheFirstField)
{
    EXPECT_EQ(
        parsed("\xEF\xBB\xBF"
               "a,b\n")
            .rows,
        (Rows{{"a", "b"}}));
    EXPECT_EQ(parsed("\xEF\xBB\xBF").rows, Rows{});
}

TEST(CsvParser, AnOpenQuoteCostsItsOwnRowOnlyAndIsToldWithItsLine)
{
    const Parsed open = parsed("a,b\nc,\"d\ne,f\ng,h\n");
    EXPECT_EQ(open.rows, (Rows{{"a", "b"}, {"e", "f"}, {"g", "h"}}));
    EXPECT_EQ(open.lines, (std::vector<int>{1, 3, 4}));
    ASSERT_EQ(open.problems.size(), 1U);
    EXPECT_EQ(open.problems[0].line, 2);
    EXPECT_NE(open.problems[0].reason.find("line 2"), std::string::npos);
}

TEST(CsvParser, AnOpenQuoteInALaterLineOfItsRowIsToldWithThatLine)
{
    const Parsed open = parsed("\"two\nlines\",\"open\nx,y\n");
    ASSERT_EQ(open.problems.size(), 1U);
    EXPECT_EQ(open.problems[0].line, 2);
    EXPECT_EQ(open.rows, (Rows{{"x", "y"}}));
}

TEST(CsvParser, ARowOfTooManyFieldsIsPassedOver)
{
    const std::string wide(CsvParser::mostFields, ',');
    const Parsed result = parsed("a,b\n" + wide + "\nc,d\n");
    EXPECT_EQ(result.rows, (Rows{{"a", "b"}, {"c", "d"}}));
    ASSERT_EQ(result.problems.size(), 1U);
    EXPECT_EQ(result.problems[0].line, 2);
    EXPECT_EQ(result.lines, (std::vector<int>{1, 3}));
    EXPECT_EQ(parsed(std::string(CsvParser::mostFields - 1, ',')).rows.front().size(), CsvParser::mostFields);
}

TEST(CsvParser, AFieldOfMoreThan16MiBEndsTheReadingAndWhatWasBeforeItIsKept)
{
    const Parsed result = parsed("a,b\nc,d\n\"" + std::string(CsvParser::longestField + 1, 'x') + "\ne,f\n");
    EXPECT_EQ(result.rows, (Rows{{"a", "b"}, {"c", "d"}}));
    ASSERT_EQ(result.problems.size(), 1U);
    EXPECT_EQ(result.problems[0].line, 3);
    EXPECT_NE(result.problems[0].reason.find("the 2 records before it were kept"), std::string::npos);
    EXPECT_EQ(parsed(std::string(CsvParser::longestField, 'x') + "\n").rows.size(), 1U);
}

TEST(CsvParser, CommentsStandBeforeTheHeader)
{
    const auto source = memorySource("text", "# made \"up\nsep=;\r\n#last\na;b\n#c;d\n");
    CsvParser parser(*source, ';');
    EXPECT_EQ(parser.comment().value(), "# made \"up");
    EXPECT_EQ(parser.comment().value(), "sep=;");
    EXPECT_EQ(parser.comment().value(), "#last");
    EXPECT_FALSE(parser.comment().value().has_value());
    ASSERT_EQ(parser.next().value(), CsvParser::Step::Row);
    EXPECT_EQ(parser.line(), 4);
    EXPECT_EQ(parser.fields()[0], "a");
    ASSERT_EQ(parser.next().value(), CsvParser::Step::Row);
    EXPECT_EQ(parser.fields()[0], "#c") << "behind the header a # is data";
}

TEST(CsvParser, ChunkBordersLeaveNoTrace)
{
    const std::string text = "\xEF\xBB\xBF"
                             "a,\"b \"\"c\"\"\",d\r\n\"x\r\ny\",\"\",z\rp,q \"r\",\"s\"t\n\"open,1\n2,3\n";
    const Parsed whole = parsed(text);
    ASSERT_EQ(whole.rows.size(), 4U);
    for (std::size_t first = 1; first < text.size(); ++first) {
        for (const std::size_t chunk : {std::size_t{1}, std::size_t{2}, std::size_t{7}, text.size()}) {
            SplitSource source(text, first, chunk);
            EXPECT_EQ(parsed(source), whole) << "first chunk " << first << ", then " << chunk;
        }
    }
}

TEST(CsvParser, BytesReadAreCounted)
{
    const auto source = memorySource("text", "a,b\nc,d\n");
    CsvParser parser(*source, ',');
    EXPECT_EQ(parser.bytesRead(), 0);
    ASSERT_TRUE(parser.next());
    EXPECT_EQ(parser.bytesRead(), 8);
}
