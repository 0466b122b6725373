#!/usr/bin/env bash
# Builds everything and runs all tests, the browser journeys included. Ends with "N passed, N failed".
#   bash eng/test.sh [arguments of dotnet test]        IDOCR_LONG_TESTS=1: the exhaustive versions too
#                                                     IDOCR_SDK_TESTS=1: Tencent's own Node clients too (Node, npm and a package registry)
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
. eng/prerequisites.sh

need_for_reading
need_for_tests
[ "${IDOCR_SDK_TESTS:-}" != 1 ] || need_for_sdk_tests

dotnet build IdOcrPortal.sln -c Release --nologo -v quiet -clp:NoSummary

# One project after the other: the journeys drive a browser and real worker processes, and would only fight the others for the cores.
log="$(mktemp)"
trap 'rm -f "$log"' EXIT
failed=0
for project in tests/*.Tests; do
  dotnet test "$project" -c Release --no-build --nologo "$@" 2>&1 | tee -a "$log" || failed=1
done

# "Passed!  - Failed:     0, Passed:    12, Skipped:     0, Total: …" per project
sum() { { grep -E '^(Passed|Failed)! ' "$log" || true; } | sed -E "s/.*$1: *([0-9]+).*/\1/" | awk '{ total += $1 } END { print total + 0 }'; }
passed="$(sum Passed)"
failures="$(sum Failed)"
if [ "$passed" -eq 0 ]; then echo "No test ran." >&2; failed=1; fi
if [ "$failed" -ne 0 ] && [ "$failures" -eq 0 ]; then echo "A test project ended without its summary: see above." >&2; fi
echo "$passed passed, $failures failed"
exit "$failed"
