String log = new File(basedir, 'build.log').text
assert log.contains("loadline.failOn: found 'everything' as gate policy, expected none, new, blocker")
assert log.contains("loadline.formats: unknown report format 'pdf': expected one of terminal, json, html")
assert log.contains("unknown-rule.yml:2: found 'remote-call-in-lop', expected the id of a rule")
assert log =~ /loadline\.baseline: found no file .*nowhere\.json, expected one that the goal 'baseline' wrote/
assert !new File(basedir, 'target/loadline').exists()
