package dev.sdc.rules.sec;

import dev.sdc.engine.evidence.Facts;
import dev.sdc.engine.evidence.Sentences;
import dev.sdc.engine.table.CountPhrases;
import dev.sdc.engine.table.Prose;
import dev.sdc.engine.table.Sentence;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The parts that a sentence tells of a number of people: {@code Of the 304, 120 had stage I, 95 stage II and 83 stage III},
 * {@code 1,204 patients (641 women, 556 men)}.
 *
 * @param sure what is left where nobody can be in two of the parts, by what is said of them
 * @param presumed what is left where somebody may be
 */
record ToldPartitions(List<Remainder> sure, List<Remainder> presumed) {
    private static final Pattern OF_ALL = Pattern.compile(
            "\\b(?:of|out of|among|amongst|from|in|von|unter|sur|parmi|de)(?: (?:the|a|all|total|of|our|these|those|den|diesen|insgesamt|les"
                    + "|las|los))*$");
    private static final Pattern IN_ALL = Pattern.compile(
            "\\b(?:of|among|amongst|total(?:l?ing)?|in all|overall|cohort|sample|population|all|n ?=|von|unter)\\b[^\\d,;]{0,25}$");

    private static final Pattern IS_N = Pattern.compile("\\bn ?=$");

    /** Of such a number it is told behind it what it is made of. */
    private static final Pattern LISTS = Pattern.compile("^ ?(?:\\p{L}[\\p{L}-]*[ ,]{0,2}){0,6}[(:,\\[–—-] ?$");

    private static final Pattern MADE_OF = Pattern.compile(
            "\\b(?:divided|split|compris\\w+|consist\\w+|made up|classified|categori[sz]ed|allocated|assigned|randomi[sz]ed|stratified"
                    + "|grouped|aufgeteilt|bestehend)\\b");
    private static final Pattern REST = Pattern.compile(
            "\\b(?:the (?:rest|remainder|others|remaining)|die übrigen|der rest|les autres|el resto)\\b(?! of).*");

    private static final Pattern PLACES = Pattern.compile(
            "(?:hospital|trust|cent(?:re|er)|clinic|practice|site|ward|laborator|region|area|countr|stud|trial|table|figure|model|variable"
                    + "|item|question|file|row|column|categor|gene|drug|paper|abstract|article|record|author|reference|letter|page|visit|item"
                    + "|day|week|month|year|bed|unit|network|school|gp|provider|organisation|invitation)\\p{L}{0,4}");
    private static final Pattern BRACKETS = Pattern.compile("[(\\[][^()\\[\\]]*[)\\]]");
    private static final Pattern NAME_ENDS = Pattern.compile("[,;:]| (?:and|but|who|whose|of whom|und|et) ");

    private static final String LEFT = "who are in none of the groups that are told of";
    private static final String PRESUMED = LEFT + ", if nobody is in two of them";

    private static final int LONGEST_NAME = 80;
    private static final int LONGEST_LIST = 600;
    /** Among more numbers than these before some parts the whole is not looked for. */
    private static final int MOST_BEFORE = 12;
    /** More parts than these are listed in no sentence. */
    private static final int MOST_PARTS = 30;

    static ToldPartitions of(Prose prose, Facts facts) {
        ToldPartitions found = new ToldPartitions(new ArrayList<>(), new ArrayList<>());
        for (Sentence sentence : Sentences.of(prose, facts)) {
            if (mayTell(sentence.text()) || sentence.before().endsWith(";")) {
                new Reading(prose, sentence, found).read();
            }
        }
        return found;
    }

    /** Whether a text has two numbers, or words that may be numbers. */
    private static boolean mayTell(String text) {
        int numbers = 0;
        for (int i = 1; i < text.length(); i++) {
            boolean number = Character.isDigit(text.charAt(i)) && Character.isDigit(text.charAt(i - 1));
            boolean word = text.charAt(i) == 'y' && (text.charAt(i - 1) == 't' || text.charAt(i - 1) == 'T');
            boolean teen = text.charAt(i) == 'n' && text.charAt(i - 1) == 'e';
            if (number || word || teen) {
                numbers++;
                i += 2;
            }
        }
        return numbers > 1;
    }

    /** The numbers of one sentence. */
    private static final class Reading {
        private final Prose prose;
        private final Sentence sentence;
        private final String text;
        private final ToldPartitions found;
        private final List<SentenceNumber> numbers;
        private @Nullable List<SentenceNumber> above;

        private Reading(Prose prose, Sentence sentence, ToldPartitions found) {
            this.prose = prose;
            this.sentence = sentence;
            this.text = sentence.text();
            this.found = found;
            this.numbers = SentenceNumber.in(sentence);
        }

        private void read() {
            Set<Integer> taken = new HashSet<>();
            int from = 0;
            while (from < numbers.size()) {
                List<SentenceNumber> chain = chain(from);
                if (chain.size() > 1) {
                    named(chain, names(chain, true), taken);
                    named(chain, names(chain, false), taken);
                }
                from++;
                while (from < numbers.size() && chain.contains(numbers.get(from))) {
                    from++; // a chain is read from its first number on
                }
            }
            for (int i = 0; i < numbers.size(); i++) {
                ofAll(i, taken);
            }
            ofCohort();
        }

        /** The numbers from one on that stand in the same brackets as it. */
        private List<SentenceNumber> chain(int from) {
            List<SentenceNumber> chain = new ArrayList<>();
            SentenceNumber first = numbers.get(from);
            for (int i = from; i < numbers.size() && chain.size() < MOST_PARTS; i++) {
                SentenceNumber number = numbers.get(i);
                if (number.depth() < first.depth()) {
                    break;
                }
                if (number.depth() == first.depth()) {
                    if (first.depth() > 0 && leaves(numbers.get(from).to(), number.from())) {
                        break;
                    }
                    chain.add(number);
                }
            }
            return chain;
        }

        /** Whether the brackets that a place stands in end before another. */
        private boolean leaves(int place, int other) {
            int open = 0;
            for (int i = place; i < other; i++) {
                char c = text.charAt(i);
                open += c == '(' || c == '[' ? 1 : c == ')' || c == ']' ? -1 : 0;
                if (open < 0) {
                    return true;
                }
            }
            return false;
        }

        /** What is said of each of some numbers, behind it or before. */
        private List<String> names(List<SentenceNumber> chain, boolean behind) {
            List<String> names = new ArrayList<>();
            for (int i = 0; i < chain.size(); i++) {
                int from = behind ? chain.get(i).to() : i > 0 ? chain.get(i - 1).to() : 0;
                int to = behind
                        ? i + 1 < chain.size() ? chain.get(i + 1).from() : text.length()
                        : chain.get(i).from();
                String said = behind
                        ? text.substring(from, Math.min(to, from + LONGEST_NAME))
                        : text.substring(Math.max(from, to - LONGEST_NAME), to);
                said = SentenceNumber.simple(BRACKETS.matcher(said).replaceAll(" "));
                boolean last = behind && i + 1 == chain.size();
                names.add(last ? ended(said) : said);
            }
            return names;
        }

        private static String ended(String name) {
            String own = REST.matcher(name).replaceFirst("");
            int bracket = own.indexOf(')');
            own = bracket < 0 ? own : own.substring(0, bracket);
            return Stream.of(NAME_ENDS.split(own, -1))
                    .filter(part -> !part.isBlank())
                    .findFirst()
                    .orElse("");
        }

        /** Those of some numbers one behind the other that by their names have nobody in common. */
        private void named(List<SentenceNumber> chain, List<String> names, Set<Integer> taken) {
            List<Map<String, String>> answers = ExclusiveNames.answers(names);
            for (int from = 0; from < chain.size() - 1; ) {
                int to = exclusive(answers, from);
                if (to == from + 1 && ExclusiveNames.areContraries(names.get(from), names.get(to))) {
                    to++;
                }
                if (to > from + 1) {
                    List<SentenceNumber> parts = chain.subList(from, to);
                    if (parts.stream().noneMatch(part -> taken.contains(part.from()))) {
                        whole(parts, taken);
                    }
                }
                from = Math.max(to, from + 1);
            }
        }

        /** The end of those from one on whose answers to one question differ from one another. */
        private static int exclusive(List<Map<String, String>> answers, int from) {
            int end = from + 1;
            for (String asked : answers.get(from).keySet()) {
                Set<String> given = new HashSet<>();
                int to = from;
                while (to < answers.size()
                        && answers.get(to).get(asked) != null
                        && given.add(answers.get(to).get(asked))) {
                    to++;
                }
                end = Math.max(end, to);
            }
            return end;
        }

        /** What parts that exclude one another leave of the number that they are parts of. */
        private void whole(List<SentenceNumber> parts, Set<Integer> taken) {
            long sum = parts.stream().mapToLong(SentenceNumber::n).sum();
            SentenceNumber whole = before(parts.get(0), sum);
            if (whole == null) {
                whole = behind(parts.get(parts.size() - 1), sum);
            }
            if (whole != null) {
                parts.forEach(part -> taken.add(part.from()));
                taken.add(whole.from());
                if (isOfPeople(text, whole)) {
                    found.sure().add(remainder(whole.n(), Optional.of(whole), parts, LEFT));
                }
                return;
            }
            String above = sentence.before();
            List<SentenceNumber> told = above();
            boolean complete = told.stream().anyMatch(all -> all.n() == sum);
            for (int i = told.size() - 1; i >= 0 && !complete; i--) {
                SentenceNumber all = told.get(i);
                if (all.n() > sum) {
                    if (isOfPeople(above, all) && saysPeople(above, all)) {
                        parts.forEach(part -> taken.add(part.from()));
                        found.sure().add(remainder(all.n(), Optional.empty(), parts, LEFT));
                    }
                    return;
                }
            }
        }

        /** The last numbers of the sentence before. */
        private List<SentenceNumber> above() {
            List<SentenceNumber> known = above;
            if (known == null) {
                List<SentenceNumber> all = SentenceNumber.in(sentence, sentence.before());
                known = all.subList(Math.max(0, all.size() - MOST_BEFORE), all.size());
                above = known;
            }
            return known;
        }

        /** The last number before some parts that is not less than they are together. */
        private @Nullable SentenceNumber before(SentenceNumber first, long sum) {
            int at = placeOf(first) - 1;
            SentenceNumber last = null;
            for (int i = at; i >= 0 && i > at - MOST_BEFORE; i--) {
                SentenceNumber number = numbers.get(i);
                boolean size = number.depth() <= first.depth()
                        || IS_N.matcher(wordsBefore(number)).find();
                if (number.n() == sum) {
                    return number;
                }
                last = last == null && number.n() > sum && size ? number : last;
            }
            return last;
        }

        private int placeOf(SentenceNumber number) {
            return Collections.binarySearch(numbers, number, Comparator.comparingInt(SentenceNumber::from));
        }

        /** A number behind some parts that is said to be of all. */
        private @Nullable SentenceNumber behind(SentenceNumber last, long sum) {
            int at = placeOf(last) + 1;
            for (int i = at; i < numbers.size() && i < at + 2; i++) {
                SentenceNumber number = numbers.get(i);
                if (number.n() >= sum && IN_ALL.matcher(wordsBefore(number)).find()) {
                    return number;
                }
            }
            return null;
        }

        private String wordsBefore(SentenceNumber number) {
            return SentenceNumber.simple(text.substring(Math.max(0, number.from() - LONGEST_NAME), number.from()))
                    .stripTrailing();
        }

        /** All that is told behind a number of all; somebody may be counted twice. */
        private void ofAll(int at, Set<Integer> taken) {
            SentenceNumber all = numbers.get(at);
            if (taken.contains(all.from()) || at + 2 >= numbers.size() || !isOfPeople(text, all)) {
                return;
            }
            List<SentenceNumber> parts = chain(at + 1);
            if (parts.isEmpty() || parts.get(0).depth() != all.depth()) {
                parts = bracketed(parts, all);
            }
            boolean told = OF_ALL.matcher(wordsBefore(all)).find()
                    || (!parts.isEmpty()
                            && LISTS.matcher(SentenceNumber.simple(text.substring(
                                            all.to(), Math.min(parts.get(0).from(), all.to() + LONGEST_NAME))))
                                    .find());
            long sum = 0;
            for (SentenceNumber part : parts) {
                if (taken.contains(part.from())) {
                    return;
                }
                sum += part.n();
            }
            if (!told || parts.size() < 2 || sum > all.n()) {
                return;
            }
            int end = parts.get(parts.size() - 1).to() + LONGEST_NAME;
            String said = SentenceNumber.simple(text.substring(
                    all.to(), Math.min(text.length(), Math.min(end, all.to() + LONGEST_LIST))));
            boolean sure = REST.matcher(said).find()
                    || MADE_OF.matcher(SentenceNumber.simple(text.substring(
                                    all.to(), Math.min(parts.get(0).from(), all.to() + LONGEST_LIST))))
                            .find();
            (sure ? found.sure() : found.presumed())
                    .add(remainder(all.n(), Optional.of(all), parts, sure ? LEFT : PRESUMED));
            taken.add(all.from());
            parts.forEach(part -> taken.add(part.from()));
        }

        /** {@code Chemotherapy was given to 402 patients, surgery to 610; the cohort was 1,204}: all that is told before a number of all. */
        private void ofCohort() {
            if (numbers.size() != 1 || !sentence.before().endsWith(";")) {
                return;
            }
            SentenceNumber all = numbers.get(0);
            List<SentenceNumber> parts = SentenceNumber.in(sentence, sentence.before()).stream()
                    .filter(part -> part.depth() == 0)
                    .toList();
            if (parts.size() > 1 && IN_ALL.matcher(wordsBefore(all)).find()) {
                long sum = parts.stream().mapToLong(SentenceNumber::n).sum();
                found.presumed()
                        .add(new Remainder(
                                sentence.address(all.from()), null, null, all.n(), sum, PRESUMED, List.of()));
            }
        }

        /** The numbers of a bracket behind a number, where nothing else is told behind it. */
        private List<SentenceNumber> bracketed(List<SentenceNumber> parts, SentenceNumber all) {
            return !parts.isEmpty() && parts.get(0).depth() == all.depth() + 1 ? parts : List.of();
        }

        private static boolean isOfPeople(String text, SentenceNumber number) {
            String behind = SentenceNumber.simple(
                    text.substring(number.to(), Math.min(text.length(), number.to() + LONGEST_NAME)));
            int words = 0;
            for (String word : behind.strip().split("[^\\p{L}-]+", -1)) {
                if (CountPhrases.isPeople(word)) {
                    return true;
                }
                if (PLACES.matcher(word).matches()) {
                    return false;
                }
                if (++words > 3) {
                    break;
                }
            }
            return true;
        }

        private static boolean saysPeople(String text, SentenceNumber number) {
            String behind = SentenceNumber.simple(
                    text.substring(number.to(), Math.min(text.length(), number.to() + LONGEST_NAME)));
            return Stream.of(behind.strip().split("[^\\p{L}-]+", 5)).limit(4).anyMatch(CountPhrases::isPeople);
        }

        private Remainder remainder(long whole, Optional<SentenceNumber> at, List<SentenceNumber> parts, String who) {
            long sum = parts.stream().mapToLong(SentenceNumber::n).sum();
            return new Remainder(
                    sentence.address(parts.get(parts.size() - 1).from()),
                    null,
                    null,
                    whole,
                    sum,
                    who,
                    at.map(all -> Remainder.less(
                                    place(all), parts.stream().map(this::place).toList()))
                            .orElse(List.of()));
        }

        private String place(SentenceNumber number) {
            return prose.file() + "!" + sentence.address(number.from());
        }
    }
}
