// SPDX-License-Identifier: MIT
// Runs galley-cli and keeps what it said.
#pragma once

#include "testpaths.h"

#include <QProcess>
#include <QProcessEnvironment>
#include <QString>

#include <unistd.h>

namespace galley::test
{

struct Outcome {
    int exitCode = -1; ///< -1 when it crashed or hung
    QByteArray out;
    QString messages; ///< standard error
};

/// Who may not read and write everything, as root may.
inline constexpr uid_t nobody = 65534;

/// In the project's folder and in UTC, so that paths and times in messages are the same everywhere. JEKYLL_ENV is
/// not set when `jekyllEnvironment` is null.
inline Outcome galleyCli(const QStringList& arguments, uid_t user = ::geteuid(), const QString& jekyllEnvironment = {})
{
    QProcess process;
    if (user != ::geteuid())
        process.setChildProcessModifier([user] { ::setuid(user) == 0 ? void() : ::_exit(126); });
    process.setWorkingDirectory(QString::fromStdString(sourcePath("").string()));
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("TZ"), QStringLiteral("UTC"));
    environment.remove(QStringLiteral("JEKYLL_ENV"));
    if (!jekyllEnvironment.isNull())
        environment.insert(QStringLiteral("JEKYLL_ENV"), jekyllEnvironment);
    process.setProcessEnvironment(environment);
    process.start(QStringLiteral(GALLEY_CLI), arguments);
    if (!process.waitForFinished(60'000) || process.exitStatus() != QProcess::NormalExit)
        return {};
    return {process.exitCode(), process.readAllStandardOutput(), QString::fromUtf8(process.readAllStandardError())};
}

} // namespace galley::test
