# SPDX-FileCopyrightText: 2026 The Leio authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# sh -s FILE <tests/flatpak/inside.sh, inside the sandbox: prints a line for each
# hole in it: "network", "home" (FILE lies in the home of the user), "/usr", "/app".

# The names that the first two lines of it are the head of, and lo, are no network.
if tail -n +3 /proc/net/dev | cut -d: -f1 | tr -d ' ' | grep -qvx lo
then
  echo network
fi
[ ! -e "$1" ] || echo home
for folder in /usr /app
do
  ! touch "$folder/written" 2>/dev/null || echo "$folder"
done
