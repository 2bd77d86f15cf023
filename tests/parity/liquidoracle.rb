# SPDX-License-Identifier: MIT
# Reads lines {"template", "environment"} and writes lines {"output"} or {"refused"}: what Jekyll's Liquid prints.
ENV["TZ"] = "UTC"
require "jekyll"
require "json"
require "tmpdir"

Jekyll.logger.log_level = :error
Dir.mktmpdir do |folder|
  site = Jekyll::Site.new(Jekyll.configuration("source" => folder, "destination" => "#{folder}/_site", "quiet" => true,
                                               "url" => "https://example.org", "baseurl" => "/base"))
  Liquid::Template.error_mode = :warn
  STDIN.each_line do |line|
    request = JSON.parse(line)
    answer =
      begin
        template = Liquid::Template.parse(request["template"], :line_numbers => true)
        { "output" => template.render(request["environment"], :registers => { :site => site }) }
      rescue StandardError => e
        { "refused" => e.message }
      end
    # Bytes that are no UTF-8 can not be written as JSON; they do not come up in what the generator makes.
    STDOUT.puts(JSON.generate(answer))
  end
end
