#!/usr/bin/env bash
# Measures the speed of sdc beside rivals and floors, and prints a table of ratios with the targets.
#
#   benchmarks/run.sh            a quick run: small tables, a few minutes; the ratios are rough
#   benchmarks/run.sh --full     the run behind docs/benchmarks.md: half an hour or more
#   benchmarks/run.sh NAME …     only the benchmarks whose names match, such as CsvReading (a regular expression), with
#                                --full or without
#
# Times are processor times. Needs a JDK (17 or later), Maven, and 4 GB of memory.
set -euo pipefail
unset CDPATH
cd "$(dirname "${BASH_SOURCE[0]}")/.."

rounds=1 part=10 starts=5
jmh=(-wi 1 -w 1 -i 3 -r 1)
if [ "${1:-}" = --full ]; then
    shift
    rounds=2 part=1 starts=40
    jmh=(-wi 3 -w 5 -i 5 -r 5)
fi

java=${JAVA_HOME:+$JAVA_HOME/bin/}java
target=$PWD/benchmarks/target
results=$target/results
log=$target/build.log

mkdir -p "$target"
echo "building …" >&2
mvn -B -ntp -Dquick -Dmaven.test.skip=true -pl benchmarks -am package \
    dependency:build-classpath -Dmdep.outputFile=target/class-path > "$log" 2>&1 \
    || { grep -F '[ERROR]' "$log" | head -n 20 >&2; echo "the build failed; its whole output is in $log" >&2; exit 1; }
class_path=$target/classes:$(cat "$target/class-path")
rm -rf "$results"
mkdir "$results"

run() {
    "$java" -cp "$class_path" "$@"
}

# Rounds, so that what is compared runs at nearly the same time.
for ((round = 1; round <= rounds; round++)); do
    run org.openjdk.jmh.Main "$@" -f 1 -bm avgt -tu ms -foe true "${jmh[@]}" \
        -jvmArgs '-XX:+UseSerialGC -Xms2g -Xmx2g' -prof dev.sdc.benchmarks.CpuTime \
        $([ "$part" = 1 ] || echo -p rows=20000) \
        -rf json -rff "$results/jmh-$round.json" >&2
done

if [ $# -eq 0 ]; then
    echo "finding the smallest heaps …" >&2
    run dev.sdc.benchmarks.SmallestHeap "$part" > "$results/heap.txt"
    echo "starting sdc …" >&2
    run dev.sdc.benchmarks.SampleFile "$target/small.csv" 50
    benchmarks/start-up.sh sdc-cli/target/dist "$target/classes" "$target/small.csv" "$starts" > "$results/start-up.txt"
fi

run dev.sdc.benchmarks.Ratios "$results"
