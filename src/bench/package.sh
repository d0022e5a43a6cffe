#!/usr/bin/env bash
# Writes a valid data package of invented people into a directory, the same for the same sizes, for measurements.
# Usage: src/bench/package.sh DIR [S|L | PEOPLE ORGANISATIONS APPOINTMENTS QUOTES EVENTS]
set -euo pipefail
if [[ $# -eq 0 ]]; then
	sed -n '2,3s/^# //p' "${BASH_SOURCE[0]}" >&2
	exit 2
fi
directory="$(realpath -m "$1")"
cd "$(dirname "${BASH_SOURCE[0]}")/../.."

case "${2:-S}" in
S) sizes=(1000 200 5000 10000 3000) ;;
L) sizes=(100000 20000 500000 1000000 300000) ;;
*) sizes=("${@:2}") ;;
esac
if ! compgen -G "target/incumbent-*.jar" >/dev/null || [[ ! -d target/test-classes ]]; then
	./mvnw --quiet --batch-mode -DskipTests package
fi
java -cp target/incumbent-*.jar -Dloader.path=target/test-classes -Dloader.main=org.incumbent.release.GeneratedPackage \
	org.springframework.boot.loader.launch.PropertiesLauncher "$directory" "${sizes[@]}"
