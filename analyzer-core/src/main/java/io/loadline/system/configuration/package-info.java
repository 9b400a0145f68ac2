/**
 * The effective configuration of a service in an environment: what files, profiles, placeholders and environment variables say
 * together. Knows no rule and no code.
 */
@NullMarked
package io.loadline.system.configuration;

import org.jspecify.annotations.NullMarked;
