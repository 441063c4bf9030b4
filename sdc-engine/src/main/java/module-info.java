/** The engine: reads what was handed in, checks it, reports, and gates the release. */
module dev.sdc.engine {
    requires static transitive org.jspecify;
    requires static java.compiler;
    requires commons.math3;
    requires java.sql;
    requires java.xml;
    requires de.siegmar.fastcsv;
    requires org.apache.poi.ooxml;
    requires org.jsoup;
    requires org.snakeyaml.engine;
    requires org.bouncycastle.provider;
    requires tools.jackson.databind;
    requires static org.apache.sshd.osgi;
    requires static org.apache.sshd.sftp;
    requires static ortools.java;
    requires static tablesaw.core;

    uses dev.sdc.engine.rule.RuleProvider;

    exports dev.sdc.engine;
    exports dev.sdc.engine.submission;
    exports dev.sdc.engine.intake;
    exports dev.sdc.engine.read;
    exports dev.sdc.engine.read.acro;
    exports dev.sdc.engine.read.contained;
    exports dev.sdc.engine.read.model;
    exports dev.sdc.engine.table;
    exports dev.sdc.engine.evidence;
    exports dev.sdc.engine.rule;
    exports dev.sdc.engine.audit;
    exports dev.sdc.engine.audit.ledger;
    exports dev.sdc.engine.audit.solve;
    exports dev.sdc.engine.report;
    exports dev.sdc.engine.gate;
    exports dev.sdc.engine.release;
    exports dev.sdc.engine.tablesaw;

    uses dev.sdc.engine.rule.ProfileProvider;
}
