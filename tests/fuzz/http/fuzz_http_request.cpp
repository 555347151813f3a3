// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Whatever the bytes and however they are cut: the same request, or the same refusal.
#include "app/http/requestparser.h"

#include <algorithm>
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

bool isOver(const RequestParser& parser)
{
    return parser.state() == RequestParser::State::Complete
        || parser.state() == RequestParser::State::Refused;
}

// Pieces of the lengths that cuts names, over and over; whole pieces if it names none.
qsizetype feedCut(RequestParser& parser, QByteArrayView bytes, QByteArrayView cuts)
{
    qsizetype taken{0};
    for (qsizetype i{0}, at{0}; at < bytes.size() && !isOver(parser); ++i) {
        const qsizetype length{cuts.isEmpty() ? bytes.size() : 1 + uchar(cuts[i % cuts.size()])};
        const qsizetype step{std::min(length, bytes.size() - at)};
        const qsizetype now{parser.feed(bytes.sliced(at, step))};
        insist(now == step || isOver(parser), "everything is taken before the end");
        taken += now;
        at += step;
    }
    return taken;
}

void insistIsSame(const RequestParser& a, const RequestParser& b)
{
    insist(a.state() == b.state(), "same state");
    if (a.state() == RequestParser::State::Refused) {
        insist(a.refusal().status == b.refusal().status, "same status");
        insist(a.refusal().reason == b.refusal().reason, "same reason");
        // Two readers that disagree are safe, but worth a look: see tests/app/http/corpus_*.cpp.
        insist(a.refusal().status >= 400 && !a.refusal().reason.isEmpty(), "a real refusal");
    } else if (a.state() == RequestParser::State::Complete) {
        const RawRequest one{a.request()};
        const RawRequest other{b.request()};
        insist(one.method == other.method && one.target == other.target, "same request line");
        insist(one.headers.all() == other.headers.all(), "same headers");
        insist(one.body == other.body, "same body");
        insist(one.target.startsWith('/') && one.target.size() <= 4096, "target within limits");
        insist(one.body.size() <= 65536, "body within limits");
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, size_t size)
{
    if (size == 0) {
        return 0;
    }
    // The first byte says how many bytes behind it are lengths of pieces.
    const QByteArrayView input{data, qsizetype(size)};
    const qsizetype cutCount{std::min<qsizetype>(uchar(input[0]) % 16, input.size() - 1)};
    const QByteArrayView cuts{input.sliced(1, cutCount)};
    const QByteArrayView bytes{input.sliced(1 + cutCount)};
    const ParserLimits limits{4096, 16384, 65536};
    RequestParser whole{limits};
    RequestParser pieces{limits};
    RequestParser single{limits};
    const qsizetype taken{feedCut(whole, bytes, {})};
    const qsizetype takenInPieces{feedCut(pieces, bytes, cuts)};
    const qsizetype takenSingly{feedCut(single, bytes, QByteArrayView{"\0", 1})};
    insistIsSame(whole, pieces);
    insistIsSame(whole, single);
    if (whole.state() == RequestParser::State::Complete) {
        insist(taken == takenInPieces && taken == takenSingly, "same length");
        RequestParser again{limits};
        again.feed(bytes.first(taken));
        insistIsSame(whole, again);
    }
    return 0;
}
