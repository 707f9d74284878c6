"""Independent, deliberately naive reference answers that the tests compare with."""
