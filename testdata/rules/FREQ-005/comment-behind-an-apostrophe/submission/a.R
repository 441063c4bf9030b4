x <- don't  # 3 women died
