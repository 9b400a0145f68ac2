package io.loadline.system;

import java.util.List;

/** All that is known of the audited system. */
public interface SystemModel {

    /** Every subject of a kind, sorted by place. */
    <S extends Subject> List<S> subjects(Class<S> kind);
}
