"""How gunicorn serves the archive: `gunicorn --config config/gunicorn.py config.wsgi`."""

import gc
import os

bind = os.environ.get("BIND", "0.0.0.0:8000")

# Threads wait for the database while others work; two processes use a small machine's cores.
worker_class = "gthread"
workers = int(os.environ.get("WEB_CONCURRENCY", "2"))
threads = 4
preload_app = False  # each process opens database connections of its own

# A search is in its address: 800 letters of any script fit.
limit_request_line = 8190
timeout = 60
graceful_timeout = 20
# A worker is renewed now and then, not all at once, so that no slow leak of memory lasts.
max_requests = 5000
max_requests_jitter = 500
worker_tmp_dir = (
    "/dev/shm" if os.path.isdir("/dev/shm") else None
)  # the heartbeat does not wait for a slow disk

accesslog = "-"
# No addresses of readers in the log: method, path, status, size and time serve an operator.
access_log_format = '"%(m)s %(U)s" %(s)s %(b)s %(M)sms'


def post_worker_init(_worker) -> None:
    """What is loaded by now stays: the collector need not go through it whenever it looks for garbage."""
    gc.collect()
    gc.freeze()
