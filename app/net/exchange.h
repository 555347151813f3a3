// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// One request on its way: watches time and size, follows harmless redirects, settles its call once.
#pragma once

#include "app/net/httpclient.h"

#include <QPointer>
#include <QSslConfiguration>

#include <memory>

QT_BEGIN_NAMESPACE
class QNetworkReply;
QT_END_NAMESPACE

namespace Textdesk {

class OneShotBody;
struct RequestProgress;

class Exchange final : public QObject {
    Q_OBJECT
public:
    struct Route final {
        std::shared_ptr<QNetworkAccessManager>
            network; // kept until the last reply of its own is gone
        QSslConfiguration tls;
        bool throughProxy{false};
        QByteArray proxyAuthorization;
    };

    Exchange(Clock& clock, ClientRequest request, Route route, Call<ClientAnswer>* call,
        QObject* parent);
    ~Exchange() override;

    void start();
    // Aborts without settling: for a call that was cancelled.
    void stop();

private:
    void issue(const QUrl& url);
    void readMetaData();
    void readBody();
    void conclude();
    [[nodiscard]] bool followRedirect(int status);
    [[nodiscard]] RequestProgress progress() const;
    void failTooLarge();
    void settle(Result<ClientAnswer> result);
    void dropReply();
    void log(const Result<ClientAnswer>& result) const;

    Clock& m_clock;
    ClientRequest m_request;
    Route m_route;
    QPointer<CallBase> m_watched;
    Call<ClientAnswer>* m_call;
    QUrl m_url;
    QNetworkReply* m_reply{nullptr};
    OneShotBody* m_body{nullptr}; // owned by the reply
    QByteArray m_received;
    qint64 m_startedMs{0};
    int m_redirects{0};
};

} // namespace Textdesk
