// SPDX-License-Identifier: MIT
// Replacing some items of a list by others, in the style the list is written in.
#pragma once

#include "post/editdraft.h"

namespace galley::yaml
{

/// `count` items from `first` on are replaced by `items`; not all of a block list's items by none. Unchecked,
/// from yaml().
Expected<TextEdit> spliceItems(const EditDraft& draft, const Node& list, std::size_t first, std::size_t count,
                               const Array& items);

/// What is between two bytes of yaml() goes away.
TextEdit erased(std::size_t begin, std::size_t end);

/// The bytes that one item (flow) takes with its comma, for removing items [first, first + count) of `spans`.
struct Span {
    std::size_t begin = 0;
    std::size_t end = 0;
};
TextEdit erasedFromFlow(const std::vector<Span>& spans, std::size_t first, std::size_t count);

} // namespace galley::yaml
