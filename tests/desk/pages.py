"""A page of the desk as an editor meets it: the form as it stands, filled in and sent."""

ADD_EVENT = "/admin/events/event/add/"


def change_page(item) -> str:
    return f"/admin/{item._meta.app_label}/{item._meta.model_name}/{item.pk}/change/"


def form_on(client, address: str) -> dict:
    """What the form at ``address`` would send if nothing were touched."""
    response = client.get(address)
    assert response.status_code == 200, response.status_code
    context = response.context
    data = values_of(context["adminform"].form)
    for inline in context["inline_admin_formsets"]:
        data |= values_of(inline.formset.management_form)
        for form in inline.formset.forms:
            data |= values_of(form)
    if "override_reason" in context["adminform"].form.fields:
        data["override_reason"] = "Looked at, and right."
    return data


def values_of(form) -> dict:
    data = {}
    for field in form:
        value = field.value()
        if hasattr(field.field.widget, "widgets"):
            parts = value if isinstance(value, list) else field.field.widget.decompress(value)
            data |= {f"{field.html_name}_{number}": part for number, part in enumerate(parts) if part}
        elif isinstance(value, bool):
            data |= {field.html_name: "on"} if value else {}
        elif isinstance(value, list | tuple):
            data[field.html_name] = [getattr(item, "pk", item) for item in value]
        elif value is not None and getattr(field.field.widget, "input_type", "") != "file":
            data[field.html_name] = value
    return data


def with_row(data: dict, prefix: str, **values) -> dict:
    """``data`` with one more row, as the button that adds one makes it."""
    number = int(data[f"{prefix}-TOTAL_FORMS"])
    defaults = {
        "appearances": {"role": "speaker", "order": number + 1},
        "statements": {"evidence": "paraphrase", "order": number + 1},
    }.get(prefix, {})
    row = {f"{prefix}-{number}-{name}": value for name, value in (defaults | values).items()}
    return data | row | {f"{prefix}-TOTAL_FORMS": number + 1}


def errors_on(response) -> dict[str, str]:
    """The errors of a form that came back, by the name of the field that they stand at."""
    assert response.status_code == 200, (response.status_code, response.headers.get("Location"))
    context, told = response.context, {}
    forms = [context["adminform"].form]
    for inline in context["inline_admin_formsets"]:
        forms += inline.formset.forms
        if inline.formset.non_form_errors():
            told[inline.formset.prefix] = " ".join(inline.formset.non_form_errors())
    for form in forms:
        for name, errors in form.errors.items():
            told[form.add_prefix(name)] = " ".join(errors)
    return told


def messages_on(response) -> list[str]:
    return [str(message) for message in response.context["messages"]]
