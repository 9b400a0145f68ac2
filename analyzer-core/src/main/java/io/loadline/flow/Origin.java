package io.loadline.flow;

/** Where the elements of a loop come from, and so what decides how many there are; what says most comes first. */
public enum Origin {
    /** A data store gives them: there are as many as there is data. */
    STORED,
    /** They belong to one parent, or are a page. */
    PART,
    /** Another process gives them. */
    REMOTE,
    /** A caller hands them in, or that is not known. */
    OTHER
}
