package io.loadline.fact.helm;

import java.util.List;
import java.util.Map;

/**
 * One template file, parsed.
 *
 * @param body what is put out
 * @param definitions named templates that the file defines
 */
record Template(List<Node> body, Map<String, List<Node>> definitions) {}
