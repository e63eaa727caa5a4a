"""What holds for all tests: properties have no deadline, since a busy machine is no mistake."""

from hypothesis import settings

settings.register_profile("deckgen", deadline=None)
settings.load_profile("deckgen")
