#!/usr/bin/env bash
# Lays the application out in a directory together with an archive of its classes as the JVM has them after a start (an AOT cache from
# JDK 25 on, else a CDS archive), and prints the command that starts it from there in less time than from the jar.
# Usage: src/main/scripts/fast-start.sh JAR DIR        JAVA_HOME chooses the JVM, which has to be the same later on.
set -euo pipefail
if [[ $# -ne 2 ]]; then
	sed -n '2,4s/^# //p' "${BASH_SOURCE[0]}" >&2
	exit 2
fi
java="${JAVA_HOME:+$JAVA_HOME/bin/}java"
release="$("$java" -XshowSettings:properties -version 2>&1 | sed -n 's/^ *java\.specification\.version = //p')"
"$java" -Djarmode=tools -jar "$1" extract --destination "$2"
cd "$2"
jar="$(basename "$1")"
if ((release >= 25)); then
	archive=incumbent.aot
	make="-XX:AOTCacheOutput=$archive"
	use="-XX:AOTCache=$archive"
else
	archive=incumbent.jsa
	make="-XX:ArchiveClassesAtExit=$archive"
	use="-XX:SharedArchiveFile=$archive"
fi

# What a first visitor makes the application load belongs into the archive as well, so it is asked before it ends.
"$java" "$make" -jar "$jar" --server.address=127.0.0.1 --server.port=0 --spring.datasource.url=jdbc:h2:mem:trial >trial.log 2>&1 &
trial=$!
trap 'kill "$trial" 2>/dev/null || true' EXIT
port=""
until [[ -n "$port" ]]; do
	kill -0 "$trial" 2>/dev/null || { cat trial.log >&2; exit 1; }
	sleep 0.2
	port="$(sed -n 's/.*Tomcat started on port \([0-9]*\).*/\1/p' trial.log)"
done
exec 3<>"/dev/tcp/127.0.0.1/$port"
printf 'GET /graphql?query=%%7Bpeople(first:1)%%7Bnodes%%7Bname%%7D%%7D%%7D HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n' >&3
grep -q '"nodes"' <&3 || { cat trial.log >&2; exit 1; }
exec 3>&-
kill "$trial"
wait "$trial" || true
trap - EXIT
[[ -s "$archive" ]] || { cat trial.log >&2; exit 1; }
rm trial.log
echo "cd $2 && ${java} $use -jar $jar"
