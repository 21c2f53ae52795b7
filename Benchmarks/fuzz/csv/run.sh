#!/bin/sh
# Fuzzes the CSV reader: run.sh [seconds] [working directory]
# Inputs that fail are kept in the working directory; pass one to its fuzz-csv to repeat it.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
sources=$here/../../../Sources/OfficeFiles
work=${2:-/tmp/fuzz-csv}
mkdir -p "$work/corpus"
cd "$work"
flags="-swift-version 6 -parse-as-library -O -enable-upcoming-feature ExistentialAny
  -enable-upcoming-feature InternalImportsByDefault"
swiftc $flags -emit-module -emit-object -module-name Cryptography "$here/Cryptography.swift" -o Cryptography.o \
  -emit-module-path Cryptography.swiftmodule
swiftc $flags -sanitize=fuzzer,address -wmo -module-name OfficeFiles -I . \
  "$here/FuzzCSV.swift" $(ls "$sources"/CSV*.swift "$sources"/*Scan*.swift "$sources"/File*.swift \
  "$sources"/Text*.swift "$sources"/UTF8Check.swift "$sources"/EncodingEvidence.swift \
  "$sources"/GB18030Decoder.swift "$sources"/CellTable.swift "$sources"/DelimiterCensus.swift \
  "$sources"/WideBlanks.swift) Cryptography.o -o fuzz-csv
printf '\003a,b\n1,"2\n\n"\n' > corpus/utf8
printf '\003\261\340\302\353,\303\373\263\306\n1,\266\264\305\351\n' > corpus/gb18030
printf '\203a;b\r\n"1 ""x""";\t2 \r\n' > corpus/quotes
exec ./fuzz-csv -dict="$here/csv.dict" -max_total_time="${1:-90}" -max_len=400 \
  -print_final_stats=1 corpus
