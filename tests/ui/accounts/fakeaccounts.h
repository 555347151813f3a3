// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Account and keychain desks without a program behind them: they say what a test told them to.
#pragma once

#include "ui/accounts/accountdesk.h"
#include "ui/accounts/keepingdesk.h"

#include <QPointer>
#include <QStringList>

namespace Textdesk::Testing {

class FakeAccountDesk final : public AccountDesk {
    Q_OBJECT
public:
    QStringList log; // what was asked; never a secret
    std::vector<AccountCard> rows;
    std::optional<Error> failure; // of the next verb that can fail
    bool holds{false}; // connecting is answered by release()
    QString publicUrl;
    AccountRequest last;

    void release()
    {
        holds = false;
        if (m_waiting) {
            m_waiting->settle(AccountId{8});
        }
    }
    [[nodiscard]] std::vector<AccountCard> cards() const override { return rows; }
    [[nodiscard]] std::vector<ProviderChoice> providers() const override
    {
        return {{QStringLiteral("zoomconnect"), QStringLiteral("ZoomConnect")},
            {QStringLiteral("other"), QStringLiteral("Other")}};
    }
    [[nodiscard]] ProviderForm form(const QString& provider) const override
    {
        if (provider == QStringLiteral("other")) {
            return {provider, {{QStringLiteral("colour"), QStringLiteral("text"), {}, true}}};
        }
        return {provider,
            {{QStringLiteral("email"), QStringLiteral("email"), {}, true},
                {QStringLiteral("token"), QStringLiteral("secret"), {}, true},
                {QStringLiteral("base-url"), QStringLiteral("url"),
                    QStringLiteral("https://service.example/app/"), true},
                {QStringLiteral("region"), QStringLiteral("region"), QStringLiteral("ZA"), false}}};
    }
    [[nodiscard]] Call<AccountId>* connectAccount(const AccountRequest& request) override
    {
        last = request;
        log << QStringLiteral("connect %1 %2").arg(request.provider, request.name);
        if (holds) {
            m_waiting = new Call<AccountId>{this};
            return m_waiting;
        }
        if (!failure) {
            AccountCard card;
            card.id = AccountId{8};
            card.name = request.name;
            card.incoming = QStringLiteral("Every minute.");
            rows.push_back(card);
            emit changed();
        }
        return answer(AccountId{8});
    }
    [[nodiscard]] std::vector<WebhookAddress> addresses(AccountId) const override
    {
        return {{QStringLiteral("replies"), QStringLiteral("Replies"),
            QStringLiteral("http://127.0.0.1:1/hook/k/replies"),
            publicUrl.isEmpty() ? QString{} : publicUrl + QStringLiteral("/hook/k/replies")}};
    }
    [[nodiscard]] QString publicAddress(AccountId) const override { return publicUrl; }
    [[nodiscard]] Call<Done>* setPublicAddress(AccountId, const QString& url) override
    {
        if (!failure) {
            publicUrl = url;
            emit changed();
        }
        return answer(Done{});
    }
    [[nodiscard]] Call<Done>* setLook(AccountId id, const QString& name, int colour) override
    {
        log << QStringLiteral("look %1 %2 %3").arg(id.toString(), name).arg(colour);
        return answer(Done{});
    }
    [[nodiscard]] Call<Done>* test(AccountId id) override
    {
        log << QStringLiteral("test %1").arg(id.toString());
        return answer(Done{});
    }
    void setPaused(AccountId id, bool paused) override
    {
        log << QStringLiteral("pause %1 %2").arg(id.toString()).arg(paused);
    }
    [[nodiscard]] QString dependents(AccountId) const override
    {
        return QStringLiteral("3 conversations stay readable.");
    }
    [[nodiscard]] Call<Done>* remove(AccountId id) override
    {
        log << QStringLiteral("remove %1").arg(id.toString());
        return answer(Done{});
    }

private:
    template <typename T> Call<T>* answer(T value)
    {
        if (failure) {
            const Error error{*failure};
            failure.reset();
            return settledCall<T>(this, fail(error));
        }
        return settledCall<T>(this, std::move(value));
    }
    QPointer<Call<AccountId>> m_waiting;
};

class FakeKeepingDesk final : public KeepingDesk {
    Q_OBJECT
public:
    KeepingState now{KeepingState::Good};
    bool canMake{true};
    SecretText right{QByteArrayLiteral("correct horse")};
    QStringList log;

    [[nodiscard]] KeepingState state() const override { return now; }
    [[nodiscard]] QString keychainName() const override { return QStringLiteral("GNOME Keyring"); }
    [[nodiscard]] bool canMakeVault() const override { return canMake; }
    [[nodiscard]] Call<Done>* unlock(const SecretText& passphrase) override
    {
        log << QStringLiteral("unlock");
        return end(passphrase == right ? QString{} : QStringLiteral("wrong-passphrase"));
    }
    [[nodiscard]] Call<Done>* makeVault(const SecretText& passphrase) override
    {
        log << QStringLiteral("make");
        return end(
            passphrase.revealString().size() >= 8 ? QString{} : QStringLiteral("passphrase-short"));
    }
    [[nodiscard]] Call<Done>* tryAgain() override
    {
        log << QStringLiteral("again");
        return settledCall<Done>(this, Done{});
    }
    bool inVault{false};
    [[nodiscard]] bool usesVault() const override { return inVault; }
    [[nodiscard]] Call<Done>* changePassphrase(
        const SecretText& old, const SecretText& fresh) override
    {
        log << QStringLiteral("change");
        if (!(old == right)) {
            return end(QStringLiteral("wrong-passphrase"));
        }
        right = fresh;
        return end({});
    }
    [[nodiscard]] Call<Done>* moveToKeychain() override
    {
        log << QStringLiteral("keychain");
        inVault = false;
        return end({});
    }

private:
    Call<Done>* end(const QString& problem)
    {
        if (!problem.isEmpty()) {
            return settledCall<Done>(this, fail(ErrorKind::SecretUnavailable, problem));
        }
        now = KeepingState::Good;
        return settledCall<Done>(this, Done{});
    }
};

} // namespace Textdesk::Testing
