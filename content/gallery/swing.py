"""How long a pendulum takes to swing there and back."""

from math import pi, sin, sqrt

G = 9.81  # m/s², at sea level


def period(length: float, angle: float = 0.0) -> float:
    """Seconds for one swing, given metres and radians."""
    small = 2 * pi * sqrt(length / G)
    return small * (1 + sin(angle / 2) ** 2 / 4)


for length in (0.25, 1.0, 2.0):
    print(f"{length:.2f} m: {period(length):.2f} s")
