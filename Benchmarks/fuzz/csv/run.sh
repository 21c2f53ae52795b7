#!/bin/sh
# Fuzzes the CSV reader: run.sh [seconds] [working directory]
# Inputs that fail are kept in the working directory; pass one to its fuzz-csv to repeat it.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
sources=$here/../../../Sources
work=${2:-/tmp/fuzz-csv}
mkdir -p "$work/corpus"
cd "$work"
flags="-swift-version 6 -parse-as-library -O -enable-upcoming-feature ExistentialAny
  -enable-upcoming-feature InternalImportsByDefault"
swiftc $flags -emit-module -emit-object -module-name Cryptography "$here/Cryptography.swift" -o Cryptography.o \
  -emit-module-path Cryptography.swiftmodule
# Of TargetEngine the reader needs how texts are put on one line, and no more.
swiftc $flags -emit-module -emit-object -wmo -module-name TargetEngine -I "$sources/CUtf8proc" \
  "$sources/TargetEngine/OneLine.swift" "$sources/TargetEngine/ComparedName.swift" \
  -o TargetEngine.o -emit-module-path TargetEngine.swiftmodule
swiftc $flags -sanitize=fuzzer,address -wmo -module-name OfficeFiles -I . -I "$sources/CUtf8proc" \
  "$here/FuzzCSV.swift" $(find "$sources/OfficeFiles" -name '*.swift') Cryptography.o TargetEngine.o \
  -lutf8proc -o fuzz-csv
printf '\003a,b\n1,"2\n\n"\n' > corpus/utf8
printf '\003\261\340\302\353,\303\373\263\306\n1,\266\264\305\351\n' > corpus/gb18030
printf '\203a;b\r\n"1 ""x""";\t2 \r\n' > corpus/quotes
exec ./fuzz-csv -dict="$here/csv.dict" -max_total_time="${1:-90}" -max_len=400 \
  -print_final_stats=1 corpus
