"""Subtitles (.vtt, .srt) as a transcript: each speaker's turn a paragraph, and the second at which it begins."""

import re
from html import unescape
from typing import NamedTuple

CUE_TIME = re.compile(
    r"(?:(\d{1,3}):)?(\d{1,2}):(\d{2})[.,]\d{1,3}[ \t]+-->[ \t]+(?:\d{1,3}:)?\d{1,2}:\d{2}[.,]\d{1,3}.*"
)
VOICE = re.compile(r"<v(?:\.[^ >]*)*[ \t]+([^>]{1,200})>(.*?)(?=</v>|<v[ .]|\Z)", re.S)
TAG = re.compile(r"</?[a-z0-9][^<>]{0,200}>|\{\\[^}]{0,40}\}", re.I)
SPOKEN = re.compile(r"(?:>>|[-–—])?\s*([^\W\d_][^:<>\n]{1,80}):\s+(?=\S)")
TITLE = re.compile(r"\ufeff?WEBVTT[ \t]+(?:-[ \t]*)?([^\n]{3,200})")
#: Silence between two cues after which even the same speaker begins a new paragraph.
PAUSE = 20
#: So long is a paragraph at most before it ends with the next sentence.
LONGEST_TURN = 1_500


class Turn(NamedTuple):
    """What somebody says without a break, from a second of the recording on."""

    speaker: str
    second: int
    words: str

    def __str__(self):
        return f"{self.speaker}: {self.words}" if self.speaker else self.words


def is_subtitles(text: str) -> bool:
    return text.lstrip("\ufeff").startswith("WEBVTT") or bool(
        re.match(r"\s*\d+\s*\n" + CUE_TIME.pattern, text)
    )


def turns_in(text: str) -> list[Turn]:
    """The turns in their order; before them the title, where the file has one."""
    title = TITLE.match(text)
    turns = [Turn("", 0, title[1].strip())] if title else []
    last = -PAUSE
    for second, said in _cues(text):
        for speaker, words in _voices(said):
            if turns and _goes_on(turns[-1], speaker, second - last):
                turns[-1] = turns[-1]._replace(words=f"{turns[-1].words} {words}")
            elif words:
                turns.append(Turn(speaker, second, words))
        last = second
    return turns


def _goes_on(before: Turn, speaker: str, pause: int) -> bool:
    is_full = len(before.words) > LONGEST_TURN and before.words[-1] in ".!?…"
    return speaker in ("", before.speaker) and pause < PAUSE and not is_full


def _cues(text: str):
    """(second, text) of each cue; notes, styles and the numbers of cues are none of the text."""
    for block in re.split(r"\n[ \t]*\n+", text.replace("\r\n", "\n").replace("\r", "\n")):
        lines = block.strip("\n").split("\n")
        for number, line in enumerate(lines[:2]):
            if begins := CUE_TIME.fullmatch(line.strip()):
                hours, minutes, seconds = (int(part or 0) for part in begins.groups())
                yield hours * 3600 + minutes * 60 + seconds, "\n".join(lines[number + 1 :])
                break


def _voices(said: str) -> list[tuple[str, str]]:
    """(speaker, words) in a cue; who is not named is whoever spoke before."""
    if voices := VOICE.findall(said):
        return [(unescape(name).strip(), _plain(words)) for name, words in voices]
    found: list[tuple[str, str]] = []
    speaker, words = "", list[str]()
    for line in said.split("\n"):
        line = _plain(line)
        if spoken := SPOKEN.match(line):
            found.append((speaker, " ".join(words)))
            speaker, words, line = spoken[1].strip(), [], line[spoken.end() :]
        words.append(line)
    found.append((speaker, " ".join(words)))
    return [(name, " ".join(words.split())) for name, words in found if words.strip()]


def _plain(text: str) -> str:
    return " ".join(unescape(TAG.sub("", text)).split())
