#!/usr/bin/env bash
# Measures the gate: a release beside OpenSSH's sftp, a long log, and releases that are killed.
#
#   benchmarks/gate.sh                    10,000 files of 5 GB, 10^6 events, 200 releases: an hour or more, 12 GB of disk
#   benchmarks/gate.sh FILES MB EVENTS KILLS ROUNDS     a run of another size, such as: 200 200 1000000 20 3
#
# Needs a JDK (17 or later), Maven, and OpenSSH with its server.
set -euo pipefail
unset CDPATH
cd "$(dirname "${BASH_SOURCE[0]}")/.."

files=${1:-10000} megabytes=${2:-5120} events=${3:-1000000} kills=${4:-200} rounds=${5:-5}
java=${JAVA_HOME:+$JAVA_HOME/bin/}java
target=$PWD/benchmarks/target
mkdir -p "$target"
echo "building …" >&2
mvn -B -ntp -Dquick -Dmaven.test.skip=true -pl benchmarks -am package \
    dependency:build-classpath -Dmdep.outputFile=target/class-path > "$target/build.log" 2>&1 \
    || { grep -F '[ERROR]' "$target/build.log" | head -n 20 >&2; exit 1; }
run() {
    "$java" -Xmx512m -XX:+UseSerialGC -cp "$target/classes:$(cat "$target/class-path")" dev.sdc.benchmarks.GateRuns "$@"
}
work=$(mktemp -d "${TMPDIR:-/tmp}/sdc-gate.XXXXXX")
trap 'rm -rf "$work"' EXIT
run release "$work/release" "$files" "$megabytes" "$rounds"
run log "$work/log" "$events"
run kill "$work/kill" "$kills"
