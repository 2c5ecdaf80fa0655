// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/edit/eventtextpages.h"

#include "tests/models/edit/fakestorage.h"

#include <gtest/gtest.h>

#include <string>

namespace downtimeline {
namespace {

class Pages : public testing::Test
{
protected:
    Pages()
    {
        for (int i = 1; i <= 600; ++i) {
            Event event;
            event.id = EventId(i);
            event.title = "event " + std::to_string(i);
            event.at = instantFromMicroseconds(1'700'000'000'000'000 + i);
            storage.events[event.id] = event;
            index.push_back(entryOf(event));
        }
    }

    FakeStorage storage;
    EventIndex index;
    EventTextPages pages{storage};
};

TEST_F(Pages, ReadTheSecondPageWhenItIsAsked)
{
    EXPECT_EQ(pages.at(index, 0)->title, "event 1");
    EXPECT_EQ(pages.at(index, 255)->title, "event 256");
    EXPECT_EQ(storage.reads, 1);
    EXPECT_EQ(pages.at(index, 599)->title, "event 600");
    EXPECT_EQ(storage.reads, 2);
}

TEST_F(Pages, ReadAnEventByItselfForOneWhoNeedsNoneOfItsNeighbours)
{
    EXPECT_EQ(pages.alone(index, 10)->title, "event 11");
    EXPECT_EQ(pages.alone(index, 10)->title, "event 11");
    EXPECT_EQ(storage.reads, 1) << "what was read is remembered";
    EXPECT_EQ(pages.alone(index, 11)->title, "event 12");
    EXPECT_EQ(storage.reads, 2) << "its neighbour was left where it is";
    EXPECT_EQ(pages.at(index, 12)->title, "event 13");
    EXPECT_EQ(pages.alone(index, 200)->title, "event 201");
    EXPECT_EQ(storage.reads, 3) << "the page has it";
}

TEST_F(Pages, HaveNoWordsForARowThatIsNotThere)
{
    EXPECT_EQ(*pages.at(index, 600), EventText());
    EXPECT_EQ(*pages.alone(index, 600), EventText());
    EXPECT_EQ(storage.reads, 0);
}

} // namespace
} // namespace downtimeline
