from __future__ import annotations

import pytest
from PySide6.QtCore import QSize

from diary.ui.placing import first_size


@pytest.mark.parametrize(
    ("screen", "size"),
    [
        ((1920, 1040), (1320, 760)),
        ((1366, 728), (1320, 688)),  # 1366 x 768 with a bar of the system
        ((1280, 760), (1180, 720)),
    ],
)
def test_the_first_window_has_room_for_the_body_map_and_fits_on_the_screen(screen, size):
    assert first_size(QSize(*screen)) == QSize(*size)
