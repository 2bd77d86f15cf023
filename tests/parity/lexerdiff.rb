# SPDX-License-Identifier: MIT
# Shows where Galley colours code otherwise than Rouge:
#   ruby tests/parity/lexerdiff.rb build/bin/lexcode LANGUAGE FILE…     (no FILE: Rouge's own demo)
# Prints the share of equal characters for each file, then the first differences in their lines.
require 'rouge'
require 'open3'
require 'cgi'

program, language, *files = ARGV
folder = File.join(__dir__, '../../app/core/script/lexers')
lexer = Rouge::Lexer.find(language) or abort "Rouge knows no #{language}"
files << "/usr/share/ruby-rouge/demos/#{lexer.tag}" if files.empty?
own = File.join(folder, "#{lexer.tag}.lexer")
own = nil unless File.exist?(own)
SHOWN = (ENV['SHOWN'] || 15).to_i

# [[character, class], …] of highlighted HTML.
def letters(html)
  name = ''
  html.scan(%r{<span class="([^"]*)">|(</span>)|(&\w+;|&#\d+;|[^<])}m).flat_map do |open, close, text|
    name = open if open
    name = '' if close
    text ? [[CGI.unescapeHTML(text), name]] : []
  end
end

total = same = 0
shown = 0
files.each do |file|
  code = File.binread(file, 60_000).force_encoding('utf-8').scrub('?').delete("\r")
  code = code[0..(code.rindex("\n") || 0)]
  theirs = letters(Rouge::Formatters::HTML.new.format(lexer.new.lex(code)))
  html, = Open3.capture2(program, *[lexer.tag, own].compact, stdin_data: code)
  ours = letters(html)
  abort "#{file}: #{ours.size} characters, not #{theirs.size}" if ours.size != theirs.size
  visible = theirs.each_index.to_a
  equal = visible.count { |i| theirs[i] == ours[i] }
  printf("%6.2f %% of %6d  %s\n", 100.0 * equal / [visible.size, 1].max, visible.size, file) if files.size < 40
  total += visible.size
  same += equal
  last = -1
  visible.each do |i|
    next if theirs[i] == ours[i] || shown >= SHOWN || i <= last
    stop = i
    stop += 1 while stop < theirs.size && theirs[stop] != ours[stop] && theirs[stop][1] == theirs[i][1] && ours[stop][1] == ours[i][1]
    first = code.rindex("\n", i - 1) || -1 if i.positive?
    line = theirs[(i.positive? ? first + 1 : 0)...((stop...theirs.size).find { |k| theirs[k][0] == "\n" } || theirs.size)].map(&:first).join
    puts format("  %-14p Rouge %-4p ours %-4p in %s", theirs[i...stop].map(&:first).join, theirs[i][1], ours[i][1], line.strip[0, 110])
    last = stop - 1
    shown += 1
  end
end
printf("%6.2f %% of %6d  %s\n", 100.0 * same / [total, 1].max, total, language)
