package io.loadline.code;

/** Identity of what is equal by value: two calls or loops that look alike are still two. */
public final class Same {

    private Same() {}

    /** Whether both are one and the same. */
    public static boolean is(Object one, Object other) {
        return one == other;
    }
}
