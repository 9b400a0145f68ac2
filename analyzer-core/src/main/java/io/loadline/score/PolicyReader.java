package io.loadline.score;

import io.loadline.config.ConfigException;
import io.loadline.config.Section;
import io.loadline.evidence.Confidence;
import io.loadline.rule.Severity;
import io.loadline.score.ScorePolicy.Grade;
import io.loadline.score.ScorePolicy.MustChecks;
import io.loadline.score.ScorePolicy.ReachWeight;
import io.loadline.system.Reach.Heat;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** Reads a policy file strictly: every weight is there, lies within its bounds and grows with what it stands for. */
final class PolicyReader {

    /** An impact of 1 would pin the score at 0, and no repair of anything else would show. */
    private static final double MOST_IMPACT = 0.95;

    private final String file;

    PolicyReader(String file) {
        this.file = file;
    }

    ScorePolicy read(String yaml) {
        Section root = Section.read(file, yaml)
                .orElseThrow(() -> new ConfigException(file, 1, "found nothing, expected weights"))
                .only("impact", "confidence", "reach", "grades", "caps", "levels");
        List<Grade> grades = grades(root.need("grades"));
        return new ScorePolicy(
                weights(root.need("impact"), List.of(Severity.values()), MOST_IMPACT),
                weights(root.need("confidence"), List.of(Confidence.values()), 1),
                reach(root.need("reach")),
                grades,
                caps(root.need("caps"), grades),
                levels(root.need("levels")));
    }

    private static <E extends Enum<E>> Map<E, Double> weights(Section section, List<E> rising, double most) {
        section.only(rising.stream().map(Section::word).toArray(String[]::new));
        Map<E, Double> weights = new EnumMap<>(rising.get(0).getDeclaringClass());
        double last = 0;
        for (E constant : rising) {
            Section weight = section.need(Section.word(constant));
            if (weight.number() < last || weight.number() > most) {
                throw weight.expected("a number from " + last + " to " + most);
            }
            last = weight.number();
            weights.put(constant, last);
        }
        return weights;
    }

    private static ReachWeight reach(Section section) {
        section.only("base", "spread", "scale", "tiers");
        double base = share(section.need("base"));
        double spread = share(section.need("spread"));
        if (base + spread > 1) {
            throw section.need("spread").expected("at most 1 together with base");
        }
        Section scale = section.need("scale");
        if (scale.number() <= 0) {
            throw scale.expected("a number above 0");
        }
        List<Heat> tiers = List.of(Heat.STARTUP, Heat.BACKGROUND, Heat.UNKNOWN, Heat.LISTENER, Heat.REQUEST);
        return new ReachWeight(base, spread, scale.number(), weights(section.need("tiers"), tiers, 1));
    }

    private static double share(Section section) {
        if (section.number() < 0 || section.number() > 1) {
            throw section.expected("a number from 0 to 1");
        }
        return section.number();
    }

    private static List<Grade> grades(Section section) {
        List<Grade> grades = new ArrayList<>();
        section.entries().forEach((letter, from) -> {
            boolean falls = grades.isEmpty()
                    || from.number() < grades.get(grades.size() - 1).from();
            if (!falls || from.number() <= 0 || from.number() > 100) {
                throw from.expected("a number from 0 to 100 below that of the grade before");
            }
            grades.add(new Grade(letter, from.number()));
        });
        return List.copyOf(grades);
    }

    private static Map<Severity, String> caps(Section section, List<Grade> grades) {
        List<String> letters = grades.stream().map(Grade::letter).toList();
        Map<Severity, String> caps = new EnumMap<>(Severity.class);
        for (Severity severity : Severity.values()) {
            section.at(severity.word()).ifPresent(cap -> {
                if (!letters.contains(cap.text())) {
                    throw cap.expected("one of " + String.join(", ", letters));
                }
                caps.put(severity, cap.text());
            });
        }
        section.only(List.of(Severity.values()).stream().map(Section::word).toArray(String[]::new));
        return caps;
    }

    private static Map<Level, MustChecks> levels(Section section) {
        section.only("L1", "L2", "L3");
        Map<Level, MustChecks> levels = new EnumMap<>(Level.class);
        for (Level level : List.of(Level.L1, Level.L2, Level.L3)) {
            Section checks = section.need(level.name()).only("from", "rules");
            levels.put(
                    level,
                    new MustChecks(
                            checks.need("from").word(Heat.class),
                            new TreeSet<>(checks.need("rules").texts())));
        }
        return levels;
    }
}
