// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/http/requestcorpus.h"

namespace Textdesk::Testing {

CorpusCase taken(const char* name, QByteArray bytes, QByteArray method, QByteArray target,
    QByteArray body, qsizetype leftOver)
{
    return {name, std::move(bytes), CorpusCase::Outcome::Taken, 0, {}, std::move(method),
        std::move(target), std::move(body), leftOver};
}

CorpusCase refused(const char* name, QByteArray bytes, int status, QByteArray reason)
{
    return {name, std::move(bytes), CorpusCase::Outcome::Refused, status, std::move(reason)};
}

CorpusCase waiting(const char* name, QByteArray bytes)
{
    return {name, std::move(bytes), CorpusCase::Outcome::Waiting};
}

std::vector<CorpusCase> requestCorpus()
{
    std::vector<CorpusCase> all;
    for (const auto& part : {requestLineCases(), fieldCases(), lengthCases(), chunkCases()}) {
        all.insert(all.end(), part.begin(), part.end());
    }
    return all;
}

} // namespace Textdesk::Testing
