#!/usr/bin/env python3
"""Verifies a statement of the gate without the gate: python3, openssl, and nothing of sdc.

    verify_statement.py STATEMENT.json KEY.pub [FOLDER]

STATEMENT.json is a DSSE envelope (a receipt, a check), KEY.pub the Ed25519 key that must have signed it, in the form of
OpenSSH. With FOLDER, the files there must be those of the statement.
"""
import base64, hashlib, json, pathlib, subprocess, sys, tempfile

envelope = json.loads(pathlib.Path(sys.argv[1]).read_bytes())
payload = base64.b64decode(envelope["payload"])
kind = envelope["payloadType"].encode()
message = b"DSSEv1 %d %s %d %s" % (len(kind), kind, len(payload), payload)
point = base64.b64decode(pathlib.Path(sys.argv[2]).read_text().split()[1])[-32:]
with tempfile.TemporaryDirectory() as folder:
    key, text, sig = (pathlib.Path(folder, name) for name in ("key.der", "message", "signature"))
    key.write_bytes(bytes.fromhex("302a300506032b6570032100") + point)
    text.write_bytes(message)
    verify = ["openssl", "pkeyutl", "-verify", "-pubin", "-keyform", "DER", "-inkey", key, "-rawin", "-in", text]
    for made in envelope["signatures"]:
        sig.write_bytes(base64.b64decode(made["sig"]))
        if subprocess.run([*verify, "-sigfile", sig], capture_output=True).returncode == 0:
            break
    else:
        sys.exit("NOT signed with this key")
statement = json.loads(payload)
for subject in statement["subject"]:
    if len(sys.argv) > 3:
        found = hashlib.sha256(pathlib.Path(sys.argv[3], subject["name"]).read_bytes()).hexdigest()
        if found != subject["digest"]["sha256"]:
            sys.exit("NOT the bytes of the statement: " + subject["name"])
    print(subject["digest"]["sha256"], subject["name"])
print("OK", statement["predicateType"])
