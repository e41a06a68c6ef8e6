#!/bin/sh
# Our sender against a real Postfix on 127.0.0.1:2525. As root on Debian: `sh test/smtp/postfix.sh`.
# Postfix is installed in a copy of the system that is in memory only, and ends with this script; nothing of it stays.
set -eu
root=$(cd "$(dirname "$0")/../.." && pwd)
node=$(command -v node)
export root node
exec unshare --mount --pid --fork --kill-child --mount-proc sh -eu <<'INSIDE'
place=$(mktemp -d)
trap 'umount -R "$place" 2>/dev/null || true; rmdir "$place"' EXIT
mount -t tmpfs tmpfs "$place"
mkdir "$place/upper" "$place/work" "$place/system"
mount -t overlay overlay -o "lowerdir=/,upperdir=$place/upper,workdir=$place/work" "$place/system"
for one in dev proc "$root"; do
  mkdir -p "$place/system/$one"
  mount --rbind "/${one#/}" "$place/system/${one#/}"
done
cat > "$place/system/usr/sbin/policy-rc.d" <<'NOT'
#!/bin/sh
exit 101
NOT
chmod +x "$place/system/usr/sbin/policy-rc.d"
chroot "$place/system" sh -eu <<'SYSTEM'
export DEBIAN_FRONTEND=noninteractive
apt-get install -y -qq --no-install-recommends postfix > /tmp/apt.log 2>&1 || { tail -5 /tmp/apt.log; exit 1; }
cd "$root"
"$node" test/smtp/postfix.ts
SYSTEM
INSIDE
