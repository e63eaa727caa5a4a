"""Primes by crossing out."""


def primes(limit: int) -> list[int]:
    crossed = [False] * limit  # indented with tabs
    found = []
    for n in range(2, limit):
        if not crossed[n]:
            found.append(n)
            for multiple in range(n * n, limit, n):
                crossed[multiple] = True
    return found
