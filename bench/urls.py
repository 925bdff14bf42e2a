"""The archive's addresses, and two pages of the bench's own to measure them by."""

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import include, path

PEOPLE = [{"name": f"Person Number {n}", "post": "Research Fellow", "pk": n + 1} for n in range(20)]
TEXTS = [{"pk": n + 1, "text": "What was said there, in words that are like these. " * 17} for n in range(40)]


def plain(request):
    return render(request, "bench/plain.html", {"people": PEOPLE, "texts": TEXTS})


def hello(_request):
    return HttpResponse("hello")


urlpatterns = [path("plain/", plain), path("hello/", hello), path("", include("config.urls"))]
