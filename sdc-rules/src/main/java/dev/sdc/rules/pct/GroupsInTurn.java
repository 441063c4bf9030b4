package dev.sdc.rules.pct;

import dev.sdc.engine.table.CountPhrases.CountPhrase;
import dev.sdc.engine.table.Sentence;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Groups named with their sizes one behind the other, and as many shares in the same order: {@code Group A (n = 120) and group
 * B (n = 230) had rates of 5.8% and 17.8%}, {@code 5.8% and 17.8% in arms A (n = 120) and B (n = 230)}.
 */
final class GroupsInTurn {
    /** What parts shares that are listed, an interval of the first among it. */
    private static final Pattern LISTED = Sentence.pattern(
            "^(?: ?[(\\[][^()\\[\\]]{0,40}[)\\]])? ?[,;/]? ?(?:(?:and|und|et|or|versus|vs\\.?|against|compared (?:with|to)|gegenüber) )?$");

    /** From the last size to the first share: nothing that makes of it a difference. */
    private static final Pattern SAID = Sentence.pattern(
            "^[)\\],](?!.* (?:than|by|from|reduction|increase|decrease|difference|reduced|increased|decreased|um)\\b)[^.;%()\\d]{1,69}$");

    private static final Pattern OF_GROUPS =
            Sentence.pattern("^ (?:of|in|among|for|with|von|der|bei|unter|des|chez|dans) [^.;%()\\d]{1,60}[(\\[] ?$");

    private GroupsInTurn() {}

    /**
     * The sizes of the groups that shares are of, by where each share begins.
     *
     * @param counts the numbers that the sentence counts with, in the order of their places
     * @param shares the shares in their order
     */
    static Map<Integer, Long> in(Sentence sentence, List<CountPhrase> counts, List<WrittenShare> shares) {
        Map<Integer, Long> found = new HashMap<>();
        List<List<CountPhrase>> sizes = sizes(sentence.text(), counts, shares);
        int next = 0;
        for (List<WrittenShare> listed : listed(sentence.text(), shares)) {
            int from = listed.get(0).from();
            int to = listed.get(listed.size() - 1).to();
            while (next < sizes.size() && sizes.get(next).get(0).from() < from) {
                next++;
            }
            List<CountPhrase> before = next == 0 ? List.of() : sizes.get(next - 1);
            List<CountPhrase> behind = next == sizes.size() ? List.of() : sizes.get(next);
            if (before.size() == listed.size()
                    && SAID.matcher(between(sentence.text(), endOf(before), from))
                            .find()) {
                pair(before, listed, found);
            } else if (behind.size() == listed.size()
                    && OF_GROUPS
                            .matcher(between(sentence.text(), to, behind.get(0).from()))
                            .find()) {
                pair(behind, listed, found);
            }
        }
        return found;
    }

    private static void pair(List<CountPhrase> sizes, List<WrittenShare> shares, Map<Integer, Long> found) {
        for (int i = 0; i < shares.size(); i++) {
            found.put(shares.get(i).from(), sizes.get(i).n());
        }
    }

    /** Two sizes and more, with no share and no other number of people between them. */
    private static List<List<CountPhrase>> sizes(String text, List<CountPhrase> counts, List<WrittenShare> shares) {
        List<List<CountPhrase>> runs = new ArrayList<>();
        List<CountPhrase> run = new ArrayList<>();
        int next = 0;
        for (CountPhrase count : counts) {
            int before = next;
            while (next < shares.size() && shares.get(next).from() < count.from()) {
                next++;
            }
            boolean size = NamedGroup.isSize(text, count);
            if (!run.isEmpty() && (next > before || !size || count.from() - endOf(run) > ToldBases.NEAR)) {
                keep(run, runs);
                run = new ArrayList<>();
            }
            if (size) {
                run.add(count);
            }
        }
        keep(run, runs);
        return runs;
    }

    private static List<List<WrittenShare>> listed(String text, List<WrittenShare> shares) {
        List<List<WrittenShare>> runs = new ArrayList<>();
        List<WrittenShare> run = new ArrayList<>();
        for (WrittenShare share : shares) {
            if (!run.isEmpty()
                    && !LISTED.matcher(between(text, run.get(run.size() - 1).to(), share.from()))
                            .find()) {
                keep(run, runs);
                run = new ArrayList<>();
            }
            run.add(share);
        }
        keep(run, runs);
        return runs;
    }

    private static <T> void keep(List<T> run, List<List<T>> runs) {
        if (run.size() > 1) {
            runs.add(run);
        }
    }

    private static int endOf(List<CountPhrase> sizes) {
        CountPhrase last = sizes.get(sizes.size() - 1);
        return last.from() + last.words().length();
    }

    /** What stands between two places; nothing that any pattern takes where they are far apart. */
    private static String between(String text, int from, int to) {
        return to - from > ToldBases.NEAR || to < from ? "." : text.substring(from, to);
    }
}
