"""EMAIL_URL, and the mail that is sent by it."""

import pytest
from django.core.exceptions import ImproperlyConfigured
from django.core.mail import EmailMessage

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
