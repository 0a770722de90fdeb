"""What a camera notes goes; what the picture shows, and how it stands, stays."""

import contextlib
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image, ImageChops, ImageOps

from ppid.models import image_metadata
from ppid.models.content import FileRefused, media_type_of
from ppid.models.image_metadata import without_metadata
from tests import pictures

MADE = {
    "image/jpeg": pictures.jpeg,
    "image/png": pictures.png,
    "image/webp": pictures.webp,
    "image/tiff": lambda orientation=1: pictures.tiff(orientation=orientation),
}


def opened(data):
    return Image.open(io.BytesIO(data))


def shown(data):
    """As a viewer shows it that heeds the note of how the picture stands."""
    return ImageOps.exif_transpose(opened(data)).convert("RGB")


@pytest.mark.parametrize("media_type", MADE)
def test_the_pictures_of_these_tests_hold_what_has_to_go(media_type):
    made = MADE[media_type]()
    assert media_type_of(made) == media_type
    assert pictures.SECRETS[0] in made
    assert b"Budi Contoh" in made


@pytest.mark.parametrize("media_type", MADE)
@pytest.mark.parametrize("orientation", range(1, 9))
def test_nothing_of_person_place_or_device_is_left_and_the_picture_stands_as_it_stood(media_type, orientation):
    before = MADE[media_type](orientation)
    after = without_metadata(before, media_type)
    assert media_type_of(after) == media_type
    for secret in pictures.SECRETS:
        assert secret not in after
    assert b"xmpmeta" not in after
    image = opened(after)
    noted = image.getexif()
    assert not noted.get_ifd(0x8825)
    assert not noted.get_ifd(0x8769)
    if media_type != "image/tiff":
        assert not dict(noted)
        assert not {"comment", "xmp", "exif", "photoshop", "Author"} & set(image.info)
    assert shown(after).size == shown(before).size
    difference = ImageChops.difference(shown(after), shown(before)).getextrema()
    assert max(highest for _lowest, highest in difference) <= (12 if media_type == "image/jpeg" else 2)


@pytest.mark.parametrize(
    ("media_type", "made"),
    [
        ("image/jpeg", pictures.jpeg()),
        ("image/jpeg", pictures.jpeg(progressive=True)),
        ("image/png", pictures.png()),
        ("image/png", pictures.png(mode="P")),
        ("image/webp", pictures.webp()),
        ("image/webp", pictures.webp(lossless=False)),
        ("image/tiff", pictures.tiff()),
        ("image/tiff", pictures.tiff(compression="group4", mode="1")),
        ("image/tiff", pictures.tiff(compression="jpeg")),
    ],
)
def test_an_upright_picture_keeps_every_pixel(media_type, made):
    before, after = opened(made), opened(without_metadata(made, media_type))
    for page in range(getattr(before, "n_frames", 1)):
        before.seek(page)
        after.seek(page)
        assert before.mode == after.mode
        assert before.tobytes() == after.tobytes()


def test_all_pages_of_a_scan_stay_and_their_resolution():
    after = opened(without_metadata(pictures.tiff(pages=3), "image/tiff"))
    assert after.n_frames == 3
    assert opened(without_metadata(pictures.png(), "image/png")).info["dpi"][0] == pytest.approx(300, abs=1)


@pytest.mark.parametrize("media_type", ["image/jpeg", "image/png", "image/webp"])
def test_a_picture_too_large_to_turn_keeps_the_bare_note(media_type, monkeypatch):
    monkeypatch.setattr(image_metadata, "MOST_PIXELS_TURNED", 100)
    before = MADE[media_type](6)
    after = without_metadata(before, media_type)
    assert dict(opened(after).getexif()) == {image_metadata.ORIENTATION: 6}
    assert not any(secret in after for secret in pictures.SECRETS)
    assert ImageChops.difference(shown(after), shown(before)).getbbox() is None


def test_a_colour_profile_and_the_adobe_mark_stay():
    profile = b"warna " * 20
    image = Image.new("CMYK", (16, 16), (10, 20, 30, 40))
    out = io.BytesIO()
    image.save(out, "JPEG", icc_profile=profile, quality=95)
    after = opened(without_metadata(out.getvalue(), "image/jpeg"))
    assert after.info["icc_profile"] == profile
    assert after.tobytes() == opened(out.getvalue()).tobytes()


@pytest.mark.parametrize("media_type", MADE)
def test_a_cleaned_picture_is_clean(media_type):
    once = without_metadata(MADE[media_type](8), media_type)
    assert without_metadata(once, media_type) == once


def test_what_is_no_picture_is_left_alone():
    assert without_metadata(b"%PDF-1.7 Budi Contoh", "application/pdf") == b"%PDF-1.7 Budi Contoh"


@pytest.mark.parametrize("media_type", MADE)
def test_a_torn_picture_is_refused_in_words_or_still_a_clean_picture(media_type):
    whole = MADE[media_type]()
    said = set()
    for length in range(12, len(whole), 41):
        try:
            after = without_metadata(whole[:length], media_type)
        except FileRefused as refusal:
            said.add(str(refusal)[:12])
        else:
            assert not any(secret in after for secret in pictures.SECRETS)
    assert said == {"Gambar rusak"}


@given(st.binary(max_size=300), st.sampled_from(sorted(MADE)))
def test_no_content_makes_it_stumble(noise, media_type):
    start = {"image/jpeg": b"\xff\xd8\xff", "image/png": b"\x89PNG\r\n\x1a\n", "image/tiff": b"II*\x00"}
    with contextlib.suppress(FileRefused):
        without_metadata(start.get(media_type, b"RIFF\x00\x00\x00\x00WEBP") + noise, media_type)
