package dev.sdc.engine.rule;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The words of a finding, filled in one after the other. {@code message}, {@code because} and {@code remedy} are due. */
public final class FindingText {
    private String message = "";
    private String because = "";
    private String remedy = "";
    private @Nullable String evidence;
    private @Nullable String value;
    private final List<String> related = new ArrayList<>();
    private Proof proof = Proof.NONE;

    FindingText() {}

    /** What is wrong, without any value of the file. */
    public FindingText message(String text) {
        message = text;
        return this;
    }

    /** How it follows, with the numbers. */
    public FindingText because(String text) {
        because = text;
        return this;
    }

    /** How to mend it, without any value of the file. */
    public FindingText remedy(String text) {
        remedy = text;
        return this;
    }

    /** What would settle it: the declaration key and what to put there. */
    public FindingText evidence(String text) {
        evidence = text;
        return this;
    }

    /** The value found, where it is not the cell's text. */
    public FindingText value(String text) {
        value = text;
        return this;
    }

    /** A further cell that the conclusion rests on, as {@code file!cell}. */
    public FindingText related(String fileAndCell) {
        related.add(fileAndCell);
        return this;
    }

    /** How it follows, as sums of cells that can be drawn. */
    public FindingText proof(Proof sums) {
        proof = sums;
        return this;
    }

    Finding finding(
            String rule,
            Disposition disposition,
            String file,
            @Nullable String output,
            String cell,
            @Nullable String row,
            @Nullable String column,
            @Nullable String cellText) {
        if (message.isEmpty() || because.isEmpty() || remedy.isEmpty()) {
            throw new IllegalStateException(rule + " must say what is wrong, why, and how to mend it");
        }
        return new Finding(
                rule,
                disposition,
                file,
                output,
                cell,
                row,
                column,
                value != null ? value : cellText,
                message,
                because,
                remedy,
                evidence,
                List.copyOf(related),
                proof);
    }
}
