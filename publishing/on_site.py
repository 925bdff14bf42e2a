"""From a record's form to its page: for those alone who may see the record, since the address tells its title."""

from django.contrib import admin
from django.contrib.contenttypes.models import ContentType
from django.contrib.contenttypes.views import shortcut
from django.http import Http404

from publishing.keys import could_be_key


def view_on_site(request, content_type_id: str, object_id: str):
    """Django's redirect to the page of a record, for whoever may see the record at the desk.

    Raises Http404 for everything else, so that nobody learns by the answer which records there are.
    """
    if could_be_key(content_type_id) and could_be_key(object_id):
        content_type = ContentType.objects.filter(pk=content_type_id).first()
        model = content_type.model_class() if content_type else None
        desk = admin.site.get_model_admin(model) if model and admin.site.is_registered(model) else None
        item = desk.get_object(request, object_id) if desk else None
        if desk and item and desk.has_view_permission(request, item):
            return shortcut(request, content_type_id, object_id)
    raise Http404
