// SPDX-License-Identifier: MIT
#include "fuzzing.h"
#include "keep/crc32.h"
#include "keep/journalformat.h"

using namespace galley;
using fuzzing::require;

namespace
{
/// The input as bodies of records with good checksums, so that what they say is reached.
std::string framed(std::string_view text)
{
    std::string journal = "galley-journal 1\n";
    std::uint32_t checksum = 0;
    const auto number = [&](std::uint32_t value) {
        for (int i = 0; i < 4; ++i)
            journal += static_cast<char>(value >> (8 * i));
    };
    while (text.size() > 1) {
        const std::size_t size = std::min<std::size_t>(static_cast<unsigned char>(text[0]), text.size() - 1);
        const std::string_view body = text.substr(1, size);
        checksum = crc32(body, checksum);
        number(static_cast<std::uint32_t>(size));
        journal.append(body);
        number(checksum);
        text.remove_prefix(1 + size);
    }
    return journal;
}

void check(std::string_view bytes)
{
    const Expected<JournalContents> read = readJournal(bytes);
    if (!read)
        return;
    require(read->goodBytes <= bytes.size(), "good bytes lie in the journal");
    require(read->damaged == (read->goodBytes < bytes.size()), "damage is told");
    const Expected<JournalContents> again = readJournal(bytes.substr(0, read->goodBytes));
    require(again && !again->damaged && again->text == read->text, "the good part reads the same alone");
}
} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const std::string_view text = fuzzing::asText(data, size);
    check(text);
    check(framed(text));
    JournalEncoder encoder;
    std::string journal = encoder.begin({"/p.md", {}, {}}, "base");
    check(journal + framed(text));
    journal += encoder.edit({0, 4, std::string(text)}, size);
    check(journal);
    require(readJournal(journal)->text == text, "an edit is replayed");
    return 0;
}
