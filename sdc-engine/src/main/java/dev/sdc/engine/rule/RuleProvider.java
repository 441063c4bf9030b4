package dev.sdc.engine.rule;

import java.util.List;

/** Names the rules of one jar; found as a service. Written by the annotation processor, never by hand. */
public interface RuleProvider {
    /** The rules, in the order of their ids. */
    List<Rule> rules();
}
