// SPDX-License-Identifier: MIT
#include "kramdownserver.h"

#include "testpaths.h"

namespace galley::test
{

namespace
{
constexpr int answerMilliseconds = 60'000; ///< a loaded machine is slow, a hanging process is not waited for
}

KramdownServer::KramdownServer()
{
    m_process.start(QStringLiteral("ruby"), {QString::fromStdString(sourcePath("tests/parity/kramdown.rb").string())});
}

KramdownServer::~KramdownServer()
{
    m_process.closeWriteChannel();
    m_process.waitForFinished(answerMilliseconds);
}

bool KramdownServer::isRunning()
{
    return m_process.waitForStarted(answerMilliseconds) && html("a").has_value();
}

std::optional<std::string> KramdownServer::html(const std::string& markdown, const std::string& settings)
{
    const std::string request = std::to_string(markdown.size()) + ' ' + settings + '\n' + markdown;
    m_process.write(request.data(), static_cast<qint64>(request.size()));
    while (!m_process.canReadLine()) {
        if (!m_process.waitForReadyRead(answerMilliseconds))
            return std::nullopt;
    }
    const qint64 length = m_process.readLine().trimmed().toLongLong();
    QByteArray answer;
    while (answer.size() < length) {
        if (m_process.bytesAvailable() == 0 && !m_process.waitForReadyRead(answerMilliseconds))
            return std::nullopt;
        answer += m_process.read(length - answer.size());
    }
    return answer.toStdString();
}

} // namespace galley::test
