"""An S3-compatible store in a process of its own, which can be cut off."""

import http.client
import subprocess
import sys
import time
from contextlib import contextmanager, suppress

from config import environment
from publishing.store import PictureStore
from tests.serving import Cut
from tests.test_setup import free_port

BUCKET = "pictures"
PATIENCE = 60


class Store:
    """What a store holds, and the ways in which it can be named."""

    def __init__(self, port: int):
        self.port = port
        self.way = Cut("127.0.0.1", port)

    def address(self, bucket=BUCKET, key="key") -> str:
        """As MEDIA_STORAGE_URL has it; it leads over a way that can be cut."""
        return f"s3+http://{key}:s%2Fecret@127.0.0.1:{self.way.port}/{bucket}/archive"

    def storage(self, **other) -> PictureStore:
        return PictureStore(**environment.media_storage(self.address(**other))["OPTIONS"])

    def empty(self) -> None:
        self._tell("/moto-api/reset")
        self.storage().connection.create_bucket(Bucket=BUCKET)

    def ask_for_known_keys(self, asks=True) -> None:
        """Let in whoever has a key, of which there is none, or anybody."""
        self._tell("/moto-api/reset-auth", b"0" if asks else b"inf")

    def names(self) -> list[str]:
        return sorted(one.key for one in self.storage().bucket.objects.all())

    def _tell(self, path: str, body=b"") -> None:
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=PATIENCE)
        connection.request("POST", path, body)
        assert connection.getresponse().status == 200
        connection.close()


@contextmanager
def a_store():
    port = free_port()
    process = subprocess.Popen(
        [sys.executable, "-m", "moto.server", "-p", str(port)],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    store = Store(port)
    try:
        deadline = time.monotonic() + PATIENCE
        while True:
            with suppress(OSError):
                store.empty()
                break
            assert time.monotonic() < deadline and process.poll() is None, "the store does not start"
            time.sleep(0.1)
        yield store
    finally:
        store.way.cut()
        process.terminate()
        process.wait(timeout=PATIENCE)
