package io.loadline.flow;

import io.loadline.system.code.CallSite;
import org.jspecify.annotations.Nullable;

/** Keys of calls that survive moved lines and renamed classes. */
final class CallKeys {

    private CallKeys() {}

    static String of(CallSite site, @Nullable Repetition repeatedBy) {
        CallSite shown = repeatedBy == null ? site : repeatedBy.site();
        String loop = repeatedBy == null ? "" : " per " + repeatedBy.loop().size();
        return shown.caller().key() + " > " + shown.title() + loop;
    }
}
