from django.dispatch import Signal

#: Sent with ``sender`` (a model) and ``instance`` by deeds that wrote something of it past Django's own signals.
content_changed = Signal()
