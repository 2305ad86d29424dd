#!/bin/bash
# Installeert wat ontbreekt, bouwt de programma's in build/bin/ en maakt van elk voorbeeld in sample-data/ de rapporten.
# Gebruik: bash sample-data/maak.sh, vanuit elke map, op Debian 12, als root of met sudo.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
source sample-data/bouw.sh

need_packages "${build_packages[@]}"
build release

for project in sample-data/*/jaarverslag.toml; do
    [ -e "$project" ] || continue
    folder=$(dirname "$project")
    name=$(basename "$folder")
    build/bin/jv-maak "$folder" --uit "build/voorbeeld/$name" --formaat xlsx,docx,html,md,csv,txt
    echo "Rapporten van $name: $PWD/build/voorbeeld/$name/"
done
echo "Klaar; de programma's staan in $PWD/build/bin/"
