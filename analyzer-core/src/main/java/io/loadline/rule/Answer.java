package io.loadline.rule;

import io.loadline.system.Subject;

/** What one rule said of one subject. */
public record Answer(String rule, RuleCard card, Subject subject, Outcome outcome) {}
