# SPDX-License-Identifier: MIT
# Answers Markdown with kramdown's HTML under Jekyll's default options, until the input ends.
# Each text comes as one line, its length in bytes and options of its own as JSON, then its bytes; the answer is a line
# with a length, then the HTML.
require 'json'
require 'kramdown'
require 'kramdown-parser-gfm'
require 'rouge'

# Which token gets which colour is asked in tst_highlightclasses.
class Rouge::Formatters::HTML
  def safe_span(_token, safe_text)
    safe_text
  end
end

defaults = {
  auto_ids: true, toc_levels: (1..6).to_a, entity_output: 'as_char', smart_quotes: 'lsquo,rsquo,ldquo,rdquo',
  input: 'GFM', hard_wrap: false, footnote_nr: 1, syntax_highlighter: 'rouge',
  syntax_highlighter_opts: { default_lang: 'plaintext', guess_lang: true }
}
$stdin.binmode
$stdout.binmode
while (line = $stdin.gets)
  length, own = line.split(' ', 2)
  text = $stdin.read(length.to_i).force_encoding('UTF-8')
  html = begin
    options = defaults.merge(JSON.parse(own || '{}', symbolize_names: true))
    # As Jekyll's converter does with what the site sets.
    options[:syntax_highlighter_opts][:default_lang] ||= 'plaintext'
    options[:syntax_highlighter_opts][:guess_lang] = true
    Kramdown::Document.new(text, options).to_html
  rescue StandardError => e
    "kramdown failed: #{e.class}"
  end
  html = html.b
  $stdout.write("#{html.bytesize}\n", html)
  $stdout.flush
end
