package dev.sdc.engine.rule;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Profiles held in memory, for tests. */
record TestProfiles(Map<String, String> texts) implements ProfileProvider {
    /** A value for every parameter. */
    static final Map<String, String> ROOT = Map.ofEntries(
            Map.entry("min_count", "10"),
            Map.entry("zero_policy", "review"),
            Map.entry("group_share", "1.00"),
            Map.entry("groups_fail", "true"),
            Map.entry("nk", "{n: 2, k: 0.90}"),
            Map.entry("nk_inclusive", "false"),
            Map.entry("x1_share", "off"),
            Map.entry("p_percent", "0.10"),
            Map.entry("min_dof", "10"),
            Map.entry("surv_min_events", "10"),
            Map.entry("surv_min_at_risk", "10"),
            Map.entry("surv_min_withdrawals", "10"),
            Map.entry("surv_withdrawals_fail", "false"),
            Map.entry("q_min", "10"),
            Map.entry("round_base", "off"),
            Map.entry("totals", "exact"),
            Map.entry("derived_from_rounded", "false"),
            Map.entry("dif_min", "min_count"),
            Map.entry("ambiguity", "4"),
            Map.entry("org_min", "3"),
            Map.entry("organisations_fail", "false"),
            Map.entry("max_rows", "5000"),
            Map.entry("max_mb", "16"),
            Map.entry("national_exempt", "false"),
            Map.entry("midpoint6_suffix", "false"),
            Map.entry("unit_must_be_patients", "false"),
            Map.entry("extremes_fail", "true"),
            Map.entry("medians_fail", "false"),
            Map.entry("types", "[csv, txt, jpeg]"),
            Map.entry("min_contributors", "min_count"),
            Map.entry("rounding_grid", "off"),
            Map.entry("significant_digits", "off"),
            Map.entry("percent_decimals", "off"),
            Map.entry("exempt", "[]"),
            Map.entry("pass_approvals", "2"),
            Map.entry("exceptions", "true"),
            Map.entry("check_days", "30"),
            Map.entry("approval_days", "14"),
            Map.entry("destinations", "off"));

    /** The default profile under its own name, and further ones that extend it. */
    static Profiles with(String... texts) {
        Map<String, String> all = new TreeMap<>();
        all.put(Profiles.DEFAULT, text(Profiles.DEFAULT, "", ROOT));
        for (String text : texts) {
            all.put(text.lines().skip(1).findFirst().orElseThrow().replace("name: ", ""), text);
        }
        return new Profiles(List.of(new TestProfiles(all)));
    }

    static String text(String name, String extended, Map<String, String> parameters) {
        StringBuilder text =
                new StringBuilder("schema: sdc-profile/1\nname: " + name + "\nversion: \"1\"\ntitle: a test\n");
        if (!extended.isEmpty()) {
            text.append("extends: ").append(extended).append('\n');
        }
        text.append("parameters:\n");
        new TreeMap<>(parameters)
                .forEach((key, value) ->
                        text.append("  ").append(key).append(": ").append(value).append('\n'));
        return text.toString();
    }

    static String child(String name, String... parameter) {
        Map<String, String> parameters = new TreeMap<>();
        for (int i = 0; i < parameter.length; i += 2) {
            parameters.put(parameter[i], parameter[i + 1]);
        }
        return text(name, Profiles.DEFAULT, parameters);
    }

    @Override
    public List<String> names() {
        return List.copyOf(texts.keySet());
    }

    @Override
    public Optional<InputStream> open(String name) {
        return Optional.ofNullable(texts.get(name))
                .map(text -> new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }
}
