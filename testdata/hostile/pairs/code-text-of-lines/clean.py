def f():
    """Counts.

    women who died
    """
