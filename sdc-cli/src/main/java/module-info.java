/** The command line. */
module dev.sdc.cli {
    requires static org.jspecify;
    requires dev.sdc.engine;
    requires dev.sdc.rules;
    requires info.picocli;

    // picocli reads the options of commands by reflection
    opens dev.sdc.cli to
            info.picocli;
}
