#!/bin/bash
# Makes the exports of the sample projects anew from the figures in sample-data/bron/: exports.sh BIN, with the folder of the programs.
# The leerlingen have the canonical columns, the rest the shape of Carel. The same figures give the same bytes.
set -euo pipefail
bin=$(realpath "${1:?which folder holds the programs?}") out=${2:-$(dirname "${BASH_SOURCE[0]}")}
figures=$(dirname "${BASH_SOURCE[0]}")/bron

mkdir -p "$out/twenterand/exports"
make() { "$bin/jv-voorbeeld" "$figures/twenterand.csv" --uit "$out/twenterand/exports" --per-schooljaar --overschrijf "$@"; }
make --soort leerling
make --profiel carel --soort melding --soort vrijstelling --soort maatregel

mkdir -p "$out/amersfoort/exports"
"$bin/jv-voorbeeld" "$figures/amersfoort.csv" --uit "$out/amersfoort/exports" --overschrijf

mkdir -p "$out/renswoude/exports"
"$bin/jv-voorbeeld" "$figures/renswoude.csv" --uit "$out/renswoude/exports" --overschrijf
