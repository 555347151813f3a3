// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Any bytes decode to fields, and fields that were decoded come back from their encoding.
#include "app/http/formdecoder.h"

#include <cstdio>
#include <cstdlib>

using namespace Textdesk;

namespace {

void insist(bool holds, const char* what)
{
    if (!holds) {
        std::fprintf(stderr, "does not hold: %s\n", what);
        std::abort();
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, size_t size)
{
    const FormFields fields{decodeForm(QByteArrayView{data, qsizetype(size)})};
    const QByteArray encoded{encodeForm(fields)};
    for (const char c : encoded) {
        insist(c > 0x20 && c < 0x7f && c != '+', "only plain characters go out");
    }
    insist(decodeForm(encoded) == fields, "fields come back");
    return 0;
}
