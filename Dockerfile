# Everything is installed from hash-checked lock files in one stage; the last one has neither pip nor what building leaves.
# The base is pinned by its digest; `docker buildx imagetools inspect python:3.11-slim` shows that of a newer one.

ARG PYTHON=python:3.11.16-slim@sha256:9c900dea9e8fb7e16277c179b555cc72d29a352dbc33cff48ad5a0412fd5bfc7

FROM ${PYTHON} AS build
WORKDIR /src
RUN python -m venv --without-pip /opt/pricebot
COPY requirements/run.lock requirements/build.lock requirements/
RUN pip --python /opt/pricebot/bin/python install --no-cache-dir --require-hashes -r requirements/run.lock \
    && pip install --no-cache-dir --require-hashes -r requirements/build.lock
COPY pyproject.toml README.md LICENSE ./
COPY bot bot
COPY knowledge knowledge
RUN pip wheel --no-deps --no-build-isolation --wheel-dir /wheels . \
    && pip --python /opt/pricebot/bin/python install --no-cache-dir --no-deps --no-index /wheels/*.whl

# What is shipped, and under which licences.
FROM build AS supply
COPY requirements/supply.lock requirements/
RUN python -m venv /opt/supply \
    && /opt/supply/bin/pip install --no-cache-dir --require-hashes -r requirements/supply.lock \
    && /opt/supply/bin/pip-licenses --python /opt/pricebot/bin/python >/dev/null \
    && mkdir /shipped && cd /shipped \
    && /opt/supply/bin/pip-licenses --python /opt/pricebot/bin/python --from mixed --with-system \
        --format plain-vertical --with-license-file --no-license-path --output-file /shipped/licences.txt \
    && /opt/supply/bin/cyclonedx-py environment --output-reproducible --output-file /shipped/sbom.json \
        /opt/pricebot/bin/python

FROM ${PYTHON}
ARG VERSION=0.1.0
ARG REVISION=unknown
LABEL org.opencontainers.image.title="token-price-bot" \
      org.opencontainers.image.description="A Telegram bot that answers questions about LLM prices exactly and at once" \
      org.opencontainers.image.licenses="MIT AND OFL-1.1" \
      org.opencontainers.image.version="${VERSION}" \
      org.opencontainers.image.revision="${REVISION}"
RUN python -m pip uninstall --yes --quiet --root-user-action=ignore setuptools wheel pip \
    && rm -rf /usr/local/lib/python3.11/ensurepip \
    && install -d -o 10001 -g 10001 -m 700 /state
COPY --from=build /opt/pricebot /opt/pricebot
COPY --from=supply /shipped /usr/share/doc/pricebot
ENV PATH=/opt/pricebot/bin:$PATH PYTHONUNBUFFERED=1 PYTHONDONTWRITEBYTECODE=1 \
    PRICEBOT_DATABASE=/state/chats.sqlite PRICEBOT_WEBHOOK_ADDRESS=0.0.0.0 \
    PRICEBOT_HEALTH_ADDRESS=0.0.0.0 PRICEBOT_HEALTH_PORT=8090
# A number, so that Kubernetes can tell that it is not root.
USER 10001:10001
WORKDIR /state
VOLUME ["/state"]
EXPOSE 8080 8090
STOPSIGNAL SIGTERM

HEALTHCHECK --interval=30s --timeout=10s --start-period=30s --retries=3 CMD ["pricebot", "health"]

ENTRYPOINT ["pricebot"]
CMD ["run"]
