#!/bin/bash
# Makes the exports of the sample projects anew from the figures in sample-data/bron/: exports.sh BIN, with the folder of the programs.
# Twenterand's leerlingen have the canonical columns, the rest the shape of Carel; those of the Stedendriehoek have the shape of its own profile.
# The same figures give the same bytes.
set -euo pipefail
bin=$(realpath "${1:?which folder holds the programs?}") out=${2:-$(dirname "${BASH_SOURCE[0]}")}
figures=$(dirname "${BASH_SOURCE[0]}")/bron

mkdir -p "$out/twenterand/exports"
make() { "$bin/jv-voorbeeld" "$figures/twenterand.csv" --per-schooljaar --overschrijf "$@"; }
# Both make all kinds, so that it is the same pupils who are at school and who are absent.
leerlingen=$(mktemp -d)
trap 'rm -r "$leerlingen"' EXIT
make --uit "$out/twenterand/exports" --profiel carel
make --uit "$leerlingen"
cp "$leerlingen"/leerling-*.csv "$out/twenterand/exports"

mkdir -p "$out/amersfoort/exports"
"$bin/jv-voorbeeld" "$figures/amersfoort.csv" --uit "$out/amersfoort/exports" --overschrijf

mkdir -p "$out/renswoude/exports"
"$bin/jv-voorbeeld" "$figures/renswoude.csv" --uit "$out/renswoude/exports" --overschrijf

mkdir -p "$out/stedendriehoek/exports"
"$bin/jv-voorbeeld" "$figures/stedendriehoek.csv" --uit "$out/stedendriehoek/exports" --overschrijf \
    --profiel "$(dirname "${BASH_SOURCE[0]}")/stedendriehoek/regio.toml" \
    --regio "Regio Stedendriehoek=Apeldoorn,Brummen,Deventer,Epe,Lochem,Olst-Wijhe,Voorst,Zutphen"

mkdir -p "$out/noordoostpolder/exports"
"$bin/jv-voorbeeld" "$figures/noordoostpolder.csv" --uit "$out/noordoostpolder/exports" --overschrijf
