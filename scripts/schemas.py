"""Writes data/schema/, from which an editor program knows what may stand in the data files.

Run it when a shape has changed.
"""

import environment

environment.enter()

from monograph.model.json_schema import write  # noqa: E402

if __name__ == "__main__":
    write(environment.ROOT / "data" / "schema")
    print("data/schema/ is fresh.")
