"""What a list of the desk says as long as nothing is in it: what will be, and by which deed."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

#: By the name of the model; those that no form adds to say what fills them.
WHEN_EMPTY: dict[str, str | Promise] = {
    "events.event": _(
        "No event is here yet. Enter one by hand, or paste its report on the first page of the desk."
    ),
    "events.statement": _(
        "No statement is here yet. They are taken out of the report on the form of an event."
    ),
    "events.topic": _("No topic is here yet. What events and opinions are about is found by them."),
    "events.series": _("No series is here yet. It holds together events that belong to one another."),
    "events.venue": _("No venue is here yet. One is also made where an event is entered."),
    "events.complaint": _("Nobody has reported a wrong attribution. Readers do so at a statement."),
    "events.ownword": _(
        "No speaker has answered yet. They are asked from the form of an event that is public."
    ),
    "people.speaker": _("No speaker is here yet. One is also made where an event is entered."),
    "people.organisation": _("No organisation is here yet. Posts on the form of a speaker name them."),
    "opinions.opinion": _(
        "No opinion is here yet: an article that one of the speakers wrote, here or elsewhere."
    ),
    "publishing.correction": _("Nothing was corrected yet. A correction is entered at what it corrects."),
    "publishing.logbookentry": _("No deed is in the book yet: each publication, withdrawal and log-in is."),
    "house.page": _("No page is here yet: an imprint, say, or what the archive is for."),
    "house.redirect": _(
        "No redirect is here yet. Addresses of an old site are entered, or handed in as a file."
    ),
    "house.notfound": _("Nobody has asked in vain. What readers do not find is listed here."),
    "search.abbreviation": _(
        "No abbreviation is here yet: letters that searches take for the words they stand for."
    ),
    "search.searchedfor": _(
        "Nobody has searched yet. What is searched for is counted here, without who did."
    ),
    "intake.intake": _("No report is being read. Paste one on the first page of the desk."),
    "keeping.backup": _("No backup was made yet. Whoever runs the server has one made each night."),
}
