# SPDX-License-Identifier: MIT
# Writes the expectations of the tables beside it anew, as kramdown gives them: ruby refresh.rb
# A case is a line "%%% name" (with kramdown's options as JSON behind it), Markdown, a line "%%%", HTML.
# Jekyll's options hold; code is not coloured.
require 'json'
require 'kramdown'
require 'kramdown-parser-gfm'
require 'rouge'

class Rouge::Formatters::HTML
  def safe_span(_token, safe_text)
    safe_text
  end
end

def html(text, own)
  options = { input: 'GFM', hard_wrap: false,
              syntax_highlighter_opts: { default_lang: 'plaintext', guess_lang: true } }
  Kramdown::Document.new(text, options.merge(own)).to_html
end

Dir.glob(File.join(__dir__, '*.txt')).sort.each do |file|
  parts = File.read(file).split(/^%%% (.+)\n/)
  head = parts.shift
  out = parts.each_slice(2).map do |name, both|
    markdown = both.split(/^%%%\n/, 2).first
    options = JSON.parse(name[/\{.*\}\z/] || '{}', symbolize_names: true)
    "%%% #{name}\n#{markdown}%%%\n#{html(markdown, options)}"
  end
  File.write(file, head + out.join)
end
