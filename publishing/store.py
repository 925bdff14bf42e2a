"""Uploaded pictures in an S3-compatible store, where MEDIA_STORAGE_URL names one.

Readers never meet the store: a picture's address is the archive's, which knows the gate. A store that does not answer
is left alone for a few seconds, so that the pictures of one page do not hold all threads one after the other.
"""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Lock
from typing import NoReturn, cast

from boto3.s3.transfer import TransferConfig
from botocore.config import Config
from botocore.exceptions import BotoCoreError, ClientError
from django.conf import settings
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.utils.encoding import filepath_to_uri
from storages.backends.s3 import S3Storage
from storages.utils import clean_name

#: Seconds to wait for a connection, and for each piece of an answer.
TO_CONNECT, TO_ANSWER = 1, 5
#: Seconds for which nobody asks a store that did not answer.
LEFT_ALONE = 5

HOW = Config(
    connect_timeout=TO_CONNECT,
    read_timeout=TO_ANSWER,
    retries={"mode": "standard", "total_max_attempts": 2},  # a connection that was kept may have died
    signature_version="s3v4",
    s3={"addressing_style": "path"},  # with buckets as names of hosts, each would need a certificate
    # Checksums that are Amazon's own, and that other stores refuse.
    request_checksum_calculation="when_required",
    response_checksum_validation="when_required",
)
NO_ANSWER = "The store of uploaded files does not answer."
NOT_LET_IN = (
    "The store of uploaded files does not let the archive in: correct the key and the secret in MEDIA_STORAGE_URL, or "
    "what they may do there."
)


class StoreUnavailable(Exception):
    """Says in a sentence, ``outage``, why uploaded files cannot be reached now; config.outages tells whoever asked."""

    def __init__(self, outage: str):
        super().__init__(outage)
        self.outage = outage


class PictureStore(S3Storage):
    """Nothing is written over, and nobody is told the store's own address."""

    def __init__(self, **options):
        super().__init__(
            file_overwrite=False,
            client_config=HOW,
            transfer_config=TransferConfig(use_threads=False),
            **options,
        )
        self._lock = Lock()
        self._shared = None
        self._not_before = 0.0

    @property
    def connection(self):
        """One for all threads: another takes half a second and twelve megabytes to make."""
        with self._lock:
            self._shared = self._shared or super().connection
            return self._shared

    def lacking(self) -> str:
        """What is wrong with the store or with the setting that names it; blank where nothing is."""
        try:
            with self._asked():
                self.connection.meta.client.head_bucket(Bucket=self.bucket_name)
        except StoreUnavailable as error:
            return error.outage
        return ""

    def url(self, name, *_arguments, **_options):
        return f"{settings.MEDIA_URL}{filepath_to_uri(name)}"

    def exists(self, name):
        with self._asked():
            return super().exists(name)

    def delete(self, name):
        with self._asked():
            super().delete(name)

    def _save(self, name, content):
        with self._asked():
            return super()._save(name, content)

    def _open(self, name, mode="rb"):
        """The whole file, in one question: what breaks off does so before an answer of ours has begun."""
        key = self._normalize_name(clean_name(name))
        with self._asked():
            try:
                found = self.connection.meta.client.get_object(Bucket=self.bucket_name, Key=key)
            except ClientError as error:
                if _code(error) == "NoSuchKey":
                    raise FileNotFoundError(name) from None
                raise
            return ContentFile(found["Body"].read(), name)

    @contextmanager
    def _asked(self) -> Iterator[None]:
        """Stands round each question; raises StoreUnavailable where it is not answered, or cannot be just now."""
        if time.monotonic() < self._not_before:
            raise StoreUnavailable(NO_ANSWER)
        try:
            yield
        except ClientError as error:
            if (status := _status(error)) < 500:
                raise StoreUnavailable(self._refusal(status, _code(error))) from error
            self._leave_alone(error)
        except BotoCoreError as error:
            self._leave_alone(error)

    def _leave_alone(self, error: Exception) -> NoReturn:
        self._not_before = time.monotonic() + LEFT_ALONE
        raise StoreUnavailable(NO_ANSWER) from error

    def _refusal(self, status: int, code: str) -> str:
        if status in (401, 403):
            return NOT_LET_IN
        if status == 404:
            return (
                f"The store of uploaded files has no bucket “{self.bucket_name}”: make it, or correct "
                "MEDIA_STORAGE_URL."
            )
        return f"The store of uploaded files refuses ({code}): correct MEDIA_STORAGE_URL."


def _status(error: ClientError) -> int:
    return error.response["ResponseMetadata"]["HTTPStatusCode"]


def _code(error: ClientError) -> str:
    return error.response["Error"]["Code"]


def lacking() -> str:
    """For READINESS, where the store is in use."""
    return cast("PictureStore", default_storage).lacking()
