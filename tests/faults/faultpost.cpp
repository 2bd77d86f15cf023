// SPDX-License-Identifier: MIT
#include "faultpost.h"

namespace galley::faults
{

void Typist::typeKey()
{
    const std::size_t at = m_random() % (m_text.size() + 1);
    if (m_random() % 5 == 0 && at < m_text.size())
        m_text.erase(at, 1);
    else
        m_text.insert(at, 1, m_random() % 12 == 0 ? '\n' : static_cast<char>('a' + m_random() % 26));
}

std::string version(int number)
{
    const int lines = number * 7919 % 4000;
    std::string text = "version " + std::to_string(number) + "\n";
    for (int line = 0; line < lines; ++line)
        text += "line " + std::to_string(line) + " of version " + std::to_string(number) + ", not of another one\n";
    return text + "end of " + std::to_string(number) + "\n";
}

SharedText shared(std::string text)
{
    return std::make_shared<const std::string>(std::move(text));
}

OpenedPost openPost(const std::filesystem::path& path)
{
    const Expected<LoadedFile> file = loadFile(path);
    if (!file)
        return {path, {}, {}, shared({})};
    FileText text = fromFileBytes(file->bytes);
    return {path, text.form, file->state, shared(std::move(text.text))};
}

PostSave saveOf(const std::filesystem::path& path, std::string text, bool overwriteChanged)
{
    return {path, shared(std::move(text)), {}, SaveWay::Ask, overwriteChanged, 1000};
}

} // namespace galley::faults
