# SPDX-License-Identifier: MIT
# Builds many sites with the installed Jekyll in one process. Each line of standard input is JSON:
# {"source": …, "destination": …, "config": [files], "environment": …, "options": {…}}; each line of output {"destination", "error"}.
require "json"
require "jekyll"

# What Jekyll, a converter or a template prints goes to standard error, so that only answers are on standard output.
ANSWERS = STDOUT.dup
STDOUT.reopen(STDERR)
Jekyll.logger.log_level = :error
zone = ENV["TZ"]
STDIN.each_line do |line|
  job = JSON.parse(line)
  ENV["TZ"] = zone
  ENV["JEKYLL_ENV"] = job["environment"]
  error = nil
  begin
    options = { "source" => job["source"], "destination" => job["destination"], "config" => job["config"],
                "disable_disk_cache" => true, "quiet" => true }.merge(job["options"] || {})
    Jekyll::Site.new(Jekyll.configuration(options)).process
  rescue Exception => e # a fatal error of one site must not end the others
    error = "#{e.class}: #{e.message}"
  end
  Jekyll::Utils.instance_variable_set(:@parse_date_cache, nil)
  ANSWERS.puts JSON.generate("destination" => job["destination"], "error" => error)
  ANSWERS.flush
end
