# Wat maak.sh en de tests delen: ontbrekende pakketten installeren en bouwen. Wordt ingelezen (source), met de hoofdmap als werkmap.

build_packages=(g++ cmake ninja-build pkg-config libcli11-dev libfccp-dev libfmt-dev libxlsxwriter-dev doctest-dev libtomlplusplus-dev
    libutfcpp-dev libxxhash-dev libglpk-dev zlib1g-dev libssl-dev nlohmann-json3-dev libzip-dev libpugixml-dev libcmark-dev libsimdjson-dev
    libboost-dev)

# Runs a command as root: directly, or with sudo.
as_root() {
    if [ "$(id -u)" -eq 0 ]; then
        "$@"
    elif command -v sudo >/dev/null; then
        sudo "$@"
    else
        echo "Er ontbreken pakketten, en installeren kan alleen als root of met sudo: $*" >&2
        return 1
    fi
}

# Runs a command without its output; shows that when it fails.
quietly() {
    local log status=0
    log=$(mktemp)
    "$@" >"$log" 2>&1 </dev/null || status=$?
    [ "$status" -eq 0 ] || { echo "Mislukt: $*" >&2; cat "$log" >&2; }
    rm -f "$log"
    return "$status"
}

# Installs the Debian packages that are not there yet; downloads nothing when all are. One at a time, whoever else asks for it.
need_packages() {
    local package missing=()
    for package in "$@"; do
        dpkg-query -W -f='${Status}\n' "$package" 2>/dev/null | grep -q '^install ok installed' || missing+=("$package")
    done
    [ "${#missing[@]}" -eq 0 ] && return
    echo "Pakketten installeren: ${missing[*]}"
    mkdir -p build
    {
        flock 9
        quietly as_root apt-get update
        quietly as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends "${missing[@]}"
    } 9>build/pakketten.lock
}

# Configures and builds a preset.
build() {
    echo "Bouwen ($1)"
    quietly cmake --preset "$1" &&
        quietly cmake --build --preset "$1" --parallel "$(nproc)"
}
