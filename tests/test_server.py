"""What strangers and mishaps do to the server: real processes, a real database, real connections."""

import json
import re
import socket
import threading
import time
from contextlib import contextmanager, suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from config import worker
from tests.serving import HOST, PASSWORD, Archive, behind_caddy, behind_nginx, prepared, serving, until

GET = f"GET / HTTP/1.1\r\nHost: {HOST}\r\n".encode()


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    return tmp_path_factory.mktemp("server")


@pytest.fixture(scope="module")
def database(folder):
    with prepared(folder) as database:
        yield database


@pytest.fixture(scope="module")
def archive(folder, database):
    with serving(folder, database) as archive:
        yield archive


@pytest.fixture(autouse=True)
def everybody_hangs_up(archive):
    yield
    archive.hang_up()


# --- Slow clients -------------------------------------------------------------------------------------------


def test_silent_connections_and_slow_bodies_and_heads_hold_up_no_reader(archive):
    for _ in range(60):
        archive.say(b"")
    heads = [archive.say(GET[:-5]) for _ in range(20)]
    form = f"POST /admin/login/ HTTP/1.1\r\nHost: {HOST}\r\nContent-Length: 500\r\n\r\nuser".encode()
    bodies = [archive.say(form) for _ in range(20)]

    answers = [archive.ask("/about/")[0] for _ in range(5)]
    for one in (*heads, *bodies):
        one.sendall(b"n")
    answers += [archive.ask("/about/")[0] for _ in range(5)]

    assert answers == [200] * 10  # with a thread for each, nobody would have been answered in half a minute


def test_client_that_does_not_hang_up_holds_up_nobody(archive):
    stay = [archive.say(GET + b"Connection: close\r\n\r\n") for _ in range(20)]
    begun = [one.recv(12) for one in stay]

    # Were each of them waited for in turn, it would take two seconds for each.
    assert begun == [b"HTTP/1.1 200"] * 20
    assert archive.ask("/about/")[0] == 200


def test_request_that_comes_in_pieces_is_answered_and_so_is_the_next_on_its_connection(archive):
    client = archive.say(GET[:9])
    time.sleep(0.05)
    client.sendall(GET[9:] + b"\r\n" + GET)  # a whole request, and the beginning of another
    first = client.recv(12)
    time.sleep(0.2)
    client.sendall(b"Connection: close\r\n\r\n")
    rest = b"".join(iter(lambda: client.recv(65536), b""))

    assert first == b"HTTP/1.1 200"
    assert rest.count(b"HTTP/1.1 200") == 1
    assert rest.rstrip().endswith(b"</html>")


def test_head_without_an_end_is_refused(archive):
    client = archive.say(GET + b"X-Long: " + b"x" * 40_000)

    assert client.recv(12) == b"HTTP/1.1 431"


def test_slow_readers_of_large_files_hold_up_no_page(archive, folder):
    (folder / "media").mkdir(exist_ok=True)
    (folder / "media" / "report.txt").write_bytes(b"line of a report\n" * 100_000)
    editor = archive.log_in()[3]  # who may see a file that no record shows
    get = f"GET /media/report.txt HTTP/1.1\r\nHost: {HOST}\r\nCookie: {editor}\r\n\r\n".encode()
    for _ in range(24):
        slow = archive.say(b"")
        slow.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 2048)
        slow.sendall(get)
    time.sleep(0.5)

    asked = time.monotonic()
    pages = [archive.ask("/about/", patience=10)[0] for _ in range(5)]
    took = time.monotonic() - asked
    file = archive.ask("/media/report.txt", patience=10, Cookie=editor)[0]

    assert pages == [200] * 5
    assert took < 8  # the few that waited for their turn have given up; it was half a minute, or never
    assert file == 503


def test_client_that_takes_a_little_of_a_large_answer_now_and_then_is_cut_off(monkeypatch, tmp_path):
    monkeypatch.setattr(worker, "LEAST_SPEED", 10_000_000)
    ours, theirs = socket.socketpair()
    file = tmp_path / "large"
    file.write_bytes(bytes(3_000_000))

    def sip():
        with suppress(OSError):
            while theirs.recv(1000):
                time.sleep(0.05)

    threading.Thread(target=sip, daemon=True).start()
    began = time.monotonic()
    with worker.Client(fileno=ours.detach()) as client, theirs, file.open("rb") as opened:
        client.settimeout(20)
        client.left = 0.2
        with pytest.raises(ConnectionResetError):
            client.sendfile(opened, count=3_000_000)

    assert time.monotonic() - began < 2  # a sip in time had renewed its patience each time


# --- Bodies -------------------------------------------------------------------------------------------------


def answer_to(archive, head: bytes) -> str:
    """What a client is told that has announced a body and not sent it."""
    client = archive.say(
        b"POST /admin/login/ HTTP/1.1\r\nHost: " + HOST.encode() + b"\r\n" + head + b"\r\n\r\n"
    )
    return b"".join(iter(lambda: client.recv(65536), b"")).decode()


def test_what_nobody_sends_is_refused_before_it_is_read(archive):
    large = answer_to(archive, b"Content-Length: 209715200")
    forged = answer_to(archive, b"Content-Length: 209715200\r\nCookie: sessionid=forged")
    endless = answer_to(archive, b"Transfer-Encoding: chunked")

    assert large.startswith("HTTP/1.1 413")
    assert "<h1>This is too large</h1>" in large
    assert forged.startswith("HTTP/1.1 413")
    assert endless.startswith("HTTP/1.1 411")


def test_refusal_reaches_who_sends_all_the_same(archive):
    status, _headers, page = archive.ask(
        "/admin/login/", "POST", b"x" * 300_000, Content_Type="application/x-www-form-urlencoded"
    )

    assert status == 413
    assert "log in again in another tab" in page


def test_editor_may_send_more_and_is_told_how_much(archive):
    cookies = archive.log_in()[3]
    token = re.search(r"csrftoken=(\w+)", cookies)[1]
    body = f"csrfmiddlewaretoken={token}&username={'x' * 100_000}"
    asked = {"Cookie": cookies, "Content_Type": "application/x-www-form-urlencoded"}

    taken = archive.ask("/admin/logout/", "POST", body, **asked)
    head = f"Content-Length: {26 * 1024 * 1024}\r\nCookie: {archive.log_in()[3]}".encode()

    assert taken[0] == 200
    assert "At most 25 megabytes can be sent at once." in answer_to(archive, head)


def test_header_of_a_visitors_is_not_taken_for_the_servers(archive):
    assert archive.ask("/about/", SCRIPT_NAME="/elsewhere")[0] == 200
    client = archive.say(GET + b"SCRIPT_NAME: /elsewhere\r\nConnection: close\r\n\r\n")
    assert client.recv(12) == b"HTTP/1.1 200"


# --- Log-ins ------------------------------------------------------------------------------------------------


@pytest.fixture
def guarded(folder, database):
    """A server behind a proxy, to which nobody has tried to log in yet."""
    with serving(folder, database, BEHIND_PROXY="true") as archive:
        yield archive


@pytest.mark.each_database
def test_strangers_tries_are_spaced_out_and_an_editor_gets_in(guarded):
    stranger = {"X_Forwarded_For": "198.51.100.7"}
    editor = {"X_Forwarded_For": "203.0.113.9"}
    known = guarded.log_in(**editor)[3]
    tries = [
        guarded.log_in(f"nobody-{number}", "a-guess", X_Forwarded_For=f"10.0.0.{number}, 198.51.100.7")
        for number in range(8)
    ]
    right_but_too_soon = guarded.log_in(**stranger)

    statuses = [status for status, _headers, _page, _cookies in tries]
    assert statuses[0] == 200
    assert statuses[-1] == 429
    assert int(tries[-1][1]["Retry-After"]) >= 1
    assert "There have been many tries to log in. Nothing is closed: wait" in tries[-1][2]
    assert 'value="nobody-7"' in tries[-1][2]  # what was typed is still there
    assert right_but_too_soon[0] == 429  # so the password was not looked at
    # The editor's browser is known, though it asks from the stranger's address now.
    assert guarded.log_in(cookies=known, **stranger)[0] == 302


def test_wrong_passwords_slow_a_known_browser_down_and_shut_nobody_out(archive):
    known = archive.log_in()[3]
    tries = [archive.log_in(password="mistyped", cookies=known)[0] for _ in range(5)]
    too_soon = archive.log_in(cookies=known)
    time.sleep(int(too_soon[1]["Retry-After"]))

    assert tries == [200] * 5
    assert too_soon[0] == 429
    assert archive.log_in(cookies=known)[0] == 302
    # Forgotten with the first that was right.
    assert archive.log_in(password="mistyped", cookies=known)[0] == 200


def test_known_browser_is_known_for_its_own_name_alone(archive):
    known = archive.log_in()[3]
    pauses = [archive.log_in("somebody-else", PASSWORD, cookies=known)[0] for _ in range(6)]

    assert pauses[-1] == 429


# --- The database and the disk ------------------------------------------------------------------------------


@pytest.mark.each_database
def test_database_that_is_away_is_told_in_two_seconds_and_found_again_without_a_hand(archive, database):
    def asked(path):
        began = time.monotonic()
        return archive.ask(path, patience=10)[0], time.monotonic() - began

    before = archive.ask("/events/")[0]
    database.take_away()
    try:
        first, second = [], []
        for path in ("/", "/topics/", "/statements/1/", "/search/?q=water"):
            first.append(asked(path))  # waits for its database, once
            second.append(asked(path))  # it was away a moment ago
            time.sleep(1.2)
        status, headers, page = archive.ask("/events/", patience=10)
        alive, ready = archive.ask("/healthz"), archive.ask("/readyz")
    finally:
        database.bring_back()
    until(lambda: archive.ask("/events/")[0] == 200, patience=4)
    after = [archive.ask("/events/")[0] for _ in range(16)]

    assert before == 200
    assert [told for told, _took in (*first, *second)] == [503] * 8
    assert max(took for _told, took in first) < 3
    assert max(took for _told, took in second) < 1
    assert (status, headers["Retry-After"]) == (503, "10")
    assert "<h1>Not available at this moment</h1>" in page
    assert (alive[0], ready[0]) == (200, 503)
    assert re.match(r"The database (does not answer|cannot be opened)\.\n", ready[2])
    assert after == [200] * 16
    line = next(line for line in archive.logged().splitlines() if "Service Unavailable: /events/" in line)
    assert line.endswith(("(The database does not answer.)", "(The database cannot be opened.)"))
    assert "Traceback" not in archive.logged()


@pytest.mark.each_database
def test_no_page_fails_after_the_database_was_restarted(archive, database):
    from concurrent.futures import ThreadPoolExecutor

    with ThreadPoolExecutor(8) as readers:
        before = list(readers.map(lambda _: archive.ask("/events/")[0], range(16)))
        database.restart()
        after = list(readers.map(lambda _: archive.ask("/events/")[0], range(16)))

    assert before == [200] * 16
    assert after == [200] * 16


# --- Well, and what it says ---------------------------------------------------------------------------------


def test_who_knows_no_host_is_told_too(archive):
    def asked(path):
        return archive.say(f"GET {path} HTTP/1.0\r\n\r\n".encode()).recv(12).partition(b" ")[2]

    assert asked("/healthz") == b"200"
    until(lambda: asked("/readyz") == b"200")  # it gives the answer of the last seconds again


def test_server_opens_no_way_in_beside_its_port(archive):
    """gunicorn's own, a socket in the home of the user, which is an error in the log where there is no home."""
    assert "Listening at" in archive.logged()
    assert "ontrol s" not in archive.logged()


def test_log_names_the_request_and_neither_the_reader_nor_the_search(archive):
    _status, headers, _page = archive.ask("/search/?q=zirkelite", X_Forwarded_For="203.0.113.9")
    archive.say(b"NONSENSE /?q=zirkelite\r\n\r\n").recv(100)
    until(
        lambda: f'{headers["X-Request-ID"]} "GET /search/" 200' in archive.logged()
    )  # written after the answer
    until(lambda: "Invalid request: InvalidRequestLine" in archive.logged())
    log = archive.logged()

    assert "zirkelite" not in log
    assert not re.search(r"203\.0\.113\.9|ip=\d", log)


def test_log_holds_nothing_that_a_client_wrote_where_no_request_could_be_read(archive):
    hosted = f" HTTP/1.1\r\nHost: {HOST}\r\n"
    for line in (
        "GET /search/?q=first zirkelite" + hosted,
        "GET /search/?q=O'zirkelite-\u00d8" + hosted,
        'GET /search/?q="zirkelite \u00d8"' + hosted,
        "ZIRKELITE\u00d8 /" + hosted,
        "GET /" + hosted + "Zirkelite word: 1\r\n",
        "GET /" + hosted + "X: zirkelite\x00\r\n",
        "GET /" + hosted + "Transfer-Encoding: zirkelite\r\n",
    ):
        before = archive.logged().count("Invalid request: ")
        assert b" 200 " not in archive.say(f"{line}Connection: close\r\n\r\n".encode()).recv(20)
        until(lambda before=before: archive.logged().count("Invalid request: ") > before)

    assert "zirkelite" not in archive.logged().lower()


def test_path_cannot_look_like_a_line_of_the_log(archive):
    for path in (
        "/a%0aforged%20line/",
        "/b%E2%80%A8forged%20line/",
        "/c%1b%5B31mforged%20line/",
        "/d%22forged%20line/",
    ):
        archive.ask(path)
    until(lambda: '"GET /d%22forged%20line/" 404' in archive.logged())
    lines = [line for line in archive.logged().splitlines() if "forged" in line]

    assert not [line for line in lines if line.startswith("forged") or not line.isprintable()]
    assert '"GET /a%0Aforged%20line/" 404' in archive.logged()


def test_refusal_has_the_id_of_its_request_in_each_line(archive):
    _status, headers, _page = archive.ask("/nowhere-at-all/")
    until(lambda: '"GET /nowhere-at-all/" 404' in archive.logged())
    lines = [line for line in archive.logged().splitlines() if "/nowhere-at-all/" in line]

    assert len(lines) == 2  # Django's, and the server's
    assert all(headers["X-Request-ID"] in line for line in lines)


def test_guessed_host_is_one_line_of_the_log(archive):
    before = archive.logged()
    status = archive.ask("/guessed-host/", Host="elsewhere.example")[0]
    until(lambda: '"GET /guessed-host/" 400' in archive.logged())

    assert status == 400
    assert len(archive.logged().splitlines()) == len(before.splitlines()) + 1


def test_head_has_no_body_and_the_log_nothing_to_say_of_it(archive):
    for path in ("/about/", "/about/", "/nowhere-at-all/", "/search/", "/feed/"):
        client = archive.say(f"HEAD {path} HTTP/1.1\r\nHost: {HOST}\r\nConnection: close\r\n\r\n".encode())
        answer = b"".join(iter(lambda client=client: client.recv(65536), b""))
        assert answer.endswith(b"\r\n\r\n")
        assert int(re.search(rb"Content-Length: (\d+)", answer)[1]) > 0

    assert "body bytes" not in archive.logged()


@pytest.mark.parametrize(
    ("announced", "status", "says"),
    [
        (worker.GATHERED, "403", "keep-alive"),
        (worker.GATHERED + 1, "413", "close"),
        (None, "411", "close"),  # in pieces
    ],
)
def test_answer_says_whether_the_connection_ends_with_it(archive, announced, status, says):
    """A proxy would send another reader's request on one that has ended, and tell that reader that nobody answers."""
    body = b"x" * announced if announced else b"1\r\nx\r\n0\r\n\r\n"
    length = f"Content-Length: {announced}" if announced else "Transfer-Encoding: chunked"
    client = archive.say(f"POST /about/ HTTP/1.1\r\nHost: {HOST}\r\n{length}\r\n\r\n".encode() + body)
    with client.makefile("rb") as answer:
        head = answer.readline().decode()
        headers = {}
        while line := answer.readline().decode().strip():
            name, _, value = line.partition(": ")
            headers[name] = value
        answer.read(int(headers["Content-Length"]))
        client.settimeout(1)
        try:
            ended = answer.read(1) == b""
        except TimeoutError:
            ended = False

    assert (head.split()[1], headers["Connection"], ended) == (status, says, says == "close")


# --- Behind nginx, as docs/operators.md sets it up ----------------------------------------------------------


@pytest.fixture(scope="module")
def proxied(folder, database):
    with serving(folder, database, BEHIND_PROXY="true") as archive, behind_nginx(archive, folder) as proxied:
        yield proxied


@pytest.mark.proxy
def test_proxy_as_documented_refuses_what_is_large_and_waits_for_what_is_slow(proxied):
    form = f"POST /about/ HTTP/1.1\r\nHost: {HOST}\r\nContent-Length: ".encode()
    for _ in range(30):
        proxied.say(form + b"500\r\n\r\nuser")

    large = proxied.say(form + b"209715200\r\n\r\n").recv(12)
    pages = [proxied.ask("/about/")[0] for _ in range(5)]

    assert large == b"HTTP/1.1 413"
    assert pages == [200] * 5


@pytest.mark.proxy
def test_proxy_as_documented_sends_whoever_comes_without_tls_to_the_same_page(proxied):
    status, headers, _page = proxied.plain.ask("/events/?page=2")

    assert (status, headers["Location"]) == (301, f"https://{HOST}/events/?page=2")


@pytest.mark.proxy
def test_proxy_as_documented_tells_the_address_that_asks_and_no_other(proxied):
    tries = []
    while 429 not in tries and len(tries) < 12:  # the pauses grow faster than a slow machine's answers
        number = len(tries)
        tries.append(proxied.log_in(f"nobody-{number}", "a-guess", X_Forwarded_For=f"10.0.0.{number}")[0])
        time.sleep(1)  # or nginx refuses the page itself

    assert 429 in tries


@pytest.mark.proxy
def test_proxy_as_documented_lets_an_editor_send_a_report(proxied, archive):
    body = "x" * 1024 * 1024

    assert proxied.ask("/about/", "POST", body)[0] == 413
    status, _headers, page = proxied.ask("/admin/", "POST", body)
    assert (status, "Only editors who are logged in may send that much" in page) == (413, True)


# --- Behind Caddy, as docs/operators.md sets it up ----------------------------------------------------------


@pytest.mark.caddy
def test_caddy_as_documented_serves_by_tls_and_leaves_refusals_to_the_archive(folder, database):
    by_tls = {"BEHIND_PROXY": "true", "SITE_URL": f"https://{HOST}"}
    with serving(folder, database, **by_tls) as archive, behind_caddy(archive, folder) as proxied:
        status, headers, _page = proxied.plain.ask("/events/?page=2")
        assert (status, headers["Location"]) == (308, f"https://{HOST}/events/?page=2")

        status, headers, _page, _cookies = proxied.log_in(Referer=f"https://{HOST}/admin/login/")
        assert (status, headers["Location"]) == (302, "/admin/")
        assert all("; Secure" in one for one in headers.get_all("Set-Cookie"))

        etag = proxied.ask("/about/", Accept_Encoding="gzip")[1]["ETag"]
        assert proxied.ask("/about/", Accept_Encoding="gzip", If_None_Match=etag)[0] == 304

        # As much as anybody may send, and more.
        assert proxied.ask("/verify/", "POST", "x" * 65_536)[0] == 400
        status, _headers, page = proxied.ask("/verify/", "POST", "x" * 70_000)
        assert (status, "Only editors who are logged in may send that much" in page) == (413, True)


@pytest.mark.caddy
def test_caddy_as_documented_tells_the_address_that_asks_and_no_other(tmp_path):
    with echoing() as port, behind_caddy(Archive(None, port, tmp_path), tmp_path) as proxied:
        claims = {"X_Forwarded_For": "10.0.0.1", "X_Forwarded_Proto": "http"}
        told = json.loads(proxied.ask("/", **claims)[2])

    assert (told["X-Forwarded-For"], told["X-Forwarded-Proto"]) == ("127.0.0.1", "https")


@contextmanager
def echoing():
    """The port of a server that answers with the headers that it was sent."""

    class Echo(BaseHTTPRequestHandler):
        def do_GET(self):
            said = json.dumps(dict(self.headers)).encode()
            self.send_response(200)
            self.send_header("Content-Length", str(len(said)))
            self.end_headers()
            self.wfile.write(said)

        def log_message(self, *_arguments):
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), Echo) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        try:
            yield server.server_port
        finally:
            server.shutdown()
