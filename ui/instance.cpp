// SPDX-License-Identifier: MIT
#include "instance.h"

#include "keep/instancelock.h"
#include "keep/keepfolders.h"

#include <QDataStream>
#include <QDeadlineTimer>
#include <QDir>
#include <QFile>
#include <QLocalServer>
#include <QLocalSocket>
#include <QStandardPaths>
#include <QThread>

namespace galley
{

namespace
{
constexpr int answerMs = 2000;
constexpr int retryMs = 50;                // the first program may hold the lock and not listen yet
constexpr qsizetype mostSocketBytes = 108; // sockaddr_un, its NUL included
constexpr qint64 mostMessageBytes = 1 << 20;
constexpr auto streamVersion = QDataStream::Qt_6_4;

/// Where nobody else can put a socket: the runtime folder, else the state folder, unless its path is too long for a
/// socket.
QString socketPath(const QString& stateFolder)
{
    const std::string key = pathKey(QFile::encodeName(QDir(stateFolder).absolutePath()).toStdString());
    const QString folder = QStandardPaths::writableLocation(QStandardPaths::RuntimeLocation);
    const QString inState = stateFolder + u"/socket";
    if (folder.isEmpty() && inState.toLocal8Bit().size() < mostSocketBytes)
        return inState;
    return (folder.isEmpty() ? QDir::tempPath() : folder) + u"/galley-" + QString::fromStdString(key);
}
} // namespace

QString stateFolder()
{
    const QString given = qEnvironmentVariable("XDG_STATE_HOME");
    // The XDG specification: relative paths are to be ignored.
    const QString base = QDir::isAbsolutePath(given) ? given : QDir::homePath() + u"/.local/state";
    return base + u"/galley";
}

Instance::Instance(const QString& stateFolder, QObject* parent)
    : QObject(parent), m_stateFolder(stateFolder), m_socketName(socketPath(stateFolder))
{
}

Instance::~Instance() = default;

bool Instance::claim()
{
    Expected<std::optional<SystemFile>> lock = takeInstanceLock(QFile::encodeName(m_stateFolder).toStdString());
    if (!lock)
        return true;
    m_lock = std::move(*lock);
    if (!m_lock)
        return false;
    QLocalServer::removeServer(m_socketName); // whoever left it is dead: we hold the lock
    m_server = new QLocalServer(this);
    m_server->setSocketOptions(QLocalServer::UserAccessOption);
    connect(m_server, &QLocalServer::newConnection, this, [this] {
        while (QLocalSocket* socket = m_server->nextPendingConnection()) {
            connect(socket, &QLocalSocket::readyRead, this, [this, socket] { receive(socket); });
            connect(socket, &QLocalSocket::disconnected, socket, &QObject::deleteLater);
        }
    });
    m_server->listen(m_socketName);
    return true;
}

void Instance::receive(QLocalSocket* socket)
{
    if (socket->bytesAvailable() > mostMessageBytes)
        return socket->abort();
    QDataStream in(socket);
    in.setVersion(streamVersion);
    in.startTransaction();
    QStringList files;
    in >> files;
    if (!in.commitTransaction())
        return;
    socket->write("ok");
    socket->flush();
    Q_EMIT filesHandedOver(files);
}

bool Instance::handOver(const QStringList& files) const
{
    QByteArray message;
    QDataStream out(&message, QIODevice::WriteOnly);
    out.setVersion(streamVersion);
    out << files;
    QLocalSocket socket;
    for (const QDeadlineTimer deadline(answerMs); !deadline.hasExpired(); QThread::msleep(retryMs)) {
        // Waiting is right here: there is no window yet.
        socket.connectToServer(m_socketName);
        if (socket.waitForConnected(retryMs))
            break;
    }
    if (socket.state() != QLocalSocket::ConnectedState)
        return false;
    socket.write(message);
    return socket.waitForBytesWritten(answerMs) && socket.waitForReadyRead(answerMs) && socket.readAll() == "ok";
}

} // namespace galley
