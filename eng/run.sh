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

case " $* " in
  *" --urls"*) ;;
  *) set -- --urls http://localhost:5080 "$@" ;;
esac
export ASPNETCORE_ENVIRONMENT=Development
exec dotnet src/IdOcrPortal.Web/bin/Release/net10.0/IdOcrPortal.Web.dll "$@"
