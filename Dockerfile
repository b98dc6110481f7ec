# Everything is installed from hash-checked lock files in one stage; the other has neither pip nor what building leaves.

FROM python:3.11-slim AS build
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

FROM python:3.11-slim
LABEL org.opencontainers.image.title="token-price-bot" \
      org.opencontainers.image.description="A Telegram bot that answers questions about LLM prices exactly and at once" \
      org.opencontainers.image.licenses="MIT"
RUN python -m pip uninstall --yes --quiet --root-user-action=ignore setuptools wheel pip \
    && rm -rf /usr/local/lib/python3.11/ensurepip \
    && install -d -o 10001 -g 10001 -m 700 /state
COPY --from=build /opt/pricebot /opt/pricebot
ENV PATH=/opt/pricebot/bin:$PATH PYTHONUNBUFFERED=1 PYTHONDONTWRITEBYTECODE=1 \
    PRICEBOT_DATABASE=/state/chats.sqlite PRICEBOT_WEBHOOK_ADDRESS=0.0.0.0
# A number, so that Kubernetes can tell that it is not root.
USER 10001:10001
WORKDIR /state
EXPOSE 8080
STOPSIGNAL SIGTERM

# Healthy is who can still work out an answer.
HEALTHCHECK --interval=5m --timeout=20s --start-period=20s \
    CMD pricebot ask --json '1元能买多少GLM tokens' | grep -q '"status": "answered"'

ENTRYPOINT ["pricebot"]
CMD ["run"]
