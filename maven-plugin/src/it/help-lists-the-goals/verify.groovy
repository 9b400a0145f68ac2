String log = new File(basedir, 'build.log').text
['audit', 'baseline', 'check', 'explain', 'help', 'report'].each { goal ->
    assert log.contains('loadline:' + goal)
}
assert log.contains('# Remote call in a loop')
