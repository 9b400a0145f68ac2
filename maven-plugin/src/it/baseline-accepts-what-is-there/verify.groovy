String log = new File(basedir, 'build.log').text
assert log =~ /loadline-baseline\.json accepts [1-9]\d* root causes \(before: 0\)/
assert log =~ /loadline-baseline\.json accepts ([1-9]\d*) root causes \(before: \1\)/
assert log.contains('Baseline: loadline-baseline.json')
assert log.contains('0 new, 0 fixed')
assert log.contains('The gate new passes.')
