"""Two who change accounts in one instant."""

import pytest
from django.apps import apps
from django.contrib.auth.models import User
from django.core.cache import cache
from django.test import Client

from config import passwords
from desk.accounts import KEEPER
from desk.roles import make_roles
from tests.at_once import at_once
from tests.desk.pages import change_page, form_on
from tests.desk.users import make_user

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture(autouse=True)
def groups():
    """The test before has emptied the database."""
    make_roles(apps)


def logged_in(user: User) -> Client:
    client = Client()
    client.force_login(user)
    return client


def test_two_administrators_who_take_each_other_out_leave_one():
    ada, eve = (make_user(KEEPER, name) for name in ("ada", "eve"))
    deeds = []
    for client, other in ((logged_in(ada), eve), (logged_in(eve), ada)):
        data = form_on(client, change_page(other)) | {"groups": []}
        deeds.append(
            lambda client=client, other=other, data=data: client.post(change_page(other), data).status_code
        )

    at_once(*deeds)

    assert len(User.objects.filter(groups__name=KEEPER)) == 1


def test_link_that_two_send_at_once_sets_one_password():
    cache.clear()
    link = passwords.link_for(make_user("Editor")).removeprefix("http://testserver")
    browsers = [Client(), Client()]
    forms = [browser.get(link).url for browser in browsers]
    chosen = ["a lamp at the end of the quay", "a bell at the end of the quay"]

    answers = at_once(
        *(
            lambda browser=browser, form=form, word=word: (
                browser.post(form, {"new_password1": word, "new_password2": word}).status_code
            )
            for browser, form, word in zip(browsers, forms, chosen, strict=True)
        )
    )

    assert sorted(answers) == [200, 302]
    assert User.objects.get().check_password(chosen[answers.index(302)])
