"""The files in deploy/ and the Dockerfile agree with each other and with what the program understands."""

from __future__ import annotations

import json
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

from bot import __version__
from bot.cli import parser
from bot.settings import from_environment
from bot.settings.variables import SECRETS, VARIABLES
from tools.manifests import faults, of_object

ROOT = Path(__file__).parent.parent
DEPLOY = ROOT / "deploy"
FILES = [ROOT / "Dockerfile", *sorted(path for path in DEPLOY.rglob("*") if path.is_file())]
VALUES = {
    "TELEGRAM_BOT_TOKEN": "123456789:" + "Aa-_0" * 7,
    "DATABASE_URL": "postgresql://db/chats",
    "PRICEBOT_WEBHOOK_SECRET": "0123456789abcdef",
}
HOST = "${BOT_HOST:?the name that leads to this machine}"


def manifests() -> dict[str, dict[str, Any]]:
    """Kubernetes' objects, by kind."""
    files = [file for file in (DEPLOY / "kubernetes").glob("*.yaml") if file.name != "kustomization.yaml"]
    found = [one for file in files for one in yaml.load_all(file.read_text("utf-8"), yaml.CSafeLoader)]
    assert len({one["kind"] for one in found}) == len(found)
    return {one["kind"]: one for one in found}


def compose() -> dict[str, Any]:
    return dict(yaml.load((DEPLOY / "compose.yaml").read_text("utf-8"), yaml.CSafeLoader)["services"])


def container() -> dict[str, Any]:
    [found] = manifests()["Deployment"]["spec"]["template"]["spec"]["containers"]
    return dict(found)


def environments() -> dict[str, dict[str, str]]:
    """What each way of running the bot sets."""
    in_kubernetes = {one["name"]: one["value"] for one in container()["env"]}
    return {
        "compose": compose()["bot"]["environment"],
        "kubernetes": manifests()["ConfigMap"]["data"] | in_kubernetes,
        "systemd": dict(
            line.partition("=")[2].split("=", maxsplit=1)
            for line in (DEPLOY / "pricebot.service").read_text("utf-8").splitlines()
            if line.startswith("Environment=")
        ),
    }


def dockerfile(instruction: str) -> list[str]:
    text = (ROOT / "Dockerfile").read_text("utf-8").replace("\\\n", " ")
    return re.findall(rf"^{instruction} (.+)$", text, re.MULTILINE)


@pytest.mark.parametrize("file", FILES, ids=lambda file: str(file.relative_to(ROOT)))
def test_every_variable_is_one_that_the_program_reads(file: Path) -> None:
    named = set(re.findall(r"\b(?:TELEGRAM|PRICEBOT|DATABASE)_[A-Z_]*[A-Z]\b", file.read_text("utf-8")))
    assert named <= set(VARIABLES)


@pytest.mark.parametrize("way", ["compose", "kubernetes", "systemd"])
def test_the_settings_can_be_used_and_hold_no_secret(way: str, tmp_path: Path) -> None:
    filled = {HOST: "bot.example.org", "${PRICEBOT_OWNER:-}": ""}
    environ = dict(environments()[way])
    for name, value in environ.items():
        for variable, content in filled.items():
            environ[name] = value = value.replace(variable, content)
    assert not set(SECRETS) & set(environ)
    for name, value in VALUES.items():
        if f"{name}_FILE" in environ:
            file = tmp_path / name
            file.write_text(value, encoding="utf-8")
            environ[f"{name}_FILE"] = str(file)
    settings = from_environment(environ)
    assert settings.token is not None
    assert (settings.webhook is None) is (way == "systemd")


def test_the_files_of_secrets_are_mounted() -> None:
    bot = compose()["bot"]
    for name, path in bot["environment"].items():
        if name.endswith("_FILE"):
            assert path.removeprefix("/run/secrets/") in bot["secrets"]
    [mount] = [mount for mount in container()["volumeMounts"] if mount["name"] == "secrets"]
    for one in container()["env"]:
        assert Path(one["value"]).parent == Path(mount["mountPath"])
        assert f"--from-file={Path(one['value']).name}" in (DEPLOY / "kubernetes/configuration.yaml").read_text("utf-8")


def test_commands_are_ones_that_the_program_takes() -> None:
    assert dockerfile("ENTRYPOINT") == ['["pricebot"]']
    [start] = re.findall(
        r"^ExecStart=\S+/pricebot (.+)$", (DEPLOY / "pricebot.service").read_text("utf-8"), re.MULTILINE
    )
    [command] = dockerfile("CMD")
    for arguments in (json.loads(command), compose()["bot"]["command"], container()["args"], shlex.split(start)):
        parser().parse_args(arguments)


def test_make_run_opens_the_chat_where_there_is_no_token() -> None:
    [recipe] = re.findall(
        r"^run:.*\n\t@\$\(BIN\)/python -m bot (.+)$", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE
    )
    assert parser().parse_args(shlex.split(recipe.replace("$(ARGS)", ""))).or_chat


def test_the_ports_agree() -> None:
    port, health = (environments()["kubernetes"][f"PRICEBOT_{name}_PORT"] for name in ("WEBHOOK", "HEALTH"))
    assert container()["ports"] == [
        {"name": "webhook", "containerPort": int(port)},
        {"name": "health", "containerPort": int(health)},
    ]
    assert dockerfile("EXPOSE")[0].split() == [port, health] == compose()["bot"]["expose"]
    assert f"PRICEBOT_HEALTH_PORT={health}" in dockerfile("ENV")[0]
    assert environments()["systemd"]["PRICEBOT_HEALTH_PORT"] == health
    assert manifests()["Deployment"]["spec"]["template"]["metadata"]["annotations"]["prometheus.io/port"] == health
    assert environments()["compose"]["PRICEBOT_WEBHOOK_PORT"] == port
    assert f"dynamic a bot {port}" in (DEPLOY / "Caddyfile").read_text("utf-8")
    assert manifests()["Service"]["spec"]["ports"][0]["targetPort"] == "webhook"
    assert [rule["ports"][0]["port"] for rule in manifests()["NetworkPolicy"]["spec"]["ingress"]] == [
        "webhook",
        "health",
    ]


def test_health_is_asked_where_it_is_told() -> None:
    [check] = dockerfile("HEALTHCHECK")
    parser().parse_args(json.loads(check.partition("CMD ")[2])[1:])
    probes = [container()[f"{name}Probe"]["httpGet"] for name in ("startup", "readiness", "liveness")]
    assert [probe["path"] for probe in probes] == ["/healthz", "/readyz", "/healthz"]
    assert {probe["port"] for probe in probes} == {"health"}


def test_the_path_leads_through_the_proxies() -> None:
    url = environments()["kubernetes"]["PRICEBOT_WEBHOOK_URL"]
    [rule] = manifests()["Ingress"]["spec"]["rules"]
    assert f"https://{rule['host']}{rule['http']['paths'][0]['path']}" == url
    path = environments()["compose"]["PRICEBOT_WEBHOOK_URL"].removeprefix(f"https://{HOST}")
    assert f"handle {path} {{" in (DEPLOY / "Caddyfile").read_text("utf-8")


def test_nobody_is_killed_before_it_has_drained() -> None:
    spec = manifests()["Deployment"]["spec"]["template"]["spec"]
    sleep = container()["lifecycle"]["preStop"]["sleep"]["seconds"]
    assert spec["terminationGracePeriodSeconds"] > sleep + int(environments()["kubernetes"]["PRICEBOT_DRAIN_SECONDS"])
    grace = int(compose()["bot"]["stop_grace_period"].removesuffix("s"))
    assert grace > int(environments()["compose"]["PRICEBOT_DRAIN_SECONDS"])
    unit = (DEPLOY / "pricebot.service").read_text("utf-8")
    [stop] = re.findall(r"^TimeoutStopSec=(\d+)$", unit, re.MULTILINE)
    assert int(stop) > from_environment({}).drain_seconds


def test_all_replicas_together_keep_to_telegram_s_limit() -> None:
    most = from_environment({}).messages_per_second
    replicas = manifests()["HorizontalPodAutoscaler"]["spec"]["maxReplicas"]
    assert replicas * int(environments()["kubernetes"]["PRICEBOT_MESSAGES_PER_SECOND"]) <= most
    bot = compose()["bot"]
    assert bot["deploy"]["replicas"] * int(bot["environment"]["PRICEBOT_MESSAGES_PER_SECOND"]) <= most


def test_images_are_of_this_version_or_pinned() -> None:
    own = f"token-price-bot:{__version__}"
    assert container()["image"] == compose()["bot"]["image"] == own
    assert f"{own}\n" in (DEPLOY / "kubernetes-knowledge/kustomization.yaml").read_text("utf-8")
    assert f"VERSION={__version__}" in dockerfile("ARG")
    others = [compose()[name]["image"] for name in ("database", "proxy")]
    [base] = [value.partition("=")[2] for value in dockerfile("ARG") if value.startswith("PYTHON=")]
    assert all(re.fullmatch(r"[a-z]+(?::[0-9.]+-slim)?@sha256:[0-9a-f]{64}", image) for image in (*others, base))
    assert {line.split()[0] for line in dockerfile("FROM")} == {"${PYTHON}", "build"}


def test_the_schemas_are_kept_to() -> None:
    assert list(faults()) == []


@pytest.mark.parametrize(
    ("file", "right", "wrong", "named"),
    [
        ("kubernetes/deployment.yaml", "readinessProbe:", "readynessProbe:", "readynessProbe"),
        ("kubernetes/deployment.yaml", "periodSeconds: 5", "periodSeconds: often", "'often' is not of type"),
        ("kubernetes/scaling.yaml", "autoscaling/v2", "autoscaling/v9", "autoscaling/v9"),
        ("kubernetes/network.yaml", "kind: NetworkPolicy", "sort: NetworkPolicy", "no object of Kubernetes"),
        ("compose.yaml", "stop_grace_period: 20s", "stop_grace: 20s", "stop_grace"),
        ("compose.yaml", "read_only: true", "read_only: perhaps", "perhaps"),
    ],
)
def test_what_breaks_a_schema_is_named(file: str, right: str, wrong: str, named: str, tmp_path: Path) -> None:
    shutil.copytree(DEPLOY, tmp_path, dirs_exist_ok=True)
    text = (tmp_path / file).read_text("utf-8")
    assert right in text
    (tmp_path / file).write_text(text.replace(right, wrong, 1), encoding="utf-8")
    found = list(faults(tmp_path))
    assert found
    assert all(named in fault and fault.startswith(file) for fault in found)


@pytest.mark.skipif(shutil.which("kubectl") is None, reason="there is no kubectl")
def test_own_knowledge_is_laid_over_the_deployment() -> None:
    built = subprocess.run(
        ["kubectl", "kustomize", DEPLOY / "kubernetes-knowledge"], capture_output=True, check=True, encoding="utf-8"
    )
    objects = list(yaml.load_all(built.stdout, yaml.CSafeLoader))
    assert [fault for found in objects for fault in of_object(found)] == []
    [spec] = [one["spec"]["template"]["spec"] for one in objects if one["kind"] == "Deployment"]
    [bot] = spec["containers"]
    assert {"name": "PRICEBOT_KNOWLEDGE", "value": "/knowledge"} in bot["env"]
    assert bot["livenessProbe"] == container()["livenessProbe"], "the rest stays"
    check = next(one for one in spec["initContainers"] if one["name"] == "check")
    parser().parse_args(check["args"])


@pytest.mark.skipif(shutil.which("systemd-analyze") is None, reason="there is no systemd")
def test_the_unit_is_one_that_systemd_reads(tmp_path: Path) -> None:
    unit = tmp_path / "pricebot.service"
    text = (DEPLOY / "pricebot.service").read_text("utf-8")
    unit.write_text(
        re.sub(r"^ExecStart=\S+", f'ExecStart="{sys.executable}"', text, flags=re.MULTILINE), encoding="utf-8"
    )
    done = subprocess.run(
        ["systemd-analyze", "verify", "--man=no", "--recursive-errors=no", unit],
        capture_output=True,
        check=False,
        encoding="utf-8",
    )
    assert "pricebot.service" not in done.stderr
    assert done.returncode == 0


def test_the_selectors_choose_the_pods() -> None:
    found = manifests()
    labels = found["Deployment"]["spec"]["template"]["metadata"]["labels"]
    assert found["Deployment"]["spec"]["selector"]["matchLabels"] == labels
    assert found["Service"]["spec"]["selector"] == labels
    assert found["PodDisruptionBudget"]["spec"]["selector"]["matchLabels"] == labels
    assert found["NetworkPolicy"]["spec"]["podSelector"]["matchLabels"] == labels


def test_the_container_s_user_is_a_number_and_not_root() -> None:
    [user] = dockerfile("USER")
    assert user.split(":")[0].isdigit()
    assert (
        int(user.split(":")[0]) == manifests()["Deployment"]["spec"]["template"]["spec"]["securityContext"]["runAsUser"]
    )
    assert int(user.split(":")[0]) > 0
