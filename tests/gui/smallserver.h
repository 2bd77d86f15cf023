// SPDX-License-Identifier: MIT
// SmallServer: a web server on this computer with a few pages, which remembers what it was asked and can be stopped.
#pragma once

#include <QHash>
#include <QPointer>
#include <QTcpServer>
#include <QTcpSocket>

namespace galley::test
{

class SmallServer final : public QObject
{
    Q_OBJECT

public:
    SmallServer()
    {
        connect(&m_server, &QTcpServer::newConnection, this, [this] {
            while (QTcpSocket* socket = m_server.nextPendingConnection()) {
                connect(socket, &QTcpSocket::readyRead, this, [this, socket] { serve(socket); });
                connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
            }
        });
    }

    bool start() { return m_server.listen(QHostAddress::LocalHost, m_port) && (m_port = m_server.serverPort()) != 0; }
    void stop() { m_server.close(); }

    void put(const QByteArray& path, const QByteArray& type, const QByteArray& body, const QByteArray& header = {})
    {
        m_things[path] = "Content-Type: " + type + "\r\n" + header +
                         "Content-Length: " + QByteArray::number(body.size()) + "\r\nConnection: close\r\n\r\n" + body;
    }

    /// Answers to this path wait until it is released.
    void hold(const QByteArray& path) { m_held << path; }
    void release(const QByteArray& path)
    {
        m_held.removeAll(path);
        for (const auto& [socket, asked] : std::exchange(m_waiting, {})) {
            if (socket && asked == path)
                answer(socket, path);
            else
                m_waiting.append({socket, asked});
        }
    }

    std::string address() const { return "http://127.0.0.1:" + std::to_string(m_port); }

    const QList<QByteArray>& requests() const { return m_requests; }
    qsizetype requestCount() const { return m_requests.size(); }

    /// The requests so far, whole; asking for them empties the list.
    QList<QByteArray> takeRequests() { return std::exchange(m_requests, {}); }

private:
    void serve(QTcpSocket* socket)
    {
        QByteArray request = socket->property("request").toByteArray() + socket->readAll();
        socket->setProperty("request", request);
        if (!request.contains("\r\n\r\n"))
            return;
        m_requests << request;
        const QByteArray path = request.split(' ').value(1);
        if (m_held.contains(path))
            m_waiting.append({socket, path});
        else
            answer(socket, path);
    }
    void answer(QTcpSocket* socket, const QByteArray& path)
    {
        const auto thing = m_things.constFind(path);
        socket->write(thing == m_things.constEnd() ? QByteArray("HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n")
                                                   : "HTTP/1.1 200 OK\r\n" + *thing);
        socket->disconnectFromHost();
    }

    QTcpServer m_server;
    quint16 m_port = 0;
    QHash<QByteArray, QByteArray> m_things;
    QList<QByteArray> m_requests;
    QList<QByteArray> m_held;
    QList<std::pair<QPointer<QTcpSocket>, QByteArray>> m_waiting;
};

} // namespace galley::test
