package io.loadline.system.configuration;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** What a condition on profiles, written in code, says of services that run. */
public final class ProfileCondition {

    /** By custom, what is on only while a system is installed, moved or tested. */
    private static final Pattern ASIDE = Pattern.compile("(install|migrat|upgrade|setup)\\w*");

    private ProfileCondition() {}

    /**
     * Whether services may run with one of some conditions met: under the profiles with which they are known to run, under those of
     * production, and under any that is not by its name for developers or for setting up.
     */
    public static boolean mayHold(List<String> alternatives, Set<String> active) {
        return alternatives.stream().anyMatch(condition -> {
            Set<String> possible = new TreeSet<>(active);
            possible.addAll(Environment.PRODUCTION);
            ProfileExpression.names(condition).stream()
                    .filter(name -> isServed(name.toLowerCase(Locale.ROOT)))
                    .forEach(possible::add);
            return ProfileExpression.holds(condition, possible);
        });
    }

    private static boolean isServed(String profile) {
        return !Environment.isForDevelopers(profile) && !ASIDE.matcher(profile).matches();
    }
}
