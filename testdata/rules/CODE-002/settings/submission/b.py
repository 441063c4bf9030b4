#!/usr/bin/env python3
token = next(tokens)
password = os.environ["PW"]
url = "https://example.org/home/data"
version = "10.2.1"
