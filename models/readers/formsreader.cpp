// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/readers/formsreader.h"

#include "models/readers/textsource.h"

#include <algorithm>

namespace downtimeline {

int FormsReader::recognises(std::string_view head) const
{
    int surest = 0;
    for (const Reader *form : forms())
        surest = std::max(surest, form->recognises(head));
    return surest;
}

const Reader *FormsReader::formOfUser(std::string_view /*head*/) const
{
    return forms().front();
}

const Reader *FormsReader::formFor(std::string_view head) const
{
    const Reader *surest = formOfUser(head);
    int sureness = 0;
    for (const Reader *form : forms()) {
        if (const int own = form->recognises(head); own > sureness) {
            sureness = own;
            surest = form;
        }
    }
    return surest;
}

Status FormsReader::read(ByteSource &source, const ReadOptions &options, ImportSink &sink, std::stop_token stop) const
{
    const Result<std::string> head = headOf(source);
    if (!head)
        return std::unexpected(head.error());
    return formFor(*head)->read(source, options, sink, std::move(stop));
}

Result<std::optional<TableColumns>> FormsReader::columns(ByteSource &source, const ReadOptions &options) const
{
    const Result<std::string> head = headOf(source);
    if (!head)
        return std::unexpected(head.error());
    return formFor(*head)->columns(source, options);
}

} // namespace downtimeline
