"""gunicorn's worker of threads, with the patience to wait for slow clients where no thread is held up by it.

gunicorn wakes a thread for a connection that says nothing, for a head that comes letter by letter, for a body of one
byte a second, and waits in its one loop for whoever does not hang up: eight such clients, or sixty, stop all reading.
Here the loop gathers a request until it is whole, and only then does a thread see it. A body that is larger than
anybody may send is handed on with its head alone: config.bodies refuses a stranger's without reading it.

Replaces parts of gunicorn.workers.gthread, which tests/test_server.py tries as processes at every new version.
"""

import errno
import re
import selectors
import socket
import time
from collections import deque
from functools import partial

from gunicorn import util
from gunicorn.workers.gthread import TConn, ThreadWorker

from config import log

#: Bytes of a body that are gathered before a thread wakes; config.bodies lets only editors send more.
GATHERED = 64 * 1024
LONGEST_HEAD = 32 * 1024
#: Seconds in which a request must have come whole, and in which a client must take what it asked for; of a large answer
#: so many bytes a second beyond them.
PATIENCE = 20
LEAST_SPEED = 8 * 1024
#: Seconds and bytes for which a client that is still sending is heard out, so that it can read the answer.
LINGER = 2
LINGER_BYTES = 512 * 1024
#: A page of ours fits, so that the thread is free before a slow client has read it.
SEND_BUFFER = 512 * 1024

END_OF_HEAD = b"\r\n\r\n"
CONTENT_LENGTH = re.compile(rb"\r\ncontent-length:[ \t]*([0-9]{1,18})[ \t]*(?=\r\n)", re.IGNORECASE)


def needed(gathered: bytearray) -> int | None:
    """How many bytes a thread should find; None while the head is not whole."""
    end = gathered.find(END_OF_HEAD)
    if end < 0:
        return None
    head = end + len(END_OF_HEAD)
    announced = CONTENT_LENGTH.search(gathered, 0, head)
    length = int(announced[1]) if announced else 0
    return head + length if length <= GATHERED else head


def was_gathered(request) -> bool:
    """Whether all of its body is here, read or not."""
    length = getattr(request.body.reader, "length", None)  # none where it does not say how long it is
    return length is not None and length <= GATHERED


class Client(socket.socket):
    """What leads to a client, who has so long to take an answer as its size allows: one who takes a little now and then
    would hold a thread for as long as they like."""

    #: Seconds for which the answer may still wait for its client.
    left: float = PATIENCE

    def sendall(self, data, flags=0):
        if self.gettimeout() == 0:  # the loop's, which waits for nobody
            return super().sendall(data, flags)
        began = time.monotonic()
        self.left += len(data) / LEAST_SPEED
        self.settimeout(max(self.left, 0.001))
        try:
            return super().sendall(data, flags)
        except TimeoutError as error:
            raise ConnectionResetError(errno.ECONNRESET, "The client took the answer too slowly.") from error
        finally:
            self.left -= time.monotonic() - began

    def sendfile(self, file, offset=0, count=None):
        """In pieces, each of which waits no longer than the whole may."""
        file.seek(offset)
        sent = 0
        while piece := file.read(GATHERED if count is None else min(GATHERED, count - sent)):
            self.sendall(piece)
            sent += len(piece)
        return sent


class PatientWorker(ThreadWorker):
    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.lingering: deque[TConn] = deque()

    # --- Gathering ------------------------------------------------------------------------------------------

    def accept(self, listener):
        try:
            accepted, address = listener.accept()
        except OSError as error:
            if error.errno not in (errno.EAGAIN, errno.ECONNABORTED, errno.EWOULDBLOCK):
                raise
            return
        client = Client(fileno=accepted.detach())
        client.setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, SEND_BUFFER)
        self.nr_conns += 1
        self.gather(TConn(self.cfg, client, address, listener.getsockname()))

    def gather(self, conn, begun: bytes = b""):
        """Wait in the loop for a request, of which ``begun`` is here already."""
        conn.gathered = bytearray(begun)
        if self.is_whole(conn):
            self.hand_over(conn)
            return
        conn.sock.setblocking(False)
        conn.timeout = time.monotonic() + PATIENCE
        self.pending_conns.append(conn)
        self.poller.register(conn.sock, selectors.EVENT_READ, partial(self.on_pending_socket_readable, conn))

    def on_pending_socket_readable(self, conn, client):
        data = received(client)
        if data is None:
            return
        conn.gathered += data
        too_long = len(conn.gathered) > LONGEST_HEAD and END_OF_HEAD not in conn.gathered
        if data and not too_long and not self.is_whole(conn):
            return
        self.poller.unregister(client)
        self.pending_conns.remove(conn)
        if too_long:
            util.write_error(client, 431, "Request Header Fields Too Large", "")
            self.linger(conn)
        elif not data:
            self.let_go(conn)
        else:
            self.hand_over(conn)

    def is_whole(self, conn) -> bool:
        enough = needed(conn.gathered)
        return enough is not None and len(conn.gathered) >= enough

    def hand_over(self, conn):
        """Let a thread answer: it finds in the parser what was gathered, and does not wait for the client."""
        conn.init()
        conn.parser.unreader.unread(bytes(conn.gathered))
        conn.gathered.clear()
        conn.data_ready = True
        self.enqueue_req(conn)

    def handle(self, conn):
        log.another_request()
        return super().handle(conn)

    def handle_request(self, req, conn):
        conn.sock.settimeout(PATIENCE)  # for an editor's large body
        conn.sock.left = PATIENCE
        if not was_gathered(req):
            req.force_close()  # the answer says so: a proxy would send another reader's request on this connection
        return super().handle_request(req, conn)

    def _keepalive_after(self, conn, keepalive):
        """What nobody has read of a body is here already, and is thrown away."""
        if not keepalive:
            return False
        return bool(conn.parser.finish_body(deadline=time.monotonic() + 1, max_bytes=GATHERED + 1))

    # --- After the answer -----------------------------------------------------------------------------------

    def finish_request(self, conn, fs):
        try:
            keeps = bool(fs.result()) and not fs.cancelled()
        except Exception:
            self.let_go(conn)
            return
        if not keeps:
            self.linger(conn)
            return
        if begun := conn.parser.unreader.take_buffered():
            self.gather(conn, begun)
            return
        conn.sock.setblocking(False)
        conn.set_timeout()
        self.keepalived_conns.append(conn)
        self.poller.register(conn.sock, selectors.EVENT_READ, partial(self.on_client_socket_readable, conn))

    def on_client_socket_readable(self, conn, client):
        self.poller.unregister(client)
        self.keepalived_conns.remove(conn)
        self.gather(conn)

    def linger(self, conn):
        """Say that all has been said, and listen a little: a connection cut while the client sends takes the answer
        with it."""
        try:
            conn.sock.shutdown(socket.SHUT_WR)
            conn.sock.setblocking(False)
        except OSError:
            self.let_go(conn)
            return
        conn.timeout = time.monotonic() + LINGER
        conn.heard = 0
        self.lingering.append(conn)
        self.poller.register(conn.sock, selectors.EVENT_READ, partial(self.on_lingering_readable, conn))

    def on_lingering_readable(self, conn, client):
        data = received(client)
        if data is None:
            return
        conn.heard += len(data)
        if not data or conn.heard > LINGER_BYTES:
            self.poller.unregister(client)
            self.lingering.remove(conn)
            self.let_go(conn)

    def let_go(self, conn):
        self.nr_conns -= 1
        conn.close()

    def murder_pending(self):
        """Close who has not said what they want in time, and who does not hang up."""
        super().murder_pending()
        now = time.monotonic()
        while self.lingering and self.lingering[0].timeout <= now:
            conn = self.lingering.popleft()
            self.poller.unregister(conn.sock)
            self.let_go(conn)

    def _cap_keepalive(self, deadline):
        """A worker that stops does not wait for whoever has not asked yet."""
        super()._cap_keepalive(deadline)
        for conn in self.pending_conns:
            conn.timeout = min(conn.timeout, deadline)

    def handle_error(self, req, client, addr, exc):
        super().handle_error(req, client, ("", 0), exc)  # the log holds no reader's address


def received(client: socket.socket) -> bytes | None:
    """What has come: nothing when the client has hung up, None when there is nothing yet."""
    try:
        return client.recv(GATHERED)
    except BlockingIOError:
        return None
    except OSError:
        return b""
