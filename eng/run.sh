#!/usr/bin/env bash
# Builds and runs the portal on http://localhost:5080, ready to read a card: no keys, no settings.
#   bash eng/run.sh [--urls http://localhost:8080] [--Setting:Name=value …]
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
. eng/prerequisites.sh

need_for_reading

dotnet build src/IdOcrPortal.Web -c Release --nologo -v quiet -clp:NoSummary

case " $* " in
  *" --urls"*) ;;
  *) set -- --urls http://localhost:5080 "$@" ;;
esac
export ASPNETCORE_ENVIRONMENT="${ASPNETCORE_ENVIRONMENT:-Development}"
exec dotnet src/IdOcrPortal.Web/bin/Release/net10.0/IdOcrPortal.Web.dll "$@"
