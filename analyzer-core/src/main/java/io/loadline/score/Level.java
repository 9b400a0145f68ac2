package io.loadline.score;

/** How far a service is ready to scale. */
public enum Level {
    L0("unbounded", "something can wait forever or grow without limit on a request path"),
    L1("bounded", "every outbound call has a deadline; every pool, queue, cache and result set has a bound"),
    L2("contained", "attempts are capped and backed off, and no remote call holds a transaction or lock"),
    L3("elastic", "state, probes, requests, heap, autoscaler, shutdown and connection demand hold at maximum replicas"),
    L4("proven", "a load-test result is attached and the forecast lies within its tolerance");

    private final String word;
    private final String meaning;

    Level(String word, String meaning) {
        this.word = word;
        this.meaning = meaning;
    }

    /** One word for people. */
    public String word() {
        return word;
    }

    /** What it promises, as a clause. */
    public String meaning() {
        return meaning;
    }
}
