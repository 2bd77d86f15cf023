// SPDX-License-Identifier: MIT
#include "fuzzing.h"
#include "markdown/options.h"
#include "post/yamlreader.h"

using namespace galley;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const Expected<Value> value = readYaml(fuzzing::asText(data, size), {"Europe/Berlin"});
    if (value)
        (void)markdown::optionsFromConfig(*value);
    else
        fuzzing::require(!value.error().message.empty(), "what is refused is refused with a reason");
    return 0;
}
