package io.loadline.rule;

import java.util.Locale;

/** The side of scaling that a rule looks at. */
public enum Dimension {
    DEADLINES("T", "Deadlines"),
    BOUNDS("B", "Bounded resources"),
    COMMUNICATION("C", "Communication"),
    DATA("D", "Data access"),
    RESILIENCE("R", "Resilience under overload"),
    CONCURRENCY("K", "Concurrency and blocking"),
    STATE("S", "Statelessness and coordination"),
    ELASTICITY("E", "Elasticity and deployment"),
    CAPACITY("X", "Capacity across layers"),
    MESSAGING("Q", "Queues and messaging"),
    EFFICIENCY("G", "Compute efficiency, energy and cost"),
    INFERENCE("A", "AI and inference"),
    OBSERVABILITY("O", "Observability"),
    PORTABILITY("P", "Portability"),
    GOVERNANCE("H", "Human load and governance");

    private final String letter;
    private final String title;

    Dimension(String letter, String title) {
        this.letter = letter;
        this.title = title;
    }

    /** The catalogue's letter. */
    public String letter() {
        return letter;
    }

    /** The name for people. */
    public String title() {
        return title;
    }

    /** The word used in reports and files. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
