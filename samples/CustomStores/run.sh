#!/usr/bin/env bash
# Packs the SDK into a local feed, then builds and tests this sample against the packages alone.
set -euo pipefail
cd "$(dirname "$0")"
root=$(cd ../.. && pwd)
work="$root/artifacts/custom-stores"
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1

# A version that no cache has.
version="0.1.0-custom.$(date +%Y%m%d%H%M%S)"
rm -rf "$work/feed" "$work/packages"
mkdir -p "$work/feed"
for package in PpcAds.Sdk PpcAds.Sdk.Ingestion PpcAds.Sdk.EntityFrameworkCore PpcAds.Sdk.EntityFrameworkCore.Sqlite \
    PpcAds.Sdk.Simulator PpcAds.Sdk.StoreContracts.Xunit; do
  echo "== pack $package $version"
  # The build of the solution runs the analyzers.
  dotnet pack "$root/src/$package" -c Release -v quiet -o "$work/feed" -p:Version="$version" -p:ArtifactsPath="$work/sdk" -p:RunAnalyzers=false
done

# Our packages go into a new folder; all others come from where they already are, or from the registry.
cache=${NUGET_PACKAGES:-$HOME/.nuget/packages}
mkdir -p "$cache"
properties=(
  "-p:PpcAdsVersion=$version"
  "-p:RestoreAdditionalProjectSources=$work/feed"
  "-p:RestorePackagesPath=$work/packages"
  "-p:RestoreFallbackFolders=$cache"
)
echo "== load the simulator into JSON lines"
rm -rf "$work/data"
dotnet run -c Release -v quiet --project Console "${properties[@]}" -- "$work/data"
echo "== test"
dotnet test Tests -c Release "${properties[@]}" --logger "console;verbosity=detailed"
