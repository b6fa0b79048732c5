"""How long checking takes: ``python bench/bench_check.py [FILES]``, beside PyYAML's C loader on the same.

The peer only reads the YAML; it refuses, types, links and locates nothing.
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


if __name__ == "__main__":
    main()
