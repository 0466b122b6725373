# Sourced by run.sh and test.sh: what the portal needs besides the .NET SDK. Installs missing Debian packages, and says so.

# A service account or `env -i` may have neither: bash then knows a PATH and does not pass it on, and the SDK wants a place for its packages.
export PATH
export HOME="${HOME:-$(getent passwd "$(id -u)" | cut -d: -f6)}"
[ -w "$HOME" ] || { HOME="$(mktemp -d)"; echo "No writable home folder; packages go to $HOME" >&2; }
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1

if ! command -v dotnet >/dev/null; then
  for place in /usr/share/dotnet /usr/lib/dotnet "$HOME/.dotnet"; do
    [ -x "$place/dotnet" ] && export PATH="$place:$PATH"
  done
fi
if ! command -v dotnet >/dev/null; then
  echo "The .NET 10 SDK is missing: https://dotnet.microsoft.com/download" >&2
  exit 1
fi

# Names of libraries carry their version, which differs from one Debian to the next: the newest that this one has.
# Says nothing where the package lists are empty.
newest() { { apt-cache pkgnames "$1" | grep -E "^$1[0-9]+[a-z0-9]*\$" || true; } | sort -V | tail -n 1; }
# (No grep -q: it closes the pipe early, and pipefail would call that a failure.)
has_library() { /sbin/ldconfig -p | grep "$1" >/dev/null; }

# The first name that is not empty.
named() { local name; for name in "$@"; do [ -z "$name" ] || { echo "$name"; return; }; done; }

# need_packages "what for" package…: installs, or says what to install.
need_packages() {
  local purpose="$1"; shift
  echo "Installing for $purpose: $*" >&2
  local as_root=()
  if [ "$(id -u)" -ne 0 ]; then
    command -v sudo >/dev/null || { echo "Neither root nor sudo. Please install: $*" >&2; return 1; }
    as_root=(sudo)
  fi
  DEBIAN_FRONTEND=noninteractive "${as_root[@]}" apt-get install -y -qq --no-install-recommends "$@" >/dev/null
}

update_lists() {
  [ -n "${lists_updated:-}" ] && return
  # Without network the old lists may still do; what cannot be installed is said below.
  if [ "$(id -u)" -eq 0 ]; then apt-get update -qq || true; elif command -v sudo >/dev/null; then sudo apt-get update -qq || true; fi
  lists_updated=1
}

# What reading needs: ICU for .NET itself, Leptonica to decode pictures, OpenCV's face cascade for the portrait.
need_for_reading() {
  if ! command -v apt-get >/dev/null; then
    has_library 'liblept\|libleptonica' || cat >&2 <<'TEXT'
This is not Debian, so nothing was installed. The portal runs, but reads no picture until these are here:
  Leptonica 1.80 or newer (liblept.so.5 or libleptonica.so.6)
  OpenCV's haarcascade_frontalface files (for the portrait)
TEXT
    return 0
  fi
  local missing=()
  has_library libicuuc || { update_lists; missing+=("$(named "$(newest libicu)" libicu72)"); }
  has_library 'liblept\|libleptonica' || { update_lists; missing+=("$(named "$(newest liblept)" "$(newest libleptonica)" liblept5)"); }
  [ -n "$(find /usr/share/opencv4/haarcascades /usr/share/opencv/haarcascades -name 'haarcascade_frontalface*.xml' 2>/dev/null | head -n 1)" ] || { update_lists; missing+=(opencv-data); }
  [ ${#missing[@]} -eq 0 ] || need_packages "reading pictures" "${missing[@]}"
}

# What the tests need besides: a browser to drive, and the font that the net's training is repeated with.
need_for_tests() {
  command -v apt-get >/dev/null || { echo "This is not Debian: the tests need chromium at /usr/bin/chromium and the OCR-B fonts." >&2; return 0; }
  local missing=()
  command -v chromium >/dev/null || missing+=(chromium)
  [ -e /usr/share/fonts/opentype/ocr-b/OCRB.otf ] || missing+=(fonts-ocr-b)
  has_library libfreetype || missing+=(libfreetype6)
  [ ${#missing[@]} -eq 0 ] || { update_lists; need_packages "the tests" "${missing[@]}"; }
}

# What IDOCR_SDK_TESTS=1 needs besides: Node and npm, for the vendors' own clients.
need_for_sdk_tests() {
  local missing=()
  command -v node >/dev/null || missing+=(nodejs)
  command -v npm >/dev/null || missing+=(npm)
  [ ${#missing[@]} -eq 0 ] && return
  command -v apt-get >/dev/null || { echo "This is not Debian: IDOCR_SDK_TESTS=1 needs Node 18 or newer and npm." >&2; return 1; }
  update_lists
  need_packages "the vendors' own clients" "${missing[@]}"
}
