# SPDX-License-Identifier: MIT
# Collects what tests/parity/learnclasses.js learns from: code and what Rouge makes of it, one JSON object a line.
#   ruby tests/parity/learnclasses.rb >samples.jsonl && node tests/parity/learnclasses.js samples.jsonl
# Rouge's own demos, and source files found on this system: two of three to learn from, the third to measure with.
require 'rouge'
require 'json'
require 'find'

DEMOS = '/usr/share/ruby-rouge/demos'
FOLDERS = %w[/usr/lib /usr/share /usr/include]
FILES = 60      # of a language
BYTES = 6000    # of a file

def emit(lexer, code, set)
  code = code.dup.force_encoding('utf-8')
  return unless code.valid_encoding?
  code = code.delete("\r")
  tokens = lexer.new.lex(code).map { |token, text| [token.shortname, text] }
  return if tokens.count { |name, _| name == 'err' } > tokens.size * 0.02 + 1
  puts({ lang: lexer.tag, set: set, code: code, rouge: tokens }.to_json)
end

Rouge::Lexer.all.sort_by(&:tag).each do |lexer|
  demo = File.join(DEMOS, lexer.tag)
  emit(lexer, File.read(demo), 'learn') if File.exist?(demo)
end

by_suffix = {}
Rouge::Lexer.all.sort_by(&:tag).each do |lexer|
  lexer.filenames.grep(/\A\*\.\w+\z/).each { |glob| by_suffix[glob.delete_prefix('*.')] ||= lexer }
end
by_suffix['h'] = Rouge::Lexers::C

found = Hash.new { |hash, lexer| hash[lexer] = [] }
Find.find(*FOLDERS) do |path|
  lexer = by_suffix[path[/\.(\w+)\z/, 1]]
  next if lexer.nil? || path.include?('.min.') || !File.lstat(path).file?
  found[lexer] << path if File.size(path).between?(200, 30_000)
end
found.sort_by { |lexer, _| lexer.tag }.each do |lexer, paths|
  paths.sort.shuffle(random: Random.new(7)).first(FILES).each_with_index do |path, i|
    code = File.binread(path, BYTES)
    code = code[0..(code.rindex("\n") || 0)]
    emit(lexer, code, i % 3 == 0 ? 'measure' : 'learn') unless code.lines.any? { |line| line.size > 400 }
  end
end
