// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// A request body that can be read once: without a way back Qt cannot send a request a second time
// by itself.
#pragma once

#include <QByteArray>
#include <QIODevice>

namespace Textdesk {

// QNetworkAccessManager repeats a request when a connection closes before the answer's headers are
// complete, also a POST (architecture.md 7a). It has to rewind the body for that, and this body
// refuses.
class OneShotBody final : public QIODevice {
    Q_OBJECT
public:
    explicit OneShotBody(QByteArray bytes, QObject* parent = nullptr);

    // Bytes that Qt has taken so far; 0 means that the service cannot have seen the body.
    [[nodiscard]] qint64 bytesTaken() const { return m_taken; }

    [[nodiscard]] bool isSequential() const override { return true; }
    [[nodiscard]] bool atEnd() const override { return m_taken == m_bytes.size(); }
    [[nodiscard]] qint64 bytesAvailable() const override;
    bool reset() override { return false; }
    bool seek(qint64) override { return false; }

protected:
    qint64 readData(char* data, qint64 maxSize) override;
    qint64 writeData(const char*, qint64) override { return -1; }

private:
    QByteArray m_bytes;
    qint64 m_taken{0};
};

} // namespace Textdesk
