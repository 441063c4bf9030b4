#!/usr/bin/env bash
# Checks files edited at random, kind by kind, and says how much of the readers that went through.
#
#   benchmarks/fuzz.sh                 five minutes of processor time for each kind, half an hour for workbooks; two hours
#   benchmarks/fuzz.sh 60 csv svg=10   a minute for CSV, ten seconds for SVG
#
# Leaves what each kind came to in benchmarks/target/fuzz, with the seed of every fault. Needs a JDK (17 or later) and Maven.
set -euo pipefail
unset CDPATH
cd "$(dirname "${BASH_SOURCE[0]}")/.."

seconds=${1:-300}
shift || true
kinds=("$@")
[ $# -gt 0 ] || kinds=(xlsx=1800 csv tsv txt log md tex html json ipynb code svg png jpeg declaration session)

java=${JAVA_HOME:+$JAVA_HOME/bin/}java
target=$PWD/benchmarks/target
results=$target/fuzz
rm -rf "$results"
mkdir -p "$results"
echo "building …" >&2
mvn -B -ntp -Dquick -Dmaven.test.skip=true -pl benchmarks -am package \
    dependency:build-classpath -Dmdep.outputFile="$target/class-path" > "$target/build.log" 2>&1 \
    || { grep -F '[ERROR]' "$target/build.log" | head -n 20 >&2; exit 1; }
version=$(sed -n 's:.*<jacoco-maven-plugin.version>\(.*\)</.*:\1:p' pom.xml)
mvn -B -ntp -q -N dependency:copy -Dartifact="org.jacoco:org.jacoco.agent:$version:jar:runtime" \
    -DoutputDirectory="$results" -Dmdep.useBaseVersion=true

for kind in "${kinds[@]}"; do
    time=$seconds
    [[ $kind != *=* ]] || time=${kind#*=}
    kind=${kind%%=*}
    "$java" -Xmx1g -XX:+UseSerialGC \
        -javaagent:"$results/org.jacoco.agent-$version-runtime.jar=destfile=$results/jacoco.exec,includes=dev.sdc.engine.*" \
        -cp "$target/classes:$(cat "$target/class-path")" \
        dev.sdc.benchmarks.fuzz.Fuzz testdata "$time" "$kind" > "$results/$kind.txt" 2> "$results/$kind.err" || true
    tail -n 1 "$results/$kind.txt" | grep . || { echo "$kind: broke off, see $results/$kind.err" >&2; failed=1; }
done

[ -z "${failed:-}" ] || exit 1

# The table of all classes, of which those of the readers are added up by package.
mvn -B -ntp -q -pl sdc-engine jacoco:report -Djacoco.dataFile="$results/jacoco.exec" >&2
awk -F, '$2 ~ /engine\.(read|intake)/ { lines[$2] += $8 + $9; covered[$2] += $9; all += $8 + $9; seen += $9 }
    END { for (name in lines) printf "%-40s %4.1f %% of %d lines\n", name, 100 * covered[name] / lines[name], lines[name] | "sort"
          close("sort"); printf "%-40s %4.1f %% of %d lines\n", "all", 100 * seen / all, all }' sdc-engine/target/site/jacoco/jacoco.csv
