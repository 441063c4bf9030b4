def f():
    """Counts.

    three women died
    """
