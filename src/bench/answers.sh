#!/usr/bin/env bash
# Measures how long the answers take that only Incumbent gives, of the bodies with the most to tell, over HTTP at one client, from
# an H2 file with nothing kept of earlier answers or rows: with the data of Open States, which has the larger bodies, and with a generated
# package, which has events, quotes and claims as well. Usage: src/bench/answers.sh [timed answers for each question, 200] [part of
# the question's name]. INCUMBENT_BENCH_JAVA holds options for the server's java, -Xmx1g where not set.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."

foreign=../shared/data/openstates-people
. src/bench/common.sh
read -ra java_options <<<"${INCUMBENT_BENCH_JAVA:--Xmx1g}"

# Takes the package in $1 into a store of its own and measures a server that has just that.
measure() {
	local store="$1.store" started port
	started=$(date +%s%3N)
	java -Xmx512m -jar "$scratch/incumbent.jar" import "$1" --publish --store "jdbc:h2:file:$store" >"$1.log" ||
		{ cat "$1.log" >&2; exit 1; }
	echo "import and publish: $(($(date +%s%3N) - started)) ms in 512 MB of heap"
	port=$(free_port)
	INCUMBENT_ANSWERS_MOSTBYTES=0 INCUMBENT_ROWS_MOSTBYTES=0 java "${java_options[@]}" -jar "$scratch/incumbent.jar" \
		--server.address=127.0.0.1 --server.port="$port" --spring.datasource.url="jdbc:h2:file:$store" >"$scratch/server.log" 2>&1 &
	server_pid=$!
	until curl --silent --fail --max-time 10 "http://127.0.0.1:$port/actuator/health/readiness" >/dev/null; do
		kill -0 "$server_pid" 2>/dev/null || { cat "$scratch/server.log" >&2; exit 1; }
		sleep 0.1
	done
	java src/bench/Answers.java "http://127.0.0.1:$port" "${@:2}"
	stop_server
}

echo "machine: $(nproc) cores, $(java -version 2>&1 | head -1), server ${java_options[*]}, H2 in a file, one client"
if [[ -d "$foreign" ]]; then
	echo "data: Open States"
	java -jar "$scratch/incumbent.jar" convert openstates "$foreign" "$scratch/openstates" >"$scratch/convert.log" 2>&1 ||
		{ cat "$scratch/convert.log" >&2; exit 1; }
	measure "$scratch/openstates" "$@"
else
	echo "WARNING: $foreign is not there, so the bodies of Open States are NOT measured, only generated ones." >&2
fi
echo "data: generated, size S"
src/bench/package.sh "$scratch/generated" S >/dev/null
measure "$scratch/generated" "$@"
