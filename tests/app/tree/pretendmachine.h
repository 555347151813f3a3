// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// A machine whose apt is a script that logs what it is asked, to try packaging/setup.sh on.
#pragma once

#include <QByteArray>
#include <QString>
#include <QStringList>
#include <QTemporaryDir>

namespace Textdesk::Testing {

// An apt-get that installs whatever it is asked.
extern const QByteArray willingApt;

// A clone with a list of three packages: alpha (build), beta (run, tour), gamma (test). A package
// is installed when a file of its name lies in the folder `installed` of HOME.
class PretendMachine final {
public:
    struct Outcome final {
        int code{-1};
        QString said;
    };

    // The body of apt-get in bash.
    explicit PretendMachine(const QByteArray& aptGet);

    void writeProgram(const char* name, const QByteArray& body);
    void removeProgram(const char* name);
    void listPackage(const QByteArray& line);
    // From now on only what setup.sh itself calls is found: the real apt-get and sudo are out of
    // reach.
    void hideSystemPrograms();

    // Runs ensure_packages with these kinds; says "ready" at its end.
    [[nodiscard]] Outcome ensure(const QString& kinds) const;
    // What apt was asked so far: "update", "install:alpha beta".
    [[nodiscard]] QStringList aptCalls() const;
    // How often dpkg-query was run so far.
    [[nodiscard]] int dpkgQuestions() const;

private:
    QTemporaryDir m_folder;
    QString m_systemPath{QStringLiteral("/usr/bin:/bin")};
};

} // namespace Textdesk::Testing
