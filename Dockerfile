# The wheel is built in one stage and installed in the other, both from hash-checked lock files.

FROM python:3.11-slim AS build
WORKDIR /src
COPY requirements/build.lock requirements/
RUN pip install --no-cache-dir --require-hashes -r requirements/build.lock
COPY pyproject.toml README.md LICENSE ./
COPY bot bot
COPY knowledge knowledge
RUN pip wheel --no-deps --no-build-isolation --wheel-dir /wheels .

FROM python:3.11-slim
ENV PYTHONUNBUFFERED=1 PYTHONDONTWRITEBYTECODE=1 PRICEBOT_DATABASE=/state/chats.sqlite
COPY requirements/run.lock /tmp/run.lock
RUN pip install --no-cache-dir --require-hashes -r /tmp/run.lock
COPY --from=build /wheels /tmp/wheels
RUN pip install --no-cache-dir --no-deps --no-index /tmp/wheels/*.whl \
    && useradd --create-home --shell /usr/sbin/nologin pricebot \
    && install -d -o pricebot -g pricebot -m 700 /state
USER pricebot
WORKDIR /home/pricebot

# Healthy is who can still work out an answer.
HEALTHCHECK --interval=5m --timeout=20s --start-period=20s \
    CMD pricebot ask --json '1元能买多少GLM tokens' | grep -q '"status": "answered"'

ENTRYPOINT ["pricebot"]
CMD ["run"]
