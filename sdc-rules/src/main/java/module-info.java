/** The disclosure rules and their profiles. */
module dev.sdc.rules {
    requires static transitive org.jspecify;
    requires transitive dev.sdc.engine;
}
