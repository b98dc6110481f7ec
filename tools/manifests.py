"""Checks deploy/ against the schemas of what reads it: Kubernetes' own, and that of Compose. No network is needed.

A field that is misspelt, misplaced or of another type is named, with its file.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import kubernetes_validate
import yaml
from compose_spec import PyCompose

DEPLOY: Final = Path(__file__).parent.parent / "deploy"

KUBERNETES: Final = ("1.32", "1.37")
"""The oldest and the newest version that the manifests are for."""


def faults(deploy: Path = DEPLOY) -> Iterator[str]:
    """What is wrong with the files in a folder like deploy/."""
    for file in sorted((deploy / "kubernetes").glob("*.yaml")):
        for found in yaml.load_all(file.read_text("utf-8"), yaml.CSafeLoader):
            if file.name != "kustomization.yaml":
                yield from (f"{file.relative_to(deploy)}: {fault}" for fault in of_object(found))
    compose = deploy / "compose.yaml"
    try:
        PyCompose.from_yaml(compose.read_text("utf-8"))
    except ValueError as error:
        yield f"{compose.name}: {error}"


def of_object(found: object) -> Iterator[str]:
    """What is wrong with one object of a manifest."""
    if not isinstance(found, dict) or not {"apiVersion", "kind", "metadata"} <= found.keys():
        yield "holds what is no object of Kubernetes"
        return
    for version in KUBERNETES:
        try:
            kubernetes_validate.validate(found, version, strict=True)
        except kubernetes_validate.ValidationError as error:
            yield f"{found['kind']}, {'.'.join(map(str, error.absolute_path))}: {error.message} (Kubernetes {version})"
        except kubernetes_validate.SchemaNotFoundError as error:
            yield error.message


def main() -> int:
    found = list(faults())
    for fault in found:
        sys.stderr.write(f"deploy/{fault}\n")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
