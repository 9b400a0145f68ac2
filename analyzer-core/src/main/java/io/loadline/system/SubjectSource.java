package io.loadline.system;

import java.util.List;

/** Tells where the subjects of one kind come from. */
public interface SubjectSource<S extends Subject> {

    /** The kind of subject. */
    Class<S> kind();

    /** All of them, in any order. */
    List<S> find(SystemModel system);
}
