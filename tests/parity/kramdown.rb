# SPDX-License-Identifier: MIT
# Answers Markdown with kramdown's HTML under Jekyll's default options, until the input ends.
# With the option "lines" the answer is JSON instead: the first lines (1-based) of the blocks that stand at
# the top, as "kramdown" sees them, or commonmarker for "commonmark" and "gfm".
# With "commonmark" it is the HTML of Jekyll's CommonMark converter with that configuration.
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

def kramdown_lines(document)
  document.root.children.reject { |e| %i[blank eob].include?(e.type) }.map { |e| e.options[:location] }
end

def commonmark_lines(text, extensions)
  require 'commonmarker'
  CommonMarker.render_doc(text, :DEFAULT, extensions).each.map { |node| node.sourcepos[:start_line] }
end

# What a site with `markdown: CommonMark` and this `commonmark:` gets.
def jekyll_commonmark(text, config)
  require 'jekyll'
  require 'jekyll-commonmark'
  @converters ||= {}
  @converters[config] ||= Jekyll::Converters::Markdown::CommonMark.new('commonmark' => JSON.parse(config.to_json))
  @converters[config].convert(text)
end

$stdin.binmode
$stdout.binmode
while (line = $stdin.gets)
  length, own = line.split(' ', 2)
  text = $stdin.read(length.to_i).force_encoding('UTF-8')
  html = begin
    options = defaults.merge(JSON.parse(own || '{}', symbolize_names: true))
    lines = options.delete(:lines)
    commonmark = options.delete(:commonmark)
    # As Jekyll's converter does with what the site sets.
    options[:syntax_highlighter_opts][:default_lang] ||= 'plaintext'
    options[:syntax_highlighter_opts][:guess_lang] = true
    case lines
    when 'commonmark' then commonmark_lines(text, []).to_json
    when 'gfm' then commonmark_lines(text, %i[table strikethrough autolink tasklist]).to_json
    when 'kramdown' then kramdown_lines(Kramdown::Document.new(text, options)).to_json
    else commonmark ? jekyll_commonmark(text, commonmark) : Kramdown::Document.new(text, options).to_html
    end
  rescue StandardError => e
    "kramdown failed: #{e.class}"
  end
  html = html.b
  $stdout.write("#{html.bytesize}\n", html)
  $stdout.flush
end
