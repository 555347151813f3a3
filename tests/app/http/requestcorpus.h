// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Requests that readers disagree about, and what ours must make of each. The ideas come from RFC
// 9112, llhttp's test/request and HTTP Garden's TROPHIES.md; the bytes are ours.
#pragma once

#include <QByteArray>

#include <vector>

namespace Textdesk::Testing {

struct CorpusCase final {
    enum class Outcome {
        Taken,
        Refused,
        Waiting
    }; // Waiting: not complete, and nothing wrong so far

    const char* name;
    QByteArray bytes;
    Outcome outcome;
    int status{0}; // Refused
    QByteArray reason{}; // Refused
    QByteArray method{}; // Taken
    QByteArray target{}; // Taken
    QByteArray body{}; // Taken
    qsizetype leftOver{0}; // Taken: bytes after the request, which nobody may look at
};

[[nodiscard]] std::vector<CorpusCase> requestLineCases();
[[nodiscard]] std::vector<CorpusCase> fieldCases();
[[nodiscard]] std::vector<CorpusCase> lengthCases();
[[nodiscard]] std::vector<CorpusCase> chunkCases();
// All of the above.
[[nodiscard]] std::vector<CorpusCase> requestCorpus();

[[nodiscard]] CorpusCase taken(const char* name, QByteArray bytes, QByteArray method,
    QByteArray target, QByteArray body = {}, qsizetype leftOver = 0);
[[nodiscard]] CorpusCase refused(const char* name, QByteArray bytes, int status, QByteArray reason);
[[nodiscard]] CorpusCase waiting(const char* name, QByteArray bytes);

// A literal with all its bytes, also NUL.
template <size_t N> [[nodiscard]] QByteArray raw(const char (&text)[N])
{
    return QByteArray{text, qsizetype(N) - 1};
}

} // namespace Textdesk::Testing
