# Two stages: the first installs the locked packages, the second holds them and the project, and nothing else.
FROM python:3.13-slim AS packages

COPY requirements/runtime.txt /tmp/runtime.txt
RUN python -m venv /opt/venv \
    && /opt/venv/bin/pip install --no-cache-dir --disable-pip-version-check --require-hashes -r /tmp/runtime.txt


FROM python:3.13-slim

ENV PATH=/opt/venv/bin:$PATH \
    PYTHONUNBUFFERED=1 \
    PYTHONDONTWRITEBYTECODE=1 \
    DEBUG=false \
    MEDIA_ROOT=/srv/media \
    STATIC_ROOT=/srv/static \
    BACKUP_ROOT=/srv/backups \
    EXPORT_ROOT=/srv/export/public

# The server's own user: it can write uploaded files and backups, and nothing else. Its number is fixed, for volumes' owners.
RUN useradd --uid 10001 --create-home --shell /usr/sbin/nologin rapporteur \
    && install --directory --owner rapporteur --group rapporteur /srv/media /srv/static /srv/backups /srv/export

COPY --from=packages /opt/venv /opt/venv
COPY . /srv/rapporteur
WORKDIR /srv/rapporteur

# Gathering static files reads the settings; these stand-ins last for this one command and reach no database.
RUN SECRET_KEY=for-collectstatic-only ALLOWED_HOSTS=localhost SITE_URL=https://localhost \
    python manage.py collectstatic --noinput --verbosity 0

USER rapporteur
EXPOSE 8000
VOLUME /srv/media /srv/backups /srv/export
HEALTHCHECK --interval=30s --timeout=6s --start-period=60s --retries=3 CMD ["bin/healthcheck"]
CMD ["bin/serve"]
