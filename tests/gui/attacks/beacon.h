// SPDX-License-Identifier: MIT
// Beacon: the server on this computer that attack posts call; it remembers what was asked for.
#pragma once

#include <QTcpServer>
#include <QTcpSocket>

namespace galley::test
{

class Beacon final : public QObject
{
    Q_OBJECT

public:
    static constexpr quint16 port = 47999; ///< as the attack posts have it

    Beacon()
    {
        connect(&m_server, &QTcpServer::newConnection, this, [this] {
            while (QTcpSocket* socket = m_server.nextPendingConnection())
                serve(socket);
        });
    }

    bool listen() { return m_server.listen(QHostAddress::LocalHost, port); }
    QStringList hits() const { return m_hits; }
    void clear() { m_hits.clear(); }

private:
    /// The bare connection counts: a name looked up early or a socket opened ahead tells the server as much.
    void serve(QTcpSocket* socket)
    {
        const qsizetype index = m_hits.size();
        m_hits << QStringLiteral("(connection)");
        connect(socket, &QTcpSocket::readyRead, this, [this, socket, index] {
            const QByteArray line = socket->readLine(2000).trimmed();
            if (index < m_hits.size())
                m_hits[index] = QString::fromUtf8(line);
            const QByteArray body = "try{document.title='pwned-beacon'}catch(e){}";
            socket->write("HTTP/1.1 200 OK\r\nContent-Type: text/javascript\r\nAccess-Control-Allow-Origin: *\r\n"
                          "Connection: close\r\nContent-Length: " +
                          QByteArray::number(body.size()) + "\r\n\r\n" + body);
            socket->disconnectFromHost();
        });
        connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
    }

    QTcpServer m_server;
    QStringList m_hits;
};

} // namespace galley::test
