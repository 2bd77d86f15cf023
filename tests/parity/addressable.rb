# SPDX-License-Identifier: MIT
# Reads cases separated by NUL, each "operation\x01argument\x01text", and prints what Jekyll makes of each.
require "jekyll"

Site = Struct.new(:config, :filter_cache)
Context = Struct.new(:registers)

class Filters
  include Jekyll::Filters::URLFilters

  def initialize(url, baseurl)
    @context = Context.new({ :site => Site.new({ "url" => url, "baseurl" => baseurl }, {}) })
  end
end

def answer(operation, argument, text)
  url, baseurl = argument.split("\x02", -1)
  result = case operation
           when "escape" then Jekyll::URL.escape_path(text)
           when "relative" then Filters.new(url, baseurl).relative_url(text)
           else Filters.new(url, baseurl).absolute_url(text)
           end
  "ok #{result}"
rescue Addressable::URI::InvalidURIError, ArgumentError => e
  "error #{e.message}"
end

$stdin.binmode
$stdout.binmode
cases = $stdin.read.force_encoding("UTF-8").split("\0", -1)
$stdout.write(cases.map { |one| answer(*one.split("\x01", -1)).b }.join("\0".b))
