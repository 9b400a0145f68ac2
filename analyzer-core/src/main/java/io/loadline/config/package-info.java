/**
 * What people tell Loadline beside the code: {@code loadline.yml} and our own data files, read strictly. Knows no rule by name and nothing
 * of what the scanned files say.
 */
@NullMarked
package io.loadline.config;

import org.jspecify.annotations.NullMarked;
