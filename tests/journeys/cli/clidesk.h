// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// A desk for one test: a practice service, profiles in a folder of their own, and textdesk-cli to
// call on them as a script would, with its secrets in the environment.
#pragma once

#include "app/base/clock.h"
#include "app/net/httpclient.h"
#include "tests/journeys/cli/clianswer.h"
#include "tests/journeys/cli/cliprocess.h"

#include <QTemporaryDir>

#include <memory>

namespace Textdesk::Testing {

// A call as one would type it; no word of it may hold a space.
[[nodiscard]] QStringList words(const char* line);

class CliDesk final {
public:
    CliDesk();

    // With --profile and --secrets env.
    [[nodiscard]] CliAnswer run(const QStringList& words, const QByteArray& input = {});
    // Exactly these words.
    [[nodiscard]] CliAnswer raw(const QStringList& words, const QByteArray& input = {});
    // Any program in the same environment.
    [[nodiscard]] CliAnswer program(
        const QString& name, const QStringList& words, const QByteArray& input = {});
    [[nodiscard]] std::unique_ptr<CliProcess> start(const QStringList& words);
    [[nodiscard]] std::unique_ptr<CliProcess> startRaw(const QStringList& words);

    // A fresh profile, from now on.
    void useProfile(const QString& name);
    // A profile that somebody else made.
    void useFolder(const QString& folder) { m_profile = folder; }
    [[nodiscard]] QString profile() const { return m_profile; }
    [[nodiscard]] QString path(const QString& name) const { return m_folder.filePath(name); }
    QString write(const QString& name, const QByteArray& bytes) const;
    void setVariable(const QString& name, const QString& value);

    // The words that add an account at the practice service, and doing so as "desk".
    [[nodiscard]] QStringList addWords(const QString& name) const;
    [[nodiscard]] bool addDesk();
    [[nodiscard]] QString baseUrl() const { return m_baseUrl; }
    // The service's own pages (practiceservice.h).
    [[nodiscard]] QJsonDocument practice(const QString& page, const QJsonObject& body = {});
    // Whom the service really has a text for, in its order.
    [[nodiscard]] QStringList recipients();
    // A form posted to any address; the HTTP status, 0 without an answer.
    [[nodiscard]] int post(const QString& url, const QByteArray& form);
    [[nodiscard]] int get(const QString& url);

    // Where a secret can be read: the output of a call, or a file of a profile.
    [[nodiscard]] QStringList leaks() const;

    static constexpr auto token = "planted-token-4711";
    static constexpr auto webhookKey = "planted-webhook-key-0815";

private:
    [[nodiscard]] Result<ClientAnswer> request(const ClientRequest& request);

    QTemporaryDir m_folder;
    QString m_profile;
    QProcessEnvironment m_environment;
    std::unique_ptr<CliProcess> m_practice;
    QString m_baseUrl;
    QByteArray m_heard; // all output of all calls
    SystemClock m_clock;
    HttpClient m_http{m_clock};
};

} // namespace Textdesk::Testing
