#!/usr/bin/env bash
# Builds and runs the portal on http://localhost:5080, ready to read a card: no keys, no settings.
#   bash eng/run.sh [--urls http://localhost:8080] [--Setting:Name=value …]
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
. eng/prerequisites.sh

if [ "${ASPNETCORE_ENVIRONMENT:-Development}" != Development ]; then
  echo "This script runs the Development portal from its build output. To run it for real, publish it: see README.md." >&2
  exit 1
fi

need_for_reading || echo "Going on without: the portal runs, and its upload page says what is missing." >&2

dotnet build src/IdOcrPortal.Web -c Release --nologo -v quiet -clp:NoSummary
dotnet build src/IdOcrPortal.Sandbox -c Release --nologo -v quiet -clp:NoSummary

case " $* " in
  *" --urls"*) ;;
  *) set -- --urls http://localhost:5080 "$@" ;;
esac

# The sandbox plays every vendor that has no keys: invented answers, no cost. --Sandbox:Url= (empty) goes without it.
sandbox=""
case " $* " in
  *" --Sandbox:Url"*) ;;
  *)
    port=5090
    while (exec 3<>"/dev/tcp/127.0.0.1/$port") 2>/dev/null; do port=$((port + 1)); done
    dotnet src/IdOcrPortal.Sandbox/bin/Release/net10.0/IdOcrPortal.Sandbox.dll --urls "http://127.0.0.1:$port" &
    sandbox=$!
    set -- "$@" "--Sandbox:Url=http://127.0.0.1:$port"
    echo "Sandbox of the vendors on http://127.0.0.1:$port" >&2
    ;;
esac

export ASPNETCORE_ENVIRONMENT=Development
dotnet src/IdOcrPortal.Web/bin/Release/net10.0/IdOcrPortal.Web.dll "$@" &
portal=$!
stop() { kill "$portal" ${sandbox:+"$sandbox"} 2>/dev/null || true; }
trap stop INT TERM EXIT
# A signal ends the first wait; the second one is for the portal's own orderly end.
code=0
wait "$portal" || code=$?
if kill -0 "$portal" 2>/dev/null; then code=0; wait "$portal" || code=$?; fi
exit "$code"
