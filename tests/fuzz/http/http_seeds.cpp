// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Writes the table of tests/app/http as seeds: the request fuzzer then starts from every known
// trick.
#include "tests/app/http/requestcorpus.h"

#include <QDir>
#include <QFile>

using namespace Textdesk::Testing;

int main(int argc, char** argv)
{
    if (argc != 2 || !QDir{}.mkpath(QString::fromLocal8Bit(argv[1]))) {
        std::fprintf(stderr, "usage: http_seeds FOLDER\n");
        return 2;
    }
    const QDir folder{QString::fromLocal8Bit(argv[1])};
    int number{0};
    for (const CorpusCase& each : requestCorpus()) {
        QFile file{
            folder.filePath(QStringLiteral("case-%1").arg(++number, 3, 10, QLatin1Char{'0'}))};
        if (!file.open(QIODevice::WriteOnly) || file.write('\0' + each.bytes) < 0) {
            return 1;
        }
    }
    return 0;
}
