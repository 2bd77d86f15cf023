# SPDX-License-Identifier: MIT
# Reads YAML documents separated by NUL and prints what Jekyll's safe_load_yaml makes of each, separated by NUL.
require "psych"
require "date"

def show_float(value)
  return "nan" if value.nan?
  return value > 0 ? "float:inf" : "float:-inf" if value.infinite?
  format("float:%.12g", value)
end

def show_text(text)
  return "bytes:" + text.unpack1("H*") unless text.valid_encoding?
  "str:" + text.gsub(/[\\\n]/, "\\" => "\\\\", "\n" => "\\n").tr("\0", "?") # NUL parts the documents
end

def show(value)
  case value
  when nil, true, false then value.inspect
  when -(2**63)..(2**63 - 1) then value.is_a?(Integer) ? "int:#{value}" : show_float(value)
  when Integer then "str:#{value}" # beyond 64 bits Galley keeps the digits
  when Float then show_float(value)
  when String then show_text(value.dup.force_encoding("UTF-8"))
  when Time then "time:#{value.to_i}.#{format("%09d", value.nsec)} #{value.utc_offset}"
  when Date then "date:#{value}"
  when Array then "[" + value.map { |v| show(v) }.join(", ") + "]"
  when Hash then "{" + value.map { |k, v| "#{show(k)} => #{show(v)}" }.join(", ") + "}"
  else "other:#{value.class}"
  end
end

def load(text)
  show(Psych.safe_load(text, permitted_classes: [Date, Time], aliases: true))
rescue StandardError => e
  ENV["WITH_REASON"] ? "error #{e.message}" : "error"
rescue SystemStackError
  "error"
end

$stdin.binmode
$stdout.binmode
documents = $stdin.read.force_encoding("UTF-8").split("\0", -1)
$stdout.write(documents.map { |text| load(text) }.join("\0"))
