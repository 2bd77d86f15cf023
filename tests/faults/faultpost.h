// SPDX-License-Identifier: MIT
// What the killed program writes and the test that killed it expects: both compute it from seed and number alone.
#pragma once

#include "keep/postkeeper.h"

#include <random>
#include <string>

namespace galley::faults
{

/// A person at the keyboard: each key puts something somewhere or takes something away.
class Typist
{
public:
    Typist(std::string text, unsigned seed) : m_text(std::move(text)), m_random(seed) {}
    void typeKey();
    const std::string& text() const { return m_text; }

private:
    std::string m_text;
    std::mt19937 m_random;
};

/// The text of a post's n-th version; up to 200 kB, different in every line from the others.
std::string version(int number);

SharedText shared(std::string text);
OpenedPost openPost(const std::filesystem::path& path);
PostSave saveOf(const std::filesystem::path& path, std::string text, bool overwriteChanged = false);

} // namespace galley::faults
