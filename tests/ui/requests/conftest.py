from __future__ import annotations

import pytest


@pytest.fixture
def bridge(real_bridge):
    """Give the bridge to a new diary, with the real services and a real file."""
    return real_bridge
