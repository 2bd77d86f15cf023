// SPDX-License-Identifier: MIT
// Instance: one running program a user and state folder; the next one hands its files over and ends.
#pragma once

#include "keep/systemfile.h"

#include <QObject>
#include <QStringList>

#include <optional>

class QLocalServer;
class QLocalSocket;

namespace galley
{

/*
 * In main, unless --new-instance was given:
 *
 *   Instance instance(stateFolder());
 *   if (!instance.claim() && instance.handOver(absolutePaths))
 *       return 0;
 *   connect(&instance, &Instance::filesHandedOver, window, …open them and raise the window; the list may be empty);
 *
 * A program that holds the lock but does not answer within two seconds is left alone: we go on beside it.
 */
class Instance final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Instance)

public:
    explicit Instance(const QString& stateFolder, QObject* parent = nullptr);
    ~Instance() override;

    /// True: this is the first program; it listens from now on. A socket left by a killed one is removed.
    /// True as well when the state folder cannot be written: then there is nothing to share.
    bool claim();

    /// Gives absolute paths to the program that runs; true when it took them.
    bool handOver(const QStringList& files) const;

    /// Of the state folder's path and the user, short enough for a socket (108 bytes).
    QString socketName() const { return m_socketName; }

Q_SIGNALS:
    void filesHandedOver(const QStringList& files);

private:
    void receive(QLocalSocket* socket);

    QString m_stateFolder;
    QString m_socketName;
    std::optional<SystemFile> m_lock;
    QLocalServer* m_server = nullptr;
};

/// $XDG_STATE_HOME/galley, or ~/.local/state/galley.
QString stateFolder();

} // namespace galley
