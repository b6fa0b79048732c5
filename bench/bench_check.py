"""How long checking takes: ``python bench/bench_check.py [FILES]``, beside PyYAML's C loader on the same.

The peer only reads the YAML; it refuses, types, links and locates nothing. Then, how long one file may hold up the
check.
"""

from __future__ import annotations

import resource
import sys
import tempfile
import time
from pathlib import Path

import yaml

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))

from bench import synthetic  # noqa: E402
from generator.check.content import open_directory  # noqa: E402
from generator.files.load import MAX_BYTES, parse  # noqa: E402

PATIENCE = 1.0
"""Seconds that no file may take, whatever it holds."""
WORST = {
    "hidden characters": b"a: " + "\u200b".encode() * 21_000,
    "accents apart": b"a: " + "e\u0301 ".encode() * 16_000,
    "a word that is not closed": b"a: [" + b"b" * (MAX_BYTES - 9) + b"\n: c",
    "brackets behind brackets": b"a: " + b"[b] " * 16_000,
    "remarks": b"a: b\n" + b"  # c\n" * 10_000 + b"  d",
}
"""What a file of the greatest size may be made of, to make whoever reads it slow."""


def main() -> None:
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 10_000
    with tempfile.TemporaryDirectory() as scratch:
        content = Path(scratch) / "content"
        synthetic.write(content, count, ROOT / "content")
        begun = time.perf_counter()
        directory, problems = open_directory(content)
        checked = time.perf_counter() - begun
        memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
        begun = time.perf_counter()
        for path in content.rglob("*.yml"):
            yaml.load(path.read_bytes(), Loader=yaml.CSafeLoader)
        peer = time.perf_counter() - begun
    print(f"files: {len(directory.files)}, problems: {len(problems)}")
    print(f"check: {checked:.1f} s, {checked / len(directory.files) * 1000:.2f} ms a file, {memory} MB at most")
    print(f"peer (CSafeLoader, nothing checked): {peer:.1f} s, ratio {checked / peer:.1f}")
    for name, data in WORST.items():
        begun = time.perf_counter()
        _, problems = parse(data, "x.yml")
        taken = time.perf_counter() - begun
        print(f"one file of {name}: {taken:.2f} s, problems: {len(problems)}")
        if taken > PATIENCE:
            raise SystemExit(f"no file may take more than {PATIENCE} s")


if __name__ == "__main__":
    main()
