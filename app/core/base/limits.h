// SPDX-License-Identifier: MIT
// Every limit of the engine, with its reason. No other file states one.
#pragma once

#include <cstddef>
#include <cstdint>

namespace galley::limits
{

/// Larger files are refused with the number: md4c and QTextDocument use 32-bit offsets and ten times the memory.
inline constexpr std::size_t fileBytes = 64u << 20;

/// A recovery journal holds the text as opened and the edits since; beyond a text's size plus journalEditBytes it is
/// written anew, so no good one comes near the limit for reading.
inline constexpr std::size_t journalEditBytes = 8u << 20;
inline constexpr std::size_t journalFileBytes = 4 * fileBytes;

/// Versions of each post in the local history: the last twenty saves.
inline constexpr std::size_t keptVersions = 20;

/// Autosaved versions are this far apart: twenty of every three seconds would be the last minute and nothing else.
inline constexpr std::int64_t autosavedVersionSeconds = 600;

/// Output of one page, and any one text of its templates: a runaway template ends here instead of filling the memory.
inline constexpr std::size_t outputBytes = 64u << 20;

/// What the variables of one page's templates hold together, at some liquidItemBytes for an item of a list.
inline constexpr std::size_t liquidHeldBytes = 512u << 20;
inline constexpr std::size_t liquidItemBytes = 64;

/// Liquid nodes rendered for one page: a 10⁹-step `for` ends within about a second.
inline constexpr std::uint64_t liquidSteps = 20'000'000;

/// What the filters and comparisons of one page walk through, in units of some ten nanoseconds: an item, or sixteen
/// bytes. The page ends after some four seconds of such work.
inline constexpr std::uint64_t liquidWork = 400'000'000;
inline constexpr std::uint64_t liquidWorkPerMillisecond = 100'000; ///< for work that is measured: a style sheet
inline constexpr std::size_t liquidBytesPerUnit = 16;

/// Blocks and brackets inside one another in one template: Liquid::Block::MAX_DEPTH.
inline constexpr int liquidNesting = 100;

/// Values that kept results of filters hold on to, at some 32 bytes each: lists of 5,000 posts selected in hundreds of
/// ways.
inline constexpr std::size_t filterCacheValues = 2'000'000;

/// Digits of an integer of Liquid: squaring in a loop would double them each time.
inline constexpr std::size_t integerDigits = 200;

/// Items one filter may make or walk through at once, those inside of items too: a range of 10⁹ numbers is not written
/// out, and sorting this many takes a second.
inline constexpr std::size_t liquidItems = 1'000'000;

/// Liquid errors reported for one page: a loop over a faulty line would report it a million times.
inline constexpr std::size_t liquidDiagnostics = 100;

/// Nested includes: Liquid stops at 100 (Liquid::Block::MAX_DEPTH).
inline constexpr int includeDepth = 100;

/// Patterns that the braces of one glob write out to: {a,b}{a,b}… doubles with each pair.
inline constexpr std::size_t globAlternatives = 1000;

/// Brackets inside one another in a JSON file: Ruby's parser stops at 100.
inline constexpr int jsonDepth = 100;

/// Loops, functions and mixins entered while one style sheet is compiled: libsass itself never gives up on `@while
/// true`. Frameworks enter some ten thousand.
inline constexpr std::uint64_t sassSteps = 300'000;

/// One style sheet's processor time, time by the clock (a busy machine takes longer) and memory: 30,000 rules take 6 s
/// and 400 MB, and 365 bytes of selectors that double would take for ever.
inline constexpr unsigned sassSeconds = 10;
inline constexpr int sassDeadlineMilliseconds = 20'000;
inline constexpr std::size_t sassMemoryBytes = 1u << 30;

/// CSS of one style sheet with its map, and what a site remembers of all: some hundred frameworks.
inline constexpr std::size_t sassCssBytes = 64u << 20;
inline constexpr std::size_t sassCacheBytes = 64u << 20;

/// Years of a date that is written out: seconds of later ones do not fit, and no calendar shows them.
inline constexpr std::int64_t largestYear = 100'000'000;

/// Layouts above one another: no real site has over six; a loop is found before this.
inline constexpr int layoutDepth = 50;

/// Nested blocks and spans of one post: the tree is walked recursively, and no reader follows this many.
inline constexpr int markdownDepth = 200;

/// A page's HTML may be this many times its Markdown plus a floor: md4c 0.4.8 makes 2.5 GB of 250 KB of link
/// definitions and 1 GB of 100 KB of table.
inline constexpr std::size_t markdownOutputFactor = 40;
inline constexpr std::size_t markdownOutputFloor = 1u << 20;

/// Bare links are not searched in longer paragraphs: md4c 0.4.8 takes 15 s for 500 KB of "www._".
inline constexpr std::size_t autolinkParagraphBytes = 32u << 10;

/// Lines walked for the brackets of one paragraph: md4c 0.4.8 counts from its first line for each, 8 s for 160,000
/// lines with a bracket; this is a twentieth of a second, and 20,000 of them.
inline constexpr std::size_t bracketLineSteps = 200'000'000;

/// UTF-16 units of one block of the editor: laying out a block is what a key costs, 0.2–9 s for a line of 1 MB.
inline constexpr std::size_t editorLineUnits = 4096;

/// Lines reported for invalid UTF-8, the rest as one number: a Latin-1 book would fill the problems list.
inline constexpr std::size_t textDiagnostics = 20;

/// Changed lines that a comparison searches for: 16 MB of traces and half a second; beyond, two texts have little in
/// common.
inline constexpr std::size_t diffChanges = 2000;

/// Bytes looked at to tell a binary file from a text: as many as git takes.
inline constexpr std::size_t binarySampleBytes = 8000;

/// Values that YAML aliases may write out to: "a billion laughs" ends here, and real data files have none or a few
/// hundred.
inline constexpr std::size_t yamlAliasedValues = 1'000'000;

/// A script's single call: colouring a block of highlightBytes takes about a fifth of this; a runaway one ends here.
inline constexpr int scriptMilliseconds = 2000;

/// Code in one block that is coloured; more is shown plain, since its colours cost more than its text.
inline constexpr std::size_t highlightBytes = 64u << 10;

/// Coloured code a thread remembers: a few hundred pages' worth.
inline constexpr std::size_t highlightCacheBytes = 16u << 20;

/// One formula: KaTeX is linear in it, but no page shows a longer one.
inline constexpr std::size_t mathBytes = 64u << 10;

/// Larger files of a site are not shown in the preview: they are read whole, on the way to the web view.
inline constexpr std::size_t previewFileBytes = 32u << 20;

/// What pages were allowed to load from elsewhere and is kept for when there is no network: some hundred pages'
/// photos; the oldest go first.
inline constexpr std::size_t remoteCacheBytes = 128u << 20;

/// Larger photos are pointed out before publishing: at 1 MB a phone on a slow line waits ten seconds.
inline constexpr std::size_t photoBytes = 1'000'000;

/// Folders inside one another: a link to a folder above it ends here; the system itself stops at some 40 links.
inline constexpr int folderDepth = 40;

/// An attribute list {: … } is no longer than this: each "{:" would else search the rest of the post for its brace.
inline constexpr std::size_t attributeListBytes = 16u << 10;

/// Attributes of one element, and the bytes of classes that many attribute lists add up to: each is compared with all
/// before it, and written anew for each class more.
inline constexpr std::size_t elementAttributes = 500;
inline constexpr std::size_t joinedClassBytes = 4u << 10;

/// Steps of span parsing for each byte of a paragraph (kramdown's own rules try again from each opener, which
/// is exponential for some texts), and the steps any paragraph may take; then the rest is plain text.
inline constexpr std::size_t spanStepsPerByte = 50;
inline constexpr std::size_t spanStepsFloor = 100'000;

/// No paragraph takes more steps than this, about a second, or ten for each byte: enough for one look at every byte.
inline constexpr std::size_t spanStepsMost = 20'000'000;
inline constexpr std::size_t spanStepsForALook = 10;

/// Cells of one table that hold nothing and only fill up short rows.
inline constexpr std::size_t tableFillCells = 200'000;

/// Attribute definitions followed for one block: definitions that name one another could double at each step.
inline constexpr int attributeReferences = 1000;

/// Excerpts rendered inside one another: sites nest two or three, Ruby's stack ends at some hundred.
inline constexpr int nestedExcerpts = 12;

/// Pages printed inside one another by their layouts ({{ page.previous }}); each takes some 10 kB of a thread's stack.
inline constexpr int nestedOutputs = 100;

/// Different unknown tags of one template that get a placeholder: each costs one more parse.
inline constexpr int unknownTags = 50;

/// Front matter that the form edits and lint reads: each edit reads it three times in the window's thread, which takes
/// some 30 ms at this size. Larger front matter is data and is edited in the text.
inline constexpr std::size_t formBytes = 64u << 10;

/// Front matter that is read at all: yaml-cpp takes 0.3 s for this much, with every key that is typed. No post has more
/// than some kilobytes; a data file may be larger.
inline constexpr std::size_t frontMatterBytes = 1u << 20;

/// A calendar file, the events offered of it, and parts inside one another: a year of meetups has some hundred events
/// in 1 MB, and libical walks the parts recursively.
inline constexpr std::size_t calendarBytes = 4u << 20;
inline constexpr std::size_t calendarEvents = 2000;
inline constexpr int calendarDepth = 20;

/// Templates for new posts that a site may add, and their size: a list to choose from, and a page of questions.
inline constexpr std::size_t postTemplates = 50;
inline constexpr std::size_t postTemplateBytes = 256u << 10;

/// Pixels of an image that is put into a post: a phone's photo has 12 to 200 million, and each takes four bytes while
/// it is shrunk.
inline constexpr std::size_t imageMegapixels = 256;

/// Words of one's own for the spelling, as a file: ten thousand of them are 100 KB.
inline constexpr std::size_t ownWordsBytes = 4u << 20;

/// Findings of lint, fixes offered with them, and the front matter they are tried on: each fix reads it anew, which
/// takes 8 ms at this size, and nobody reads more than two hundred lines of advice.
inline constexpr std::size_t lintFindings = 200;
inline constexpr std::size_t lintFixes = 20;
inline constexpr std::size_t lintFixBytes = 32u << 10;

/// Digits of a whole number of YAML: turning them into a number takes their square.
inline constexpr std::size_t yamlDigits = 5000;

/// Style sheets that import one another on the way into a stand-alone page: real ones do so once or twice, a loop for
/// ever.
inline constexpr int styleImportDepth = 8;

/// A file name: what file systems of Linux, Windows and macOS hold.
inline constexpr std::size_t fileNameBytes = 255;

/// Posts, and images of each, that tell where a site keeps its images: the newest know today's habit, and a gallery is
/// one habit, not two hundred.
inline constexpr std::size_t habitPosts = 200;
inline constexpr std::size_t habitImagesOfPost = 20;

/// A key with more values in use than this is offered none: a longer list is no help.
inline constexpr std::size_t offeredValues = 50;

} // namespace galley::limits
