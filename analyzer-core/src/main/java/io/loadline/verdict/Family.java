package io.loadline.verdict;

import io.loadline.evidence.Evidence;
import io.loadline.evidence.Location;
import io.loadline.system.Reach;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Findings that say the same of services that are described alike, such as forty workloads without an autoscaler in one folder, or in folders
 * that differ by the service's name only. They have one cause, the way these files are written, and are one piece of work.
 */
final class Family {

    /** Two may be chance. */
    private static final int FEWEST = 3;

    private static final int SHOWN = 12;

    private final List<Finding> members;

    private Family(List<Finding> members) {
        this.members = members;
    }

    /** What findings have in common that are one family. */
    private record Key(
            String rule,
            String severity,
            String environment,
            Finding.BaselineState state,
            String folder,
            String claim,
            String fix) {

        static Key of(Finding finding) {
            return new Key(
                    finding.rule(),
                    finding.severity().word(),
                    String.valueOf(finding.environment()),
                    finding.state(),
                    unnamed(folderOf(finding.at()), finding),
                    unnamed(finding.message(), finding),
                    unnamed(finding.fix(), finding));
        }

        /** A sentence or path without the name of whom it is about. */
        private static String unnamed(String text, Finding finding) {
            String rest = text;
            for (String service : finding.services()) {
                rest = rest.replace(service, "…");
            }
            return rest;
        }
    }

    private static String folderOf(Location at) {
        return at.path().substring(0, at.path().lastIndexOf('/') + 1);
    }

    /**
     * The findings with one in place of each family, where its first member stood. Each member keeps its own fingerprint, by which it is
     * accepted and noted.
     */
    static List<Finding> join(List<Finding> findings) {
        Map<Object, List<Finding>> families = new LinkedHashMap<>();
        for (Finding finding : findings) {
            Object key = mayBeAlike(finding) ? Key.of(finding) : new Object();
            families.computeIfAbsent(key, k -> new ArrayList<>()).add(finding);
        }
        Map<Claim.Key, Integer> told = new HashMap<>();
        List<Finding> joined = new ArrayList<>();
        families.forEach((key, members) -> {
            if (key instanceof Key family && members.size() >= FEWEST) {
                Claim.Key name = new Claim.Key(family.rule(), "family: " + family.claim(), family.environment(), false);
                int ordinal = told.merge(name, 1, Integer::sum) - 1;
                joined.add(new Family(members).finding(Fingerprint.of(name, ordinal)));
            } else {
                joined.addAll(members);
            }
        });
        return joined;
    }

    private static boolean mayBeAlike(Finding finding) {
        return finding.isOpen()
                && !finding.isOpportunity()
                && !finding.services().isEmpty()
                && !finding.at().path().endsWith(".java");
    }

    /** The fingerprint of the family for that of each member. */
    static Map<String, String> names(List<Finding> findings) {
        Map<String, String> names = new HashMap<>();
        join(findings)
                .forEach(finding ->
                        finding.members().forEach(member -> names.put(member.fingerprint(), finding.fingerprint())));
        return names;
    }

    /** The findings with the members in place of each family. */
    static List<Finding> split(List<Finding> findings) {
        return findings.stream().flatMap(Family::parts).toList();
    }

    /** The members of a family; a finding that stands alone is its own. */
    static Stream<Finding> parts(Finding finding) {
        return finding.members().isEmpty()
                ? Stream.of(finding)
                : finding.members().stream().map(member -> member.in(finding.state()));
    }

    private Finding finding(String fingerprint) {
        Finding first = members.get(0);
        return new Finding(
                first.rule(),
                first.dimension(),
                first.severity(),
                Collections.max(members.stream().map(Finding::confidence).toList()),
                services(),
                first.environment(),
                first.at(),
                message(first),
                first.effect(),
                first.fix(),
                evidence(first),
                sites(first),
                reach(),
                fingerprint,
                null,
                first.state(),
                members);
    }

    private String message(Finding first) {
        return "%s; the same is true of %s more that are described alike."
                .formatted(first.message().replaceFirst("\\.$", ""), members.size() - 1);
    }

    private List<Evidence> evidence(Finding first) {
        List<Evidence> all = new ArrayList<>(first.evidence());
        members.stream()
                .skip(1)
                .limit(SHOWN)
                .map(member -> new Evidence(member.at(), "the same of " + String.join(", ", member.services())))
                .forEach(all::add);
        return all;
    }

    private List<Location> sites(Finding first) {
        return members.stream()
                .flatMap(member -> Stream.concat(Stream.of(member.at()), member.sites().stream()))
                .filter(site -> !site.equals(first.at()))
                .distinct()
                .sorted()
                .toList();
    }

    private List<String> services() {
        TreeSet<String> all = new TreeSet<>();
        members.forEach(member -> all.addAll(member.services()));
        return List.copyOf(all);
    }

    private Reach reach() {
        return new Reach(
                Collections.max(
                        members.stream().map(member -> member.reach().heat()).toList()),
                members.stream()
                        .flatMap(member -> member.reach().entries().stream())
                        .distinct()
                        .sorted()
                        .toList());
    }
}
