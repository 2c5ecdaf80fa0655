// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace downtimeline {

/// What a PDF has attached under a name. Plain values only: the file behind it is compiled for an older standard where
/// clang cannot take qpdf's headers in C++23 with the library of GCC 12.
struct PdfStream
{
    enum class What {
        Unpacked, ///< data is whole as far as the PDF tells
        Damaged,  ///< the stream, or the PDF itself
        TooLarge, ///< it unpacks to more than was allowed
        Missing,  ///< nothing of that name, or without a hash
        Locked,   ///< with a password
    };

    What what = What::Missing;
    std::string data;
    std::string hash;   ///< as the PDF states it
    std::string detail; ///< for a log
};

/// Looks for an attached file of that name whose dictionary has that key with a text. Nothing is repaired, nothing is
/// printed, and no filter but Flate is run.
PdfStream attachedStream(std::string_view pdf, std::string_view name, std::string_view hashKey, std::size_t most);

} // namespace downtimeline
