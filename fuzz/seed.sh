#!/bin/sh
# Lays the bytes that were released into the corpus of each target, to begin with.
set -eu
cd "$(dirname "$0")"
golden=../crates/sync/tests/golden
for target in batch packet pack messages joining stored; do
    mkdir -p "corpus/$target"
    cp "$golden"/batch-*.bin "$golden"/code-*.txt "corpus/$target/"
    for file in "$golden"/*.hex; do
        number=0
        while read -r line; do
            number=$((number + 1))
            printf '%s' "$line" | xxd -r -p > "corpus/$target/$(basename "$file" .hex)-$number"
        done < "$file"
    done
done
