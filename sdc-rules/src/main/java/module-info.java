/** The disclosure rules and their profiles. */
module dev.sdc.rules {
    requires static transitive org.jspecify;
    requires transitive dev.sdc.engine;

    exports dev.sdc.rules;
    // the engine reads the catalogue of rules
    opens dev.sdc.rules to
            dev.sdc.engine;

    // written by the engine's annotation processor from the classes marked @SdcRule
    provides dev.sdc.engine.rule.RuleProvider with
            dev.sdc.rules.GeneratedRules;
    provides dev.sdc.engine.rule.ProfileProvider with
            dev.sdc.rules.BundledProfiles;
}
