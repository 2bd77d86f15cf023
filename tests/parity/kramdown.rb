# SPDX-License-Identifier: MIT
# Answers Markdown with kramdown's HTML under Jekyll's default options, until the input ends.
# Each text goes as one line with its length in bytes, then its bytes; the answer comes the same way.
require 'kramdown'
require 'kramdown-parser-gfm'

options = {
  auto_ids: true, toc_levels: (1..6).to_a, entity_output: 'as_char', smart_quotes: 'lsquo,rsquo,ldquo,rdquo',
  input: 'GFM', hard_wrap: false, footnote_nr: 1, syntax_highlighter: 'rouge',
  syntax_highlighter_opts: { default_lang: 'plaintext', guess_lang: true }
}
$stdin.binmode
$stdout.binmode
while (length = $stdin.gets)
  text = $stdin.read(length.to_i).force_encoding('UTF-8')
  html = begin
    Kramdown::Document.new(text, options).to_html
  rescue StandardError => e
    "kramdown failed: #{e.class}"
  end
  html = html.b
  $stdout.write("#{html.bytesize}\n", html)
  $stdout.flush
end
