"""EMAIL_URL, and the mail that is sent by it."""

import socket
import socketserver
import threading

import pytest
from django.core.exceptions import ImproperlyConfigured
from django.core.mail import EmailMessage
from django.core.management import CommandError, call_command

from config import environment, post


@pytest.mark.parametrize(
    ("url", "options"),
    [
        ("smtp://localhost", {"host": "localhost", "port": None}),
        (
            "smtp+tls://ada%40example.org:a%2Fb@mail.example.org:587",
            {"username": "ada@example.org", "password": "a/b", "port": 587, "use_tls": True},
        ),
        ("smtp+ssl://ada:word@mail.example.org", {"username": "ada", "use_ssl": True}),
    ],
)
def test_mail_server_is_read(url, options):
    assert environment.mailer(url)["OPTIONS"].items() >= options.items()


@pytest.mark.parametrize(
    "url",
    [
        "mail.example.org",
        "smtps://host",
        "smtp://",
        "smtp://host:port",
        "smtp://ada:secret/@host",
        "smtp://h/?a=b",
    ],
)
def test_mail_server_that_cannot_be_meant_is_refused_without_its_password(url):
    with pytest.raises(ImproperlyConfigured, match="EMAIL_URL is not readable") as refused:
        environment.mailer(url)

    assert "secret" not in str(refused.value)


@pytest.mark.parametrize("address", ["archive", "Archive <archive>", ""])
def test_sender_is_an_address(address):
    with pytest.raises(ImproperlyConfigured, match="EMAIL_FROM is no address"):
        environment.sender(address)


def test_letter_that_cannot_be_sent_is_told_and_keeps_back_no_other(settings, mailoutbox, caplog):
    settings.MAILERS = {"default": {"BACKEND": "django.core.mail.backends.locmem.EmailBackend"}}
    bad = EmailMessage("Two\nlines", "Words.", to=["ada@example.org"])  # which no header may have
    good = EmailMessage("One", "Words.", to=["eve@example.org"])

    post.send_soon(lambda: [bad, good]).result()

    assert [letter.subject for letter in mailoutbox] == ["One"]
    assert "could not be sent" in caplog.text and "ada" not in caplog.text


def test_letter_that_cannot_be_written_is_told(caplog):
    post.send_soon(lambda: [1 / 0]).result()

    assert "A letter could not be written." in caplog.text


def test_trial_without_a_server_is_told_in_a_sentence(settings):
    settings.MAILERS = {}
    with pytest.raises(CommandError, match="No mail is sent here: set EMAIL_URL"):
        call_command("sendtestemail", "ada@example.org")


def test_trial_with_a_server_that_is_not_there_is_told_in_a_sentence(settings):
    with socket.socket() as closed:
        closed.bind(("127.0.0.1", 0))
        settings.MAILERS = {"default": environment.mailer(f"smtp://127.0.0.1:{closed.getsockname()[1]}")}

        with pytest.raises(CommandError, match="The mail server took no letter .*refused"):
            call_command("sendtestemail", "ada@example.org")


class Taking(socketserver.StreamRequestHandler):
    """A mail server that takes one letter from whoever brings it, and keeps what it heard."""

    def handle(self):
        self.wfile.write(b"220 here\r\n")
        in_letter = False
        for line in self.rfile:
            self.server.heard.append(line.decode().strip())
            if in_letter:
                in_letter = line != b".\r\n"
                answer = b"" if in_letter else b"250 taken\r\n"
            else:
                in_letter = line.upper() == b"DATA\r\n"
                answer = b"354 go on\r\n" if in_letter else b"250 yes\r\n"
            self.wfile.write(answer)


@pytest.fixture
def mail_server():
    with socketserver.ThreadingTCPServer(("127.0.0.1", 0), Taking) as server:
        server.daemon_threads, server.block_on_close, server.heard = True, False, []
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield server
        server.shutdown()


def test_letter_reaches_the_server_of_the_setting(settings, mail_server):
    settings.MAILERS = {"default": environment.mailer(f"smtp://127.0.0.1:{mail_server.server_address[1]}")}
    letter = EmailMessage("Words", "Да: a lamp.\n", "Archive <archive@example.org>", ["ada@example.org"])

    post.send_soon(lambda: [letter]).result()

    heard = "\n".join(mail_server.heard).casefold()
    assert "mail from:<archive@example.org>" in heard and "rcpt to:<ada@example.org>" in heard
    assert "subject: words" in heard and 'content-type: text/plain; charset="utf-8"' in heard
